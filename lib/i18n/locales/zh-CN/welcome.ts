import type { Welcome } from '../en/welcome';
import { withSite } from '../site-name';

/** Chinese words of the welcome page. */
export const welcome: Welcome = {
  title: '欢迎',
  step: (now, of) => `第 ${now} 步，共 ${of} 步`,
  steps: '步骤',
  back: '上一步',
  next: '下一步',
  done: '完成',
  what: {
    title: '放大任何网页上的图片',
    lead: '右键点击图片，选择 2K 或 4K，完成后保存更大的图片。放大由你自己的即梦或 Dreamina 账号完成。',
    sent: '哪些内容会离开这台电脑',
    points: [
      {
        title: '你选择的图片',
        text: '它会发送到你的账号所在的网站：即梦或 Dreamina，二者都是字节跳动的服务，并适用该网站的条款。',
      },
      {
        title: '除此之外什么都没有',
        text: '不发送其他图片和浏览记录，没有统计，也没有我们的服务器。',
      },
      { title: '历史记录留在这里', text: '只保存在这个浏览器，直到你移除。扩展接触不到你的密码。' },
    ],
    consent:
      '我同意把我选择的图片发送到我的账号所在的网站，即梦或 Dreamina（字节跳动），进行放大。',
    agree: '同意并继续',
    notYet: '同意之前不会发送任何内容，你点击的图片会等待。',
    agreed: '你已同意，可以在设置中撤回。',
    unofficial: '非官方扩展，与即梦、Dreamina、字节跳动无关。',
  },
  ready: {
    title: '你的账号在哪个网站？',
    site: '网站',
    other: '以后可以在设置中添加另一个网站。',
    access: (site) => withSite('访问{site}', site),
    accessAsk: '浏览器会询问是否允许本扩展访问以下网站，不包括其他网站。',
    refused: (site) =>
      withSite('未获允许。没有它就无法使用{site}放大图片，现在或以后都可以允许。', site),
    account: (site) => withSite('你的{site}账号', site),
    signedIn: '你已登录。',
    signIn: (site) => withSite('请在{site}官网登录，然后回到这里。本页会自动更新。', site),
    checking: '正在查看',
    pin: '工具栏按钮',
    pinned: '按钮已在工具栏中。它显示进度，并打开历史记录。',
    unpinned: '点击工具栏里的拼图图标，再点击本扩展旁边的图钉。按钮会显示进度，并打开历史记录。',
  },
  start: {
    title: '读取图片，并试一试',
    access: '是否允许读取其他网站的图片？',
    ask: '逐个网站询问',
    askHint: '大多数图片不需要授权。需要时，只会请求那一个网站。',
    everywhere: '现在允许所有网站',
    everywhereHint:
      '图片不再需要逐个请求授权。浏览器会允许扩展读取所有网站，但扩展仍然只读取你选择的图片。可以在设置中撤销。',
    try: '试一试',
    tryAlt: '一幅绘制的小图：极光下的木屋',
    trySize: (size) => `${size} 像素，专为本页绘制。`,
    cost: {
      jimeng: '放大到 2K 可能消耗即梦积分：据最近所见，“自动”首先使用的智能超清消耗 1 积分。',
      dreamina: '放大到 2K 可能消耗 Dreamina 积分，具体多少尚不清楚。',
    },
    credits: (left) => `你还有 ${left}。`,
    upscale: '放大这张图片',
    started: '已开始。完成时工具栏按钮会提示。',
    noRoom: '空间已满，这张图片未能加入。请清理磁盘空间，再试一次。',
    openHistory: '打开历史记录',
    check: '检查连接',
    checkHint: '逐一尝试免费的步骤，不会开始放大。',
    needsConsent: '请先在第一页同意，再来试用。',
    needsSignIn: '请先在上一页允许访问并登录，再来试用。',
  },
};
