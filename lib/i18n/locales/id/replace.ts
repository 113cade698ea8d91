import type { Replace } from '../en/replace';
import { pluralIn } from '../plural';

const plural = pluralIn('id');

/** Indonesian about results that are shown in pages. */
export const replace: Replace = {
  show: 'Tampilkan di halaman',
  hide: 'Tampilkan lagi gambar asli',
  always: (host) => `Selalu tampilkan hasil di ${host}`,
  never: (host) => `Jangan selalu tampilkan hasil di ${host}`,
  looking: 'Mencari gambar di halaman…',
  shown: plural({ other: 'Ditampilkan di # tempat pada halaman.' }),
  notFound: 'Halaman terbuka, tetapi gambar ini tidak ditemukan di sana.',
  impossible: 'Halaman ini tidak mengizinkan gambar lain.',
  forbidden: 'Tidak ada yang dapat ditampilkan di halaman ini.',
  gone: 'Hasil atau halamannya sudah tidak ada.',
  noAccess: (host) => `Untuk menampilkannya di sana, izinkan akses ke ${host}.`,
  sites: {
    title: 'Hasil di halaman',
    lead: 'Di situs ini, hasil Anda ditampilkan sebagai ganti gambar asli. Tidak ada yang dikirim untuk itu.',
    none: 'Belum ada. Menu gambar yang selesai dapat menambahkan situsnya.',
    noAccess: 'Akses ke situs ini belum ada.',
    mark: 'Tandai gambar yang diganti',
    ahead: 'Gambar yang diperbesar lebih dulu',
    limit: 'Maksimal (kredit) per halaman',
    hint: 'Tombol di halaman memperbesar gambar berikutnya saat Anda membaca, dalam batas ini. Jika ada kolom yang kosong, tidak ada pesanan.',
    remove: 'Hapus',
    removeSite: (host) => `Hapus ${host}`,
  },
};
