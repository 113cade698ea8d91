import type { Sites } from '../en/sites';

/** A space goes between Chinese and Latin letters. */
export const spaced = (site: string) => (/^[a-z]/i.test(site) ? ` ${site}` : site);

/** Chinese: where accounts are, and the access that each site needs. */
export const sites: Sites = {
  names: { jimeng: '即梦', dreamina: 'Dreamina 国际站' },
  options: { jimeng: '即梦', dreamina: 'Dreamina 国际站（测试版）' },
  places: {
    jimeng: 'jimeng.jianying.com，中国大陆',
    dreamina: 'dreamina.capcut.com，其他国家和地区',
  },
  short: { jimeng: '即梦', dreamina: 'Dreamina' },
  switchTo: (site, other) => `新图片发送到${spaced(site)}。点击改用${spaced(other)}`,
  accessTitle: (site) => `允许访问${spaced(site)}`,
  accessText: (site) => `本扩展目前不能访问${spaced(site)}，授权之后才能放大图片。`,
  reasons: {
    account: '登录、放大任务和积分',
    upload: '接收你选择的图片',
    result: '提供结果图片',
  },
  and: '，',
  hosts: '将请求访问的网站',
  priceUnknown: '还不知道这个网站的收费。等另一张图片得知收费后会自动继续，你也可以现在就放大。',
};
