import type { Batch } from '../en/batch';
import { pluralIn } from '../plural';

const plural = pluralIn('ja');
const credits = plural({ other: '# クレジット' });

/** Japanese about pictures that were picked together. */
export const batch: Batch = {
  unnamed: 'ページの画像',
  progress: (name) => `${name} の進行状況`,
  counts: {
    found: plural({ other: '検出 # 枚' }),
    large: plural({ other: 'すでに大きい # 枚' }),
    known: plural({ other: '以前に拡大 # 枚' }),
    done: plural({ other: '完了 # 枚' }),
    failed: plural({ other: '失敗 # 枚' }),
    waiting: plural({ other: '待機中 # 枚' }),
    cancelled: plural({ other: 'キャンセル # 枚' }),
    gone: plural({ other: '削除または重複 # 枚' }),
  },
  needs: plural({ other: '要操作 # 枚' }),
  asks: {
    large: plural({ other: '# 枚の画像はすでに十分大きいです。' }),
    known: plural({ other: '# 枚の画像は以前にアップスケール済みです。' }),
  },
  leave: { large: 'そのままにする（無料）', known: 'その結果を使う（無料）' },
  left: (duration) => `残り約 ${duration}（推定）`,
  spent: (spent, budget) =>
    budget === undefined
      ? `${credits(spent)}を使用`
      : `上限 ${credits(budget)}のうち ${credits(spent)}を使用`,
  paused: {
    person: '一時停止中です。',
    budget:
      '一時停止中：次の依頼でこの一括処理の上限を超える可能性があります。上限を上げると同じ画像の続きから再開します。',
    day: '一時停止中：次の依頼で 1 日の上限を超える可能性があります。明日、または設定で上限を上げると再開します。',
    price:
      '一時停止中：残高から依頼 1 件の費用を読み取れませんでした。再開すると、もう 1 件だけ送信します。',
    risk: '{site} が安全上の理由で依頼を拒否したため一時停止しました。{site} で確認を求められていないか確かめてから再開してください。',
    refused:
      '一時停止中：{site} が依頼を拒否しました。残りも同じ理由で拒否されるはずです。理由は失敗した行に表示されます。',
  },
  jump: (name, price, expected) =>
    `${name} は、予想の ${credits(expected)}ではなく ${credits(price)}を消費しました。`,
  jumped: (price, expected) =>
    `予想の ${credits(expected)}ではなく ${credits(price)}を消費しました。`,
  inQueue: (place, length) =>
    length === undefined ? `順番待ち：${place} 番目` : `順番待ち：${length} 件中 ${place} 番目`,
  pause: '一時停止',
  resume: '再開',
  pauseAll: 'すべて一時停止',
  resumeAll: 'すべて再開',
  allPaused: 'すべて一時停止中です。すでに拡大中のものは続きます。',
  read: '読む',
  cancelRest: '残りをキャンセル',
  retryFailed: '失敗分を再試行',
  remove: 'すべて削除',
  limit: '上限（クレジット）',
  setLimit: '上限を設定',
};
