import type { Space } from '../en/space';

/** Indonesian messages about results that were removed to save space. */
export const space: Space = {
  removed: 'Hasil ukuran penuh dihapus untuk menghemat ruang.',
  missing: 'Hasilnya tidak lagi tersimpan di sini.',
  savedAnew: '“Simpan” mengunduhnya lagi jika {site} masih memilikinya.',
  upscaledAnew: 'Perbesar gambar lagi untuk mendapatkannya kembali.',
};
