import type { Compare } from '../en/compare';
import { pluralIn } from '../plural';

const plural = pluralIn('id');

/** Indonesian messages of the compare page. */
export const compare: Compare = {
  title: (name) => `${name}: sebelum dan sesudah`,
  stage: (name) => `Sebelum dan sesudah untuk ${name}`,
  before: 'Sebelum',
  after: 'Sesudah',
  gone: 'Gambar ini tidak ada lagi di riwayat.',
  noResult:
    'Hasilnya tidak lagi tersimpan di sini. “Simpan” mengunduhnya lagi jika {site} masih memilikinya.',
  unreadable: 'Browser ini tidak dapat menampilkan hasilnya. Anda tetap dapat menyimpannya.',
  noBefore: 'Gambar asli tidak lagi tersimpan di sini, jadi hanya hasilnya yang ditampilkan.',
  goesOn: 'Hasilnya akan muncul di sini.',
  needsYou: 'Buka popup ekstensi untuk melanjutkan.',
  divider: 'Pembatas antara sebelum dan sesudah',
  dividerAt: (share) => `${share} sebelum`,
  view: {
    title: 'Tampilan',
    fit: 'Paskan',
    actual: '1:1',
    zoomIn: 'Perbesar tampilan',
    zoomOut: 'Perkecil tampilan',
    zoom: (share) => `Zoom ${share}`,
    differences: 'Perbedaan',
    pixels: 'Piksel',
  },
  keys: {
    title: 'Keyboard',
    hint: 'Berfungsi saat gambar mendapat fokus. Gulir atau cubit untuk zoom, seret untuk menggeser.',
    divider: 'Geser pembatas',
    pan: 'Geser gambar',
    zoom: 'Zoom',
    fit: 'Seluruh gambar',
    actual: 'Piksel sebenarnya',
    swap: 'Sebelum saja, sesudah saja, keduanya',
    differences: 'Tampilkan perbedaan',
    pixels: 'Tampilkan piksel',
  },
  facts: {
    title: 'Fakta',
    grown: 'Diperbesar',
    times: (factor) => `${factor} kali lebih lebar`,
    asked: 'Ukuran yang diminta',
    upscaler: 'Pembesar',
    credits: 'Biaya',
    time: 'Waktu proses',
    from: 'Ditemukan di',
    image: 'Alamat gambar',
    changes: 'Diubah sebelum diunggah',
    converted: (format) => `dikonversi ke ${format}`,
    'turned-upright': 'diputar tegak',
    colours: (name) => {
      if (name === '16 bit') return 'dikurangi dari 16 ke 8 bit per warna';
      if (/PQ|HLG/.test(name)) return `HDR dikonversi ke rentang standar (${name})`;
      return name ? `warna dikonversi dari ${name} ke sRGB` : 'warna dikonversi ke sRGB';
    },
    transparency: {
      kept: 'transparansi dipulihkan sesudahnya',
      shape: 'hanya satu warna: diperbesar menurut bentuknya',
      flattened: 'bagian transparan diisi warna',
    },
    'first-frame': 'hanya bingkai pertama',
    'later-frame': 'hanya satu bingkai, yaitu yang pertama tidak kosong',
    compressed: (format) => `dikompresi (${format})`,
    shrunk: (size) => `diperkecil ke ${size}`,
    rasterised: (size) => `dirender pada ${size}`,
  },
  check: {
    title: 'Masih gambar yang sama?',
    checking: 'Membandingkan…',
    faithful: 'Setia. Jika diperkecil ke ukuran asli, tampak sama.',
    differs: (share) =>
      `Berbeda di ${share} gambar. Periksa dulu bagian itu, terutama teks dan wajah.`,
    unknown: 'Gambar tidak dapat dibandingkan.',
    score: (structure, colour) => `Struktur ${structure}, selisih warna ${colour}`,
    scoreHint:
      'Struktur adalah SSIM pada ukuran asli. Selisih warna adalah delta E; selisih di bawah sekitar 2 sulit terlihat.',
    showWhere: 'Tampilkan letaknya',
  },
  again: {
    title: 'Perbesar lagi',
    hint: 'Pilih ukuran atau pembesar lain. Hasil ini tetap ada.',
    costs: plural({ other: 'Sekitar # kredit, seperti terakhir kali.' }),
    free: 'Terakhir kali gratis.',
    costUnknown: 'Ini mungkin memakan kredit {site}.',
    impossible: 'File asli tidak lagi tersimpan. Pilih lagi di popup.',
  },
  open: 'Buka',
  honest: 'AI menambahkan detail dan mungkin mengarangnya. {site} mungkin menambahkan tanda air.',
};
