import type { Replace } from '../en/replace';
import { pluralIn } from '../plural';

const plural = pluralIn('zh-CN');

/** Simplified Chinese about results that are shown in pages. */
export const replace: Replace = {
  show: '在网页上显示',
  hide: '重新显示原图',
  always: (host) => `始终在 ${host} 上显示结果`,
  never: (host) => `不再始终在 ${host} 上显示结果`,
  looking: '正在网页上查找这张图片…',
  shown: plural({ other: '已显示在网页上 # 处。' }),
  notFound: '网页已打开，但没有找到这张图片。',
  impossible: '此网页不允许显示其他图片。',
  forbidden: '此网页上无法显示任何内容。',
  gone: '结果或来源网页已不存在。',
  noAccess: (host) => `要在那里显示，请允许访问 ${host}。`,
  sites: {
    title: '网页上的结果',
    lead: '在这些网站上，结果会代替原图显示。为此不会发送任何内容。',
    none: '暂时没有。可以在已完成图片的菜单中添加它的网站。',
    noAccess: '没有访问此网站的权限。',
    mark: '标记被替换的图片',
    ahead: '提前放大的图片数',
    limit: '每个网页最多（积分）',
    hint: '网页上的按钮会在你阅读时放大接下来的图片，不会超过此上限。任何一项留空时不会下任务。',
    remove: '移除',
    removeSite: (host) => `移除 ${host}`,
  },
};
