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
    lead: 'Klik kanan gambar, pilih 2K atau 4K, lalu simpan gambar yang lebih besar saat siap. Akun Jimeng Anda sendiri yang mengerjakannya.',
    sent: 'Yang keluar dari komputer ini',
    points: [
      {
        title: 'Gambar yang Anda pilih',
        text: 'Gambar dikirim ke Jimeng, layanan ByteDance, melalui akun Anda. Di sana berlaku ketentuan Jimeng.',
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
      'Saya setuju bahwa gambar yang saya pilih dikirim ke Jimeng (ByteDance) untuk diperbesar.',
    agree: 'Setuju dan lanjutkan',
    notYet: 'Tidak ada yang dikirim sebelum Anda setuju. Gambar yang Anda klik menunggu.',
    agreed: 'Anda telah setuju. Persetujuan dapat ditarik di setelan.',
    unofficial: 'Tidak resmi: tidak dibuat atau didukung oleh Jimeng, Dreamina, atau ByteDance.',
  },
  ready: {
    title: 'Masuk dan sematkan tombol',
    account: 'Akun Jimeng Anda',
    'signed-in': 'Anda sudah masuk.',
    'signed-out':
      'Masuk di situs Jimeng sendiri, lalu kembali ke sini. Halaman ini diperbarui otomatis.',
    'no-access': 'Browser memblokir ekstensi ini dari situs Jimeng. Izinkan akses dulu.',
    unknown: 'Memeriksa…',
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
    cost: 'Memperbesar ke 2K mungkin memakan kredit Jimeng. HD Cerdas, yang mungkin dipilih oleh Otomatis, memakan 1 kredit saat terakhir dilihat.',
    credits: (left) => `Anda punya ${left}.`,
    upscale: 'Perbesar gambar ini',
    started: 'Dimulai. Tombol bilah alat memberi tahu saat siap.',
    noRoom: 'Penyimpanan browser penuh. Kosongkan ruang disk, lalu coba lagi.',
    openHistory: 'Buka riwayat',
    check: 'Periksa koneksi',
    checkHint: 'Mencoba semua langkah gratis dengan Jimeng, tanpa memperbesar gambar.',
    needsConsent: 'Setujui di halaman pertama sebelum mencoba.',
    needsSignIn: 'Masuk di halaman sebelumnya sebelum mencoba.',
  },
};
