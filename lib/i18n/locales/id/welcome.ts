import type { Welcome } from '../en/welcome';

/** Indonesian words of the welcome page. */
export const welcome: Welcome = {
  title: 'Selamat datang',
  step: (now, of) => `Langkah ${now} dari ${of}`,
  steps: 'Langkah',
  back: 'Kembali',
  next: 'Berikutnya',
  done: 'Selesai',
  what: {
    title: 'Gambar lebih besar dari halaman mana pun',
    lead: 'Klik kanan sebuah gambar, pilih 2K atau 4K, dan simpan gambar yang lebih besar setelah siap. Akun Jimeng atau Dreamina Anda sendiri yang mengerjakannya.',
    sent: 'Yang keluar dari komputer ini',
    points: [
      {
        title: 'Gambar yang Anda pilih',
        text: 'Gambar itu dikirim ke situs akun Anda: Jimeng atau Dreamina, keduanya layanan ByteDance. Ketentuan situs itu berlaku di sana.',
      },
      {
        title: 'Selain itu tidak ada',
        text: 'Tidak ada gambar lain, riwayat penjelajahan, atau analitik. Kami tidak punya server.',
      },
      {
        title: 'Riwayat Anda tetap di sini',
        text: 'Riwayat disimpan di browser ini sampai Anda menghapusnya. Ekstensi ini tidak pernah melihat kata sandi Anda.',
      },
    ],
    consent:
      'Saya setuju gambar yang saya pilih dikirim ke situs akun saya, Jimeng atau Dreamina (ByteDance), untuk diperbesar.',
    agree: 'Setuju dan lanjutkan',
    notYet: 'Tidak ada yang dikirim sebelum Anda setuju. Gambar yang Anda klik menunggu.',
    agreed: 'Anda telah setuju. Persetujuan dapat ditarik di setelan.',
    unofficial: 'Tidak resmi: tidak dibuat atau didukung oleh Jimeng, Dreamina, atau ByteDance.',
  },
  ready: {
    title: 'Di mana akun Anda?',
    site: 'Situs',
    other: 'Anda dapat menambahkan situs lainnya nanti di setelan.',
    access: (site) => `Akses ke ${site}`,
    accessAsk:
      'Browser akan bertanya apakah ekstensi ini boleh mengakses situs-situs ini, dan bukan yang lain.',
    refused: (site) =>
      `Akses tidak diizinkan. Tanpa akses, tidak ada yang dapat diperbesar dengan ${site}. Anda dapat mengizinkannya sekarang atau nanti.`,
    account: (site) => `Akun ${site} Anda`,
    signedIn: 'Anda sudah masuk.',
    signIn: (site) =>
      `Masuk di situs ${site}, lalu kembali ke sini. Halaman ini diperbarui otomatis.`,
    checking: 'Memeriksa…',
    pin: 'Tombol bilah alat',
    pinned: 'Ada di bilah alat Anda. Tombol menampilkan progres dan membuka riwayat.',
    unpinned:
      'Klik ikon potongan puzzle di bilah alat, lalu pin di samping ekstensi ini. Tombol menampilkan progres dan membuka riwayat.',
  },
  start: {
    title: 'Akses situs dan percobaan pertama',
    access: 'Bolehkah ekstensi membaca gambar di situs lain?',
    ask: 'Tanyakan untuk tiap situs',
    askHint:
      'Sebagian besar gambar tidak memerlukan izin. Jika perlu, hanya situs itu yang diminta.',
    everywhere: 'Izinkan semua situs sekarang',
    everywhereHint:
      'Tidak ada gambar yang perlu bertanya. Browser akan mengizinkan ekstensi membaca semua situs; ekstensi tetap hanya membaca gambar yang Anda pilih. Izin dapat dicabut di setelan.',
    try: 'Coba',
    tryAlt: 'Lukisan kecil pondok di bawah cahaya utara',
    trySize: (size) => `${size} piksel, dilukis untuk halaman ini.`,
    cost: {
      jimeng:
        'Memperbesar ke 2K mungkin memakan kredit Jimeng. HD Cerdas, yang dipakai lebih dulu oleh Otomatis, memakan 1 kredit saat terakhir dilihat.',
      dreamina: 'Memperbesar ke 2K mungkin memakan kredit Dreamina. Jumlahnya belum diketahui.',
    },
    credits: (left) => `Anda punya ${left}.`,
    upscale: 'Perbesar gambar ini',
    started: 'Dimulai. Tombol bilah alat memberi tahu saat siap.',
    noRoom: 'Penyimpanan browser penuh. Kosongkan ruang disk, lalu coba lagi.',
    openHistory: 'Buka riwayat',
    check: 'Periksa koneksi',
    checkHint: 'Mencoba setiap langkah gratis, tanpa memperbesar.',
    needsConsent: 'Setujui di halaman pertama sebelum mencoba.',
    needsSignIn: 'Izinkan akses dan masuk di halaman sebelumnya sebelum mencobanya.',
  },
};
