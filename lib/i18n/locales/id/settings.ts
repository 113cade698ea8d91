import type { Settings } from '../en/settings';
import { pluralIn } from '../plural';

const plural = pluralIn('id');

/** Indonesian messages of the settings, except upscaling, access, history and privacy. */
export const settings: Settings = {
  saved: 'Tersimpan',
  notSaved: 'Browser tidak menyimpan perubahan terakhir. Coba lagi sebentar lagi.',
  account: {
    title: 'Akun',
    'signed-in': 'Sudah masuk.',
    credits: plural({ other: 'Sudah masuk, sisa # kredit.' }),
    'signed-out': 'Belum masuk. Gambar menunggu sampai Anda masuk.',
    unknown: 'Memeriksa…',
  },
  sites: {
    title: 'Situs akun',
    why: 'Akun Anda ada di salah satu situs ini, atau di keduanya. Ekstensi hanya dapat mengakses situs yang Anda izinkan.',
    states: {
      all: 'Akses diizinkan.',
      some: 'Hanya sebagian akses yang diizinkan. Beberapa gambar mungkin menunggu sisanya.',
      none: 'Akses tidak diizinkan. Gambar untuk situs ini menunggu.',
    },
    everywhere: 'Akses diizinkan karena “Semua situs” aktif.',
    allow: 'Izinkan akses',
    allowSite: (site) => `Izinkan akses ke ${site}`,
    remove: 'Hapus akses',
    removeSite: (site) => `Hapus akses ke ${site}`,
    hosts: 'Tampilkan yang dapat diakses',
    use: 'Akun untuk gambar baru',
    useHint: 'Otomatis memakai situs tempat Anda sudah masuk.',
    auto: 'Otomatis',
    page: {
      title: 'Kirim pesanan lewat halaman {site}',
      agreed:
        'Anda telah menyetujuinya. Anda dapat menariknya kembali di sini kapan saja. Gambar untuk {site} kemudian menunggu.',
      notAgreed: 'Gambar untuk {site} menunggu sampai Anda setuju.',
    },
  },
  tuning: {
    detail: 'Kekuatan detail',
    detailHint:
      'Seberapa banyak detail yang boleh dikarang HD Cerdas. Nilai lebih rendah lebih dekat ke aslinya.',
    background: 'Transparansi',
    backgroundHint:
      'Gambar {site} tidak transparan. Ekstensi mengembalikan transparansi pada hasilnya, atau mengirim gambar di atas warna.',
    backgrounds: { keep: 'Pertahankan', white: 'Putih', colour: 'Warna' },
    search: 'Cari gambar asli yang lebih besar',
    searchHint:
      'Halaman sering menampilkan salinan kecil. Ekstensi mencari versi asli dari gambar yang sama, paling lama selama ini.',
    searchSeconds: (seconds) => (seconds === 0 ? 'Mati' : `${seconds} dtk`),
    dayLimit: 'Batas harian',
    dayLimitHint: 'Maksimal kredit per hari, untuk semua gambar. Kosong: tanpa batas.',
    parallel: 'Sekaligus',
    parallelHint:
      'Berapa gambar yang dikerjakan {site} pada saat bersamaan. Dengan tiga, akun tanpa keanggotaan mungkin harus menunggu.',
  },
  pageWay: {
    title: 'Kirim pesanan lewat halaman Jimeng',
    hint: 'Hanya diperlukan jika Jimeng menolak pesanan yang tidak dikirim halamannya sendiri. Memerlukan tab Jimeng; ekstensi membukanya di latar belakang dan menutupnya bila tidak dipakai lagi.',
  },
  saving: {
    title: 'Penyimpanan',
    name: 'Nama file',
    nameHint: 'Teks dan kolom. Ekstensi file sesuai dengan gambarnya.',
    saved: 'Nama file tersimpan',
    savedHint: 'Tekan salah satu untuk memakainya.',
    keepName: 'Simpan nama file ini',
    removeName: (template) => `Hapus ${template}`,
    fields: 'Tambahkan kolom',
    fieldNames: {
      name: 'Nama',
      host: 'Situs',
      title: 'Judul halaman',
      alt: 'Deskripsi gambar',
      batch: 'Kelompok',
      index: 'Nomor dalam kelompok',
      folder: 'Folder asal',
      date: 'Tanggal',
      time: 'Waktu',
      width: 'Lebar',
      height: 'Tinggi',
      scale: 'Faktor skala',
      upscaler: 'Pembesar',
      target: 'Ukuran yang diminta',
      counter: 'Nomor urut',
      id: 'ID pendek',
      ext: 'Ekstensi',
    },
    folder: 'Folder',
    folderHint:
      'Di dalam folder unduhan browser. Kolom juga berlaku di sini; garis miring membuat subfolder. “Folder asal” mempertahankan folder dari yang Anda lepas.',
    folderNone: 'Tidak ada',
    preview: 'Contoh',
    conflict: 'Jika file sudah ada',
    conflicts: {
      number: 'Simpan keduanya',
      overwrite: 'Ganti',
      skip: 'Lewati',
      ask: 'Selalu tanya',
    },
    conflictHint:
      'Lewati tidak menulis apa pun jika file gambar ini masih ada. Bertanya membuka dialog browser pada setiap penyimpanan.',
    format: 'Format',
    formats: { original: 'Asli', png: 'PNG', jpeg: 'JPEG', webp: 'WebP' },
    formatHint:
      'Dikonversi saat Anda menyimpan, dalam sRGB. Gambar di riwayat tidak berubah. JPEG tidak punya transparansi.',
    quality: 'Kualitas',
    auto: 'Simpan otomatis bila selesai',
    autoHint: 'Setiap gambar satu kali, tanpa dialog.',
    note: 'Tulis sumber ke dalam file',
    noteHint:
      'Halaman, tanggal, pembesar, dan keterangan bahwa AI yang memperbesar, sebagai metadata (XMP) yang dapat ditampilkan program lain. Siapa pun yang memiliki file dapat membaca alamat halaman, sampai tanda tanyanya.',
  },
  of: (page, choice) => `${page}: ${choice}`,
  menu: {
    style: 'Menu konteks',
    styles: { sizes: '2K dan 4K', sites: 'Per situs', direct: 'Satu entri' },
    styleHint: 'Satu entri langsung memperbesar ke ukuran di atas.',
    text: 'Teks sendiri',
    textHint:
      '“&” di depan huruf menjadikannya tombol entri saat menu terbuka, seperti U pada “&Upscale”, jika tidak dipakai entri lain; tidak di macOS. “&&” menampilkan “&”. Kosong: teks biasa.',
  },
  appearance: {
    title: 'Tampilan',
    language: 'Bahasa',
    languageOfBrowser: 'Bahasa browser',
    languageHint: 'Nama ekstensi dan pintasannya mengikuti browser.',
    theme: 'Warna',
    themes: { auto: 'Sistem', light: 'Terang', dark: 'Gelap' },
    toast: 'Tampilkan pesan di halaman',
    toastHint: 'Pesan kecil di sudut saat gambar ditambahkan, selesai, atau memerlukan Anda.',
    notify: 'Beri tahu saat gambar selesai atau gagal',
    notifyHint:
      'Browser meminta izin. Tanpa izin itu, hanya tombol bilah alat yang memberi tahu Anda.',
  },
  consent: {
    title: 'Persetujuan Anda',
    given: (day) => `Diberikan pada ${day}. Gambar yang Anda pilih dikirim ke situs akun Anda.`,
    missing: 'Belum diberikan. Tidak ada gambar yang dikirim.',
    takeBack: 'Tarik kembali',
    read: 'Baca dan putuskan',
  },
  help: {
    title: 'Bantuan',
    welcome: 'Langkah pertama',
    welcomeHint: 'Apa yang dikirim ke mana, cara masuk, dan percobaan pertama.',
    openWelcome: 'Tampilkan lagi',
    diagnostics: 'Laporan bug',
    noReport: 'Tidak ada laporan selama riwayat tidak dapat dibaca.',
    diagnosticsHint:
      'Versi, setelan, jumlah, kode kesalahan, dan apakah Anda sudah masuk. Tanpa alamat, tanpa nama, dan tanpa apa pun yang mengidentifikasi akun.',
    copy: 'Salin laporan',
    copied: 'Disalin',
    show: 'Tampilkan laporan',
    reset: 'Atur ulang setelan',
    resetHint:
      'Mengembalikan setelan bawaan di halaman ini. Riwayat, akses situs, dan persetujuan tetap.',
    resetNow: 'Atur ulang',
    resetSure: 'Atur ulang semua setelan',
  },
};
