import type { Sites } from '../en/sites';

export const siteNames: Sites['names'] = { jimeng: 'Jimeng', dreamina: 'Dreamina' };

/** Japanese: where accounts are, and the access that each site needs. */
export const sites: Sites = {
  names: siteNames,
  options: { jimeng: 'Jimeng', dreamina: 'Dreamina（ベータ版）' },
  beta: 'ベータ版：公開情報をもとに作られており、実際のサイトでは未検証です。最初のアップスケールのあと、レポートをお送りください。',
  places: {
    jimeng: 'jimeng.jianying.com（中国本土）',
    dreamina: 'dreamina.capcut.com（その他の地域）',
  },
  inContainer: (site) => `${site}、コンテナー`,
  switchTo: (site, other) => `新しい画像の送信先は ${site} です。${other} に切り替えます`,
  accessTitle: (site) => `${site} へのアクセスを許可`,
  accessText: (site) =>
    `この拡張機能は ${site} のサイトにアクセスできません。アップスケールするにはアクセスを許可してください。`,
  reasons: {
    account: 'ログイン、ジョブ、クレジット',
    upload: '選んだ画像を受け取る',
    result: '結果を届ける',
  },
  and: '、',
  priceUnknown:
    'このサイトの料金はまだわかりません。別の画像で料金がわかると自動的に続行されます。今すぐアップスケールすることもできます。',
  hosts: 'アクセスを求めるサイト',
};
