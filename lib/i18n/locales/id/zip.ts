import type { Zip } from '../en/zip';
import { pluralIn } from '../plural';

const plural = pluralIn('id');
const number = plural({ other: '#' });

/** Indonesian about the ZIP. */
export const zip: Zip = {
  packing: (done, all) => `Membuat ZIP: ${number(done)} dari ${number(all)}`,
  stop: 'Hentikan',
  saving: 'Menyimpan ZIP…',
  saved: plural({ other: '# gambar ada di ZIP.' }),
  partly: (packed, all) =>
    `${number(packed)} dari ${number(all)} ada di ZIP. Tidak bisa dibaca lagi:`,
  close: 'Tutup',
  oneAtATime: 'Satu ZIP dalam satu waktu. Simpan yang berikutnya setelah ini selesai.',
  failures: {
    'storage-full': 'Disk penuh. ZIP tidak tersimpan.',
    'nothing-left': 'Tidak satu pun gambar ini bisa dibaca lagi. Tidak ada ZIP.',
    interrupted:
      'Browser menghentikan ekstensi beberapa kali. ZIP tidak tersimpan; coba dengan lebih sedikit gambar.',
    'save-failed': 'Browser tidak bisa menyimpan ZIP.',
  },
};
