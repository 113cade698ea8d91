import type { Batch } from '../en/batch';
import { pluralIn } from '../plural';

const plural = pluralIn('id');
const credits = plural({ other: '# kredit' });

/** Indonesian about pictures that were picked together. */
export const batch: Batch = {
  unnamed: 'Gambar dari satu halaman',
  progress: (name) => `Kemajuan ${name}`,
  counts: {
    found: plural({ other: '# ditemukan' }),
    large: plural({ other: '# sudah besar' }),
    known: plural({ other: '# pernah diperbesar' }),
    done: plural({ other: '# selesai' }),
    failed: plural({ other: '# gagal' }),
    waiting: plural({ other: '# menunggu' }),
    cancelled: plural({ other: '# dibatalkan' }),
    gone: plural({ other: '# dihapus atau sama dengan yang lain' }),
  },
  needs: plural({ other: '# perlu Anda' }),
  asks: {
    large: plural({ other: '# gambar sudah besar.' }),
    known: plural({ other: '# gambar sudah pernah diperbesar.' }),
  },
  leave: { large: 'Biarkan apa adanya (gratis)', known: 'Pakai hasil itu (gratis)' },
  left: (duration) => `sekitar ${duration} lagi (perkiraan)`,
  spent: (spent, budget) =>
    budget === undefined
      ? `${credits(spent)} terpakai`
      : `${credits(spent)} dari maksimal ${credits(budget)} terpakai`,
  paused: {
    person: 'Dijeda.',
    budget:
      'Dijeda: pesanan berikutnya bisa melewati batas kumpulan ini. Naikkan batasnya untuk melanjutkan gambar yang sama.',
    day: 'Dijeda: pesanan berikutnya bisa melewati batas harian Anda. Ini berlanjut besok, atau bila Anda menaikkan batas di pengaturan.',
    price:
      'Dijeda: biaya satu pesanan tidak terbaca dari saldo Anda. Lanjutkan untuk mengirim satu pesanan lagi.',
    risk: 'Dijeda karena {site} menolak pesanan demi keamanan. Periksa apakah {site} meminta konfirmasi, lalu lanjutkan.',
    refused:
      'Dijeda: {site} menolak satu pesanan dan akan menolak yang lain karena alasan yang sama. Alasannya ada di baris yang gagal.',
  },
  jump: (name, price, expected) => `${name} memakan ${credits(price)}, bukan ${credits(expected)}.`,
  jumped: (price, expected) => `Memakan ${credits(price)}, bukan ${credits(expected)}.`,
  inQueue: (place, length) =>
    length === undefined ? `Antrean: ${place}` : `Antrean: ${place} dari ${length}`,
  pause: 'Jeda',
  resume: 'Lanjutkan',
  pauseAll: 'Jeda semua',
  resumeAll: 'Lanjutkan semua',
  allPaused: 'Semua dijeda. Yang sedang diperbesar tetap berjalan.',
  read: 'Baca',
  cancelRest: 'Batalkan sisanya',
  retryFailed: 'Ulangi yang gagal',
  remove: 'Hapus semua',
  limit: 'Maksimal (kredit)',
  setLimit: 'Tetapkan batas',
};
