import type { Zip } from '../en/zip';
import { pluralIn } from '../plural';

const plural = pluralIn('ja');
const number = plural({ other: '#' });

/** Japanese about the ZIP. */
export const zip: Zip = {
  packing: (done, all) => `ZIP を作成中：${number(done)} / ${number(all)}`,
  stop: '中止',
  saving: 'ZIP を保存中…',
  saved: plural({ other: '# 枚を ZIP に入れました。' }),
  partly: (packed, all) =>
    `${number(all)} 枚中 ${number(packed)} 枚を ZIP に入れました。読み込めなくなった画像：`,
  close: '閉じる',
  oneAtATime: 'ZIP は一度に 1 つだけです。これが終わってから次を保存してください。',
  failures: {
    'storage-full': 'ディスクに空きがありません。ZIP は保存されませんでした。',
    'nothing-left': 'これらの画像はどれも読み込めなくなりました。ZIP はありません。',
    interrupted:
      'ブラウザが拡張機能を何度も停止しました。ZIP は保存されませんでした。枚数を減らしてお試しください。',
    'save-failed': 'ブラウザが ZIP を保存できませんでした。',
  },
};
