import type { IntakeMessages } from '../en/intake';
import { pluralIn } from '../plural';

const plural = pluralIn('id');

/** Indonesian about what was dropped, pasted or chosen. */
export const intake: IntakeMessages = {
  chooseFolder: 'Pilih folder',
  adding: 'Menambahkan gambar…',
  added: plural({ other: '# gambar ditambahkan.' }),
  waiting: plural({ other: '# gambar menunggu Anda memulainya.' }),
  discard: 'Buang',
  notImages: plural({ other: '# file dilewati: bukan gambar.' }),
  notAddresses: plural({ other: '# baris dilewati: bukan alamat web.' }),
  tooMany: plural({ other: '# dilewati: terlalu banyak sekaligus.' }),
  nothing: 'Tidak ada gambar atau alamat web.',
  refused: {
    encrypted: (name) => `“${name}” dilindungi kata sandi dan dilewati.`,
    damaged: (name) => `“${name}” rusak. Bagian yang tidak terbaca dilewati.`,
    'too-large': (name) => `“${name}” terlalu besar setelah diekstrak dan dilewati.`,
    'too-many': (name) => `“${name}” berisi terlalu banyak file dan dilewati.`,
  },
  sites: plural({ other: '# situs harus diizinkan dahulu.' }),
};
