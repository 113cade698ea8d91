import type { Batch } from '../en/batch';
import { pluralIn } from '../plural';

const plural = pluralIn('zh-TW');
const credits = plural({ other: '# 點' });

/** Traditional Chinese about pictures that were picked together. */
export const batch: Batch = {
  unnamed: '網頁中的圖片',
  progress: (name) => `${name} 的進度`,
  counts: {
    found: plural({ other: '找到 # 張' }),
    large: plural({ other: '已夠大 # 張' }),
    known: plural({ other: '之前放大過 # 張' }),
    done: plural({ other: '完成 # 張' }),
    failed: plural({ other: '失敗 # 張' }),
    waiting: plural({ other: '等待 # 張' }),
    cancelled: plural({ other: '取消 # 張' }),
    gone: plural({ other: '已移除或重複 # 張' }),
  },
  needs: plural({ other: '需要處理 # 張' }),
  asks: {
    large: plural({ other: '# 張圖片本來就很大。' }),
    known: plural({ other: '# 張圖片以前放大過。' }),
  },
  leave: { large: '保持原樣（免費）', known: '使用已有結果（免費）' },
  left: (duration) => `大約還需 ${duration}（估計）`,
  spent: (spent, budget) =>
    budget === undefined
      ? `已用 ${credits(spent)}`
      : `已用 ${credits(spent)}，上限 ${credits(budget)}`,
  paused: {
    person: '已暫停。',
    budget: '已暫停：下一個任務可能超出這一批的上限。提高上限後會繼續處理同一批圖片。',
    day: '已暫停：下一個任務可能超出每日上限。明天會繼續，或在設定中提高上限。',
    price: '已暫停：無法從餘額看出一個任務的價格。按「繼續」會再送出一個任務。',
    risk: '{site}基於安全原因拒絕了一個任務，已暫停。請查看{site}是否要求確認，然後繼續。',
    refused: '已暫停：{site}拒絕了一個任務，其餘的也會因同樣的原因被拒絕。原因見失敗的那一列。',
  },
  jump: (name, price, expected) =>
    `${name} 消耗了 ${credits(price)}，而不是預計的 ${credits(expected)}。`,
  jumped: (price, expected) => `消耗了 ${credits(price)}，而不是預計的 ${credits(expected)}。`,
  inQueue: (place, length) =>
    length === undefined ? `排隊中：第 ${place} 位` : `排隊中：第 ${place} 位，共 ${length} 位`,
  pause: '暫停',
  resume: '繼續',
  pauseAll: '全部暫停',
  resumeAll: '全部繼續',
  allPaused: '已全部暫停。正在放大的圖片會繼續。',
  read: '閱讀',
  cancelRest: '取消其餘',
  retryFailed: '重試失敗的',
  remove: '全部移除',
  limit: '最多（點數）',
  setLimit: '設定上限',
};
