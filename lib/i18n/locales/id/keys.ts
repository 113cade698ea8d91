import type { Keys } from '../en/keys';

/** Indonesian messages about keyboard shortcuts. */
export const keys: Keys = {
  title: 'Pintasan keyboard',
  hint: 'Chrome maupun Firefox sendiri tidak memakai saran ini. Ekstensi lain mungkin memakainya.',
  suggestion: (keys) => `Saran: ${keys}`,
  use: (keys) => `Pakai ${keys}`,
  refused: 'Browser tidak menerima tombol ini.',
  names: {
    _execute_action: 'Buka popup',
    'upscale-under-pointer': 'Perbesar gambar di bawah penunjuk',
    'upscale-2k': 'Perbesar gambar di bawah penunjuk ke 2K',
    'upscale-4k': 'Perbesar gambar di bawah penunjuk ke 4K',
    'choose-several': 'Pilih beberapa gambar di halaman ini',
    'show-results': 'Tampilkan hasil di halaman ini, atau kembali ke aslinya',
    'open-list': 'Buka daftar di tab',
    'open-panel': 'Buka panel samping',
    'compare-newest': 'Bandingkan hasil terbaru',
    'save-newest': 'Simpan hasil terbaru',
    'pause-all': 'Jeda atau lanjutkan semua',
    'open-options': 'Buka setelan',
  },
  list: 'Daftar di tab',
  listHint: 'Semua yang ditampilkan popup, juga untuk jendela tanpa bilah alat.',
  openTab: 'Buka di tab',
};
