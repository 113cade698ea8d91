import type { Sites } from '../en/sites';

/** A space goes between Chinese and Latin letters. */
export const spaced = (site: string) => (/^[a-z]/i.test(site) ? ` ${site}` : site);

/** Traditional Chinese: where accounts are, and the access that each site needs. */
export const sites: Sites = {
  names: { jimeng: '即夢', dreamina: 'Dreamina 國際站' },
  options: { jimeng: '即夢', dreamina: 'Dreamina 國際站（測試版）' },
  places: {
    jimeng: 'jimeng.jianying.com，中國大陸',
    dreamina: 'dreamina.capcut.com，其他國家和地區',
  },
  short: { jimeng: '即夢', dreamina: 'Dreamina' },
  switchTo: (site, other) => `新圖片會傳送到${spaced(site)}，按一下改用${spaced(other)}`,
  accessTitle: (site) => `允許存取${spaced(site)}`,
  accessText: (site) => `本擴充功能目前無法存取${spaced(site)}，授權之後才能放大圖片。`,
  reasons: { account: '登入、放大任務和點數', upload: '接收你選擇的圖片', result: '提供結果圖片' },
  and: '，',
  priceUnknown: '還不知道這個網站的收費。等另一張圖片得知收費後會自動繼續，你也可以現在就放大。',
  hosts: '將請求存取的網站',
};
