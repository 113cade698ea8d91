import type { Parts } from '../en/parts';
import { pluralIn } from '../plural';

const plural = pluralIn('zh-TW');
const number = plural({ other: '#' });
const credits = plural({ other: '# 點' });
const about = (cost: number | undefined): string =>
  cost === undefined ? '' : `（約 ${credits(cost)}）`;

/** Traditional Chinese about a long image, which is sent in parts. */
export const parts: Parts = {
  severalOrders: (count, cost) =>
    cost === undefined
      ? `這張圖片很長，將分成 ${number(count)} 部分發送，每部分按一張圖片扣點數。`
      : `這張圖片很長，將分成 ${number(count)} 部分發送，共約 ${credits(cost)}。`,
  moreOrders: (count, cost) =>
    `部分結果已不在本地。繼續需要再送出 ${number(count)} 個任務${about(cost)}。`,
  of: (part, count) => `第 ${number(part)}/${number(count)} 部分`,
  joined: (count) => `由 ${number(count)} 部分拼接`,
  kept: (done, count) =>
    `${number(count)} 部分中已有 ${number(done)} 部分完成並保留，重試會繼續其餘部分。`,
  cancelled: '已取消。',
  notCharged: '這一部分沒有扣除點數。',
};
