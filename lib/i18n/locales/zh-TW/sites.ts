import type { Sites } from '../en/sites';
import { withSite } from '../site-name';

export const siteNames: Sites['names'] = { jimeng: '即夢', dreamina: 'Dreamina' };

/** Traditional Chinese: where accounts are, and the access that each site needs. */
export const sites: Sites = {
  names: siteNames,
  options: { jimeng: '即夢', dreamina: 'Dreamina 國際站（測試版）' },
  beta: '測試版：根據公開資料開發，尚未在真實網站上試過。第一次放大後，請傳送一份報告。',
  places: {
    jimeng: 'jimeng.jianying.com，中國大陸',
    dreamina: 'dreamina.capcut.com，其他國家和地區',
  },
  inContainer: (site) => `${site}，容器`,
  switchTo: (site, other) =>
    withSite(withSite('新圖片會傳送到{site}，按一下改用{other}', site), other, '{other}'),
  accessTitle: (site) => withSite('允許存取{site}', site),
  accessText: (site) => withSite('本擴充功能目前無法存取{site}，授權之後才能放大圖片。', site),
  reasons: { account: '登入、放大任務和點數', upload: '接收你選擇的圖片', result: '提供結果圖片' },
  and: '，',
  priceUnknown: '還不知道這個網站的收費。等另一張圖片得知收費後會自動繼續，你也可以現在就放大。',
  hosts: '將請求存取的網站',
};
