import type { Sites } from '../en/sites';
import { withSite } from '../site-name';

export const siteNames: Sites['names'] = { jimeng: '即梦', dreamina: 'Dreamina' };

/** Chinese: where accounts are, and the access that each site needs. */
export const sites: Sites = {
  names: siteNames,
  options: { jimeng: '即梦', dreamina: 'Dreamina 国际站（测试版）' },
  beta: '测试版：根据公开资料开发，尚未在真实网站上试过。第一次放大后，请发送一份报告。',
  places: {
    jimeng: 'jimeng.jianying.com，中国大陆',
    dreamina: 'dreamina.capcut.com，其他国家和地区',
  },
  inContainer: (site) => `${site}，容器`,
  switchTo: (site, other) =>
    withSite(withSite('新图片发送到{site}。点击改用{other}', site), other, '{other}'),
  accessTitle: (site) => withSite('允许访问{site}', site),
  accessText: (site) => withSite('本扩展目前不能访问{site}，授权之后才能放大图片。', site),
  reasons: {
    account: '登录、放大任务和积分',
    upload: '接收你选择的图片',
    result: '提供结果图片',
  },
  and: '，',
  hosts: '将请求访问的网站',
  priceUnknown: '还不知道这个网站的收费。等另一张图片得知收费后会自动继续，你也可以现在就放大。',
};
