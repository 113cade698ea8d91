import type { Parts } from '../en/parts';
import { pluralIn } from '../plural';

const plural = pluralIn('ja');
const number = plural({ other: '#' });
const credits = plural({ other: '# クレジット' });
const about = (cost: number | undefined): string =>
  cost === undefined ? '' : `（約 ${credits(cost)}）`;

/** Japanese about a long image, which is sent in parts. */
export const parts: Parts = {
  severalOrders: (count, cost) =>
    cost === undefined
      ? `縦横比の大きい画像のため、${number(count)} 個に分けて送信します。1 個につき画像 1 枚分のクレジットを消費します。`
      : `縦横比の大きい画像のため、${number(count)} 個に分けて送信します。合計で約 ${credits(cost)} です。`,
  moreOrders: (count, cost) =>
    `結果の一部が保存されていません。続けるには、あと ${number(count)} 件の依頼が必要です${about(cost)}。`,
  of: (part, count) => `${number(count)} 個中 ${number(part)} 個目`,
  joined: plural({ other: '# 個を結合' }),
  kept: (done, count) =>
    `${number(count)} 個中 ${number(done)} 個は完了し、保存されています。再試行すると残りを続けます。`,
  cancelled: 'キャンセルしました。',
  notCharged: 'この部分のクレジットは消費されていません。',
};
