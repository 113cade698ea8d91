import type { Parts } from '../en/parts';
import { pluralIn } from '../plural';

const plural = pluralIn('zh-CN');
const number = plural({ other: '#' });
const credits = plural({ other: '# 积分' });
const about = (cost: number | undefined): string =>
  cost === undefined ? '' : `（约 ${credits(cost)}）`;

/** Simplified Chinese about a long image, which is sent in parts. */
export const parts: Parts = {
  severalOrders: (count, cost) =>
    cost === undefined
      ? `这张图片很长，将分成 ${number(count)} 部分发送，每部分按一张图片扣积分。`
      : `这张图片很长，将分成 ${number(count)} 部分发送，共约 ${credits(cost)}。`,
  moreOrders: (count, cost) =>
    `部分结果已不在本地。继续需要再提交 ${number(count)} 个任务${about(cost)}。`,
  of: (part, count) => `第 ${number(part)}/${number(count)} 部分`,
  joined: (count) => `由 ${number(count)} 部分拼接`,
  kept: (done, count) =>
    `${number(count)} 部分中已有 ${number(done)} 部分完成并保留，重试会继续其余部分。`,
  cancelled: '已取消。',
  notCharged: '这一部分没有扣除积分。',
};
