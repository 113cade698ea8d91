import type { Batch } from '../en/batch';
import { pluralIn } from '../plural';

const plural = pluralIn('zh-CN');
const credits = plural({ other: '# 积分' });

/** Simplified Chinese about pictures that were picked together. */
export const batch: Batch = {
  unnamed: '网页中的图片',
  progress: (name) => `${name} 的进度`,
  counts: {
    found: plural({ other: '找到 # 张' }),
    large: plural({ other: '已够大 # 张' }),
    known: plural({ other: '之前放大过 # 张' }),
    done: plural({ other: '完成 # 张' }),
    failed: plural({ other: '失败 # 张' }),
    waiting: plural({ other: '等待 # 张' }),
    cancelled: plural({ other: '取消 # 张' }),
    gone: plural({ other: '已移除或重复 # 张' }),
  },
  needs: plural({ other: '需要处理 # 张' }),
  asks: {
    large: plural({ other: '# 张图片本来就很大。' }),
    known: plural({ other: '# 张图片以前放大过。' }),
  },
  leave: { large: '保持原样（免费）', known: '使用已有结果（免费）' },
  left: (duration) => `大约还需 ${duration}（估计）`,
  spent: (spent, budget) =>
    budget === undefined
      ? `已用 ${credits(spent)}`
      : `已用 ${credits(spent)}，上限 ${credits(budget)}`,
  paused: {
    person: '已暂停。',
    budget: '已暂停：下一个任务可能超出这一批的上限。提高上限后会继续处理同一批图片。',
    day: '已暂停：下一个任务可能超出每日上限。明天会继续，或在设置中提高上限。',
    price: '已暂停：无法从余额看出一个任务的价格。点“继续”会再提交一个任务。',
    risk: '{site}出于安全原因拒绝了一个任务，已暂停。请查看{site}是否要求确认，然后继续。',
    refused: '已暂停：{site}拒绝了一个任务，其余的也会因同样的原因被拒绝。原因见失败的那一行。',
  },
  jump: (name, price, expected) =>
    `${name} 消耗了 ${credits(price)}，而不是预计的 ${credits(expected)}。`,
  jumped: (price, expected) => `消耗了 ${credits(price)}，而不是预计的 ${credits(expected)}。`,
  inQueue: (place, length) =>
    length === undefined ? `排队中：第 ${place} 位` : `排队中：第 ${place} 位，共 ${length} 位`,
  pause: '暂停',
  resume: '继续',
  pauseAll: '全部暂停',
  resumeAll: '全部继续',
  allPaused: '已全部暂停。正在放大的图片会继续。',
  read: '阅读',
  cancelRest: '取消其余',
  retryFailed: '重试失败的',
  remove: '全部移除',
  limit: '最多（积分）',
  setLimit: '设置上限',
};
