import type { Elsewhere } from '../en/elsewhere';
import { pluralIn } from '../plural';

const plural = pluralIn('id');

/** Indonesian messages about taking the settings to another browser. */
export const elsewhere: Elsewhere = {
  title: 'Setelan di tempat lain',
  why: 'Membawa pilihan Anda di halaman ini dan di halaman lain ekstensi ke browser lain. Tidak pernah gambar, riwayat, persetujuan, izin, atau apa pun dari akun.',
  file: 'Sebagai file',
  fileHint: 'Anda melihat apa yang akan diubah oleh file sebelum ada yang berubah.',
  exportNow: 'Ekspor setelan',
  importNow: 'Impor setelan',
  sync: 'Dengan sinkronisasi browser',
  syncHint:
    'Hanya saat Anda menekan tombol. Browser lalu membawa yang Anda kirim ke perangkat lain, jika sinkronisasinya aktif.',
  send: 'Kirim ke sinkronisasi',
  fetch: 'Ambil dari sinkronisasi',
  lastSent: (day, version) => `Terakhir dikirim ${day}, oleh versi ${version}.`,
  neverSent: 'Belum ada yang dikirim.',
  tooLong: (names) =>
    `Tidak dikirim. Terlalu panjang untuk sinkronisasi browser: ${names}. Persingkat, atau gunakan file. Tidak ada yang berubah.`,
  refused: (words) => `Tidak ada yang berubah, karena browser menolak: ${words}`,
  mixed: (words) => `Hanya sebagian yang dikirim. Kirim lagi. Kata browser: ${words}`,
  said: {
    sent: 'Terkirim.',
    full: 'Tidak dikirim: semua setelan bersama-sama terlalu panjang untuk sinkronisasi browser. Tidak ada yang berubah.',
    'too-often':
      'Tidak dikirim: terlalu banyak perubahan dalam waktu singkat. Coba lagi dalam beberapa menit. Tidak ada yang berubah.',
    nothing: 'Tidak ada setelan di sinkronisasi browser.',
    incomplete: 'Belum semua setelan dari perangkat lain tiba. Coba lagi nanti.',
    newer: 'Setelan ini ditulis oleh versi ekstensi yang lebih baru. Perbarui ekstensi dahulu.',
    'no-settings': 'File ini bukan setelan hasil ekspor.',
    'too-large-file': 'File ini terlalu besar untuk setelan hasil ekspor. File tidak dibaca.',
    applied: 'Setelan telah diterapkan.',
    'put-back': 'Setelan sebelumnya telah kembali.',
    'not-stored': 'Browser tidak menyimpan setelan. Tidak ada yang berubah.',
  },
  preview: {
    title: 'Yang akan berubah',
    from: {
      file: (day, version) => `File tanggal ${day}, dari versi ${version}.`,
      sync: (day, version) => `Dikirim ${day}, oleh versi ${version}.`,
    },
    changes: plural({ other: '# setelan berubah' }),
    same: plural({ other: '# tetap sama' }),
    nothing: 'Anda sudah memakai setelan ini.',
    damaged: (names) => `Rusak, jadi tidak diterapkan: ${names}.`,
    unknown: (names) => `Tidak dikenal versi ini, jadi tidak diterapkan: ${names}.`,
    shortens:
      'Riwayat lalu menyimpan lebih sedikit. Entri lama dihapus selamanya, dan tidak ada di sini yang mengembalikannya.',
    apply: 'Terapkan',
  },
  previous: {
    title: 'Setelan sebelumnya',
    from: {
      file: (day) => `Dari sebelum impor ${day}.`,
      sync: (day) => `Dari sebelum pengambilan dari sinkronisasi ${day}.`,
      reset: (day) => `Dari sebelum atur ulang ${day}.`,
      'put-back': (day) => `Dari sebelum setelan dikembalikan ${day}.`,
    },
    putBack: 'Kembalikan setelan sebelumnya',
  },
  values: {
    on: 'Aktif',
    off: 'Nonaktif',
    none: 'Tidak ada',
    templates: plural({ other: '# templat' }),
  },
};
