import type { Parts } from '../en/parts';
import { pluralIn } from '../plural';

const plural = pluralIn('id');
const number = plural({ other: '#' });
const credits = plural({ other: '# kredit' });
const about = (cost: number | undefined): string =>
  cost === undefined ? '' : ` (sekitar ${credits(cost)})`;

/** Indonesian about a long image, which is sent in parts. */
export const parts: Parts = {
  severalOrders: (count, cost) =>
    cost === undefined
      ? `Gambar ini panjang: dikirim dalam ${number(count)} bagian. Biaya tiap bagian sama dengan satu gambar.`
      : `Gambar ini panjang: dikirim dalam ${number(count)} bagian, totalnya sekitar ${credits(cost)}.`,
  moreOrders: (count, cost) =>
    `Sebagian hasil tidak lagi tersimpan. Untuk melanjutkan diperlukan ${number(count)} pesanan lagi${about(cost)}.`,
  of: (part, count) => `bagian ${number(part)} dari ${number(count)}`,
  joined: plural({ other: '# bagian digabungkan' }),
  kept: (done, count) =>
    `${number(done)} dari ${number(count)} bagian selesai dan tersimpan. “Coba lagi” melanjutkan sisanya.`,
  cancelled: 'Dibatalkan.',
  notCharged: 'Tidak ada kredit yang dipotong untuk bagian ini.',
};
