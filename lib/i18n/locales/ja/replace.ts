import type { Replace } from '../en/replace';
import { pluralIn } from '../plural';

const plural = pluralIn('ja');

/** Japanese about results that are shown in pages. */
export const replace: Replace = {
  show: 'ページ上に表示',
  hide: '元の画像に戻す',
  always: (host) => `${host} では常に結果を表示`,
  never: (host) => `${host} での常時表示をやめる`,
  looking: 'ページ上の画像を探しています…',
  shown: plural({ other: 'ページ上の # か所に表示しました。' }),
  notFound: 'ページは開いていますが、この画像は見つかりませんでした。',
  impossible: 'このページではほかの画像が許可されていません。',
  forbidden: 'このページには何も表示できません。',
  gone: '結果またはそのページがもうありません。',
  noAccess: (host) => `そこに表示するには、${host} へのアクセスを許可してください。`,
  sites: {
    title: 'ページ上の結果',
    lead: 'これらのサイトでは、元の画像の代わりに結果を表示します。そのために送信するものはありません。',
    none: 'まだありません。完了した画像のメニューから、そのサイトを追加できます。',
    noAccess: 'このサイトへのアクセスが許可されていません。',
    mark: '置き換えた画像に印を付ける',
    ahead: '先にアップスケールする枚数',
    limit: '1 ページの上限（クレジット）',
    hint: 'ページ上のボタンを押すと、読んでいる間に次の画像をこの上限までアップスケールします。空欄があれば何も依頼しません。',
    remove: '削除',
    removeSite: (host) => `${host} を削除`,
  },
};
