import type { sitesEn } from './sites.en';

/** Chinese: where accounts are, and the access that each site needs. */
export const sitesZhCN: typeof sitesEn = {
  names: { jimeng: '即梦', dreamina: 'Dreamina 国际站' },
  options: { jimeng: '即梦', dreamina: 'Dreamina 国际站（测试版）' },
  places: {
    jimeng: 'jimeng.jianying.com，中国大陆',
    dreamina: 'dreamina.capcut.com，其他国家和地区',
  },
  accessTitle: (site) => `允许访问${site}`,
  accessText: (site) => `浏览器目前不允许本扩展访问${site}，授权之后才能放大图片。`,
  allow: (site) => `允许访问${site}`,
  reasons: {
    account: '登录、放大任务和积分',
    upload: '接收你选择的图片',
    result: '提供结果图片',
  },
  and: '，',
  hosts: '将请求访问的网站',
};
