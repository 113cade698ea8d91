import type { Common } from '../en/common';
import { pluralIn } from '../plural';
import { batch } from './batch';
import { intake } from './intake';
import { menu } from './menu';
import { parts } from './parts';
import { replace } from './replace';
import { sites } from './sites';
import { space } from './space';
import { units } from './units';
import { zip } from './zip';

const plural = pluralIn('zh-CN');
const number = plural({ other: '#' });
const creditCount = plural({ other: '# 积分' });

/** Simplified Chinese. */
export const common: Common = {
  join: (first, second) => `${first}${second}`,
  units,
  app: {
    title: '即梦高清放大（非官方）',
    credits: creditCount,
    openService: (credits) => `剩余 ${credits}，打开{site}`,
    settings: '设置',
    openPanel: '在侧边栏中打开',
  },
  menu,
  intake,
  add: {
    invite: { drop: '拖入、粘贴', or: '或', choose: '选择', what: '图片' },
    dropNow: '松开即可放大',
    choose: '选择图片',
    target: '放大到',
    membership: '4K 可能需要{site}会员。',
    cost: (credits, day) =>
      credits === 0 ? `上次免费（${day}）` : `约 ${creditCount(credits)}（最近一次：${day}）`,
    pick: '在此网页上选取图片',
    several: '在此网页上选择多张图片',
    notImages: '这不是图片，请拖入或粘贴图片文件。',
  },
  empty: {
    title: '右键点击任意图片',
    text: '选择“用即梦高清放大”，再选 2K 或 4K。放大后的图片会留在这里，随时可以保存。',
    pointer: { before: '右键没有这一项？把指针移到图片上按 ', after: '。' },
    pick: { before: '也可以用上方的 ', after: ' 在网页上选取。' },
    privacy: '图片会以你自己的账号发送到{site}（字节跳动），除此之外没有任何数据离开浏览器。',
  },
  notices: {
    allowAccess: '允许访问',
    reachTitle: '无法读取此网页',
    reachText:
      '在侧边栏里，只能读取你刚刚用过本扩展的网页。请直接右键点击图片，或先点一下工具栏上的扩展图标。',
    unreadableTitle: '暂时无法读取历史记录',
    unreadableText:
      '浏览器没有打开存储空间，没有删除任何内容。如果再试一次仍然不行，请重启浏览器。',
    tryAgain: '再试一次',
    newerTitle: '历史记录来自更新的版本',
    newerText: '它由更新版本的扩展写入，未作任何改动或删除。更新扩展后即可查看。',
    fullTitle: '空间已满，有一张图片未能加入',
    fullText: '浏览器无法记下刚才的图片。请移除不再需要的结果，或清理磁盘空间，然后重新点击图片。',
    fullElsewhere: '浏览器无法记下刚才的图片。请清理磁盘空间，然后重新点击图片。',
    makeRoom: '选择要移除的图片',
    fullRead: '知道了',
    signInTitle: '登录{site}',
    signInText: '图片由你自己的账号放大，本扩展不会接触你的密码。',
    otherJars: {
      containers: '请在普通标签页登录。容器中的登录用于该容器标签页里的图片。',
      isolated: '“第一方隔离”隐藏了登录状态，请先关闭它。',
    },
    signInWaiting: plural({ other: '有 # 张图片在等待，登录后会自动继续。' }),
  },
  broken: {
    row: '扩展自身出错，无法显示这条记录。',
    title: '无法显示此页面',
    text: '扩展自身出错了，历史记录和图片都还在。请重新加载此页面；如果仍然如此，请复制报告并发给开发者。',
    reload: '重新加载',
    copy: '复制报告',
    copied: '已复制',
    copyFailed: '浏览器未能复制报告',
  },
  history: {
    search: '搜索',
    sort: '排序',
    sorts: { newest: '最新', oldest: '最早', name: '名称', size: '最大' },
    filter: '显示',
    filters: { all: '全部', running: '进行中', done: '已完成', needs: '需要处理' },
    select: '选择',
    choose: (name) => `选择${name}`,
    nothing: '历史记录中没有匹配的图片。',
    reading: '请稍候',
    justDone: plural({ other: '已完成 # 张图片' }),
    removed: plural({ other: '已移除 # 张图片' }),
    undo: '撤销',
    joined: (target) => `已在放大到 ${target}`,
    showJoined: '查看',
    selection: {
      title: '已选图片',
      all: '全选',
      count: plural({ other: '已选 # 张' }),
      end: '结束选择',
      save: (count) => (count > 0 ? `保存 ${number(count)} 张` : '保存所选'),
      retry: (count) => (count > 0 ? `重试 ${number(count)} 张` : '重试所选'),
      remove: (count) => (count > 0 ? `移除 ${number(count)} 张` : '移除所选'),
      retryHint: '只重试不会产生费用的图片，其余请在各自的条目中操作。',
      more: '其他保存方式',
      zip: '保存为 ZIP',
      csv: '保存清单（CSV）',
      json: '保存清单（JSON）',
    },
    zip,
  },
  actions: {
    save: '保存',
    saving: '正在保存…',
    saved: '已保存',
    alreadyThere: '已存在',
    saveAgain: '再次保存',
    saveAs: '另存为…',
    copy: '复制图片',
    copying: '正在复制…',
    copied: '已复制',
    copyFailed: '浏览器没有接受这张图片，请改为保存。',
    compare: '对比',
    retry: '重试',
    haveCredits: '我有积分了',
    retryMayCost: '重试（可能再扣积分）',
    pollAgain: '再次查询',
    useAccount: '用当前账号',
    useAccountMayCost: '用当前账号（可能再扣积分）',
    useAccountHint: '改用现在登录的账号放大这张图片。',
    cancel: '取消',
    remove: '移除',
    openPage: '打开来源网页',
    more: '更多',
    signIn: '登录',
    readConsent: '查看并同意',
    allow: (host) => `允许 ${host}`,
    allowEverywhere: '允许所有网站',
    use2k: '改为放大到 2K',
    useExisting: '直接使用',
    showOther: '查看',
    upscale: '放大',
    upscaleAgain: '重新放大',
    againWith: '重新放大…',
    upscaleAnyway: '仍然放大',
    keepOriginal: '保留（免费）',
    useShown: '改用网页上的图片',
    useScreen: '使用屏幕上的画面',
    useScreenHint: '无需授权，但大小只有当前显示的大小。',
    openService: '打开{site}',
    continueInPage: '通过{site}页面继续',
    skipPage: '不通过该页面提交',
    checkConnection: '检查连接',
    chooseFile: '选择文件',
  },
  pageConsent: {
    only: '{site}只接受从它自己的页面提交的任务。',
    sentence:
      '同意后，扩展会使用已打开的{site}页面（没有时在后台标签页打开一个），由该页面提交你的任务。',
    agree: '同意',
    decline: '暂不',
  },
  job: {
    target: { '2k': '2K', '4k': '4K' },
    localFile: '来自本机',
    unnamed: '未命名图片',
    becomes: (from, to) => `${from} → ${to}`,
    credits: creditCount,
    left: (duration) => `约剩 ${duration}`,
    retryIn: (duration) => `${duration}后自动重试`,
    progress: (name) => `${name} 的进度`,
    thumbnail: (target) => `放大到 ${target}`,
    serviceSaid: '{site}的说明：',
    reference: (ret) => `代码 ${ret}`,
    switched: (now, before) => `已改用${now}，因为{site}未能完成${before}。`,
    switchedForSize: (now, before) => `已改用${now}，因为${before}没有放大图片。`,
    sentSmaller: '{site}未能处理较大的文件，已改为发送较小的文件。',
    cancelled: '已在提交之前取消。没有扣除积分。',
    cancelledLate: '提交之后才取消，{site}仍可能完成并扣除积分。',
    savedPlain: {
      format: '无法转换，已按原样保存。',
      note: '已保存，但文件中放不下来源信息。',
    },
    saveFailed: '浏览器无法写入文件，图片仍保留在这里。',
    kept: '保留原图，免费',
    largerOriginal: ({ size, host, shown }) =>
      `${host ? `已改用 ${host} 上更大的原图` : '已改用更大的原图'}${size ? `（${size}）` : ''}${shown ? `，网页上的图片为 ${shown}` : ''}`,
    fromScreen: '取自屏幕画面',
  },
  batch,
  replace,
  parts,
  sites,
  space,
  tools: {
    'super-resolution': '细节修复',
    'smart-hd': '智能超清',
    'fast-hd': '超清',
  },
  stages: {
    preparing: '准备中',
    uploading: '上传中',
    slot: '排队中',
    ordering: '正在提交到{site}',
    checking: '正在确认是否已提交',
    generating: '放大中',
    collecting: '正在取回结果',
    joining: '正在拼接各部分',
    done: '已完成',
    failed: '失败',
    cancelled: '已取消',
  },
  waiting: {
    'sign-in': '你还没有登录{site}，登录后会自动继续。',
    consent: '你还没有同意把图片发送到{site}，同意后会自动继续。',
    'page-consent': '这个任务要通过{site}自己的页面提交，你同意后会自动继续。',
    otherAccount: (name, isKnown) => {
      if (name) return `请登录{site}账号“${name}”：这张图片是用它发送的，登录后会自动继续。`;
      return isKnown
        ? '这张图片是用另一个{site}账号发送的。请登录那个账号，之后会自动继续。'
        : '现在登录的账号查不到这张图片的任务。请登录当时使用的{site}账号，之后会自动继续。';
    },
    network: '无法连接{site}，网络恢复后会自动继续。',
    permission: { before: '这张图片存放在 ', after: '，读取它需要你允许访问该网站。' },
    uploadHost: { before: '{site}要求把图片发送到 ', after: '，这需要你允许访问该网站。' },
    resultHost: {
      before: '{site}把结果存放在 ',
      after: '，取回它需要你允许访问该网站，不会再扣积分。',
    },
    serviceHost: { before: '继续需要你允许访问 ', after: '。' },
    cookies: {
      before: '这张图片存放在 ',
      after:
        '，该网站不会把它发送给陌生人。如果你允许，读取这一张图片时会带上你在该网站的 Cookie。',
    },
    duplicate: (target, twin) => {
      switch (twin) {
        case 'running':
          return `这张图片正在放大到 ${target}。`;
        case 'unconfirmed':
          return `这张图片的 ${target} 任务可能已经扣过积分。请在它那一行重试，会先查找那个任务。`;
        case 'gone':
          return `之前的 ${target} 图片已经不在了，重新放大可能会扣积分。`;
        default:
          return `你已经有这张图片的 ${target} 版本，直接使用不扣积分。`;
      }
    },
    alreadyLarge: (size, target) =>
      size === undefined
        ? `这张图片已经有 ${target} 那么大，保留原图不扣积分。`
        : `这张图片已经是 ${size}，不小于 ${target}，保留原图不扣积分。`,
    credits: (code, target, balance) => {
      if (code === 'daily-limit') return '今天的{site}额度已用完，明天会自动继续。';
      if (code === 'membership-needed') return `${target} 需要{site}会员。没有扣除积分。`;
      const left = balance === undefined ? '' : `（剩余 ${number(balance)}）`;
      return `{site}积分不足${left}，积分足够后会自动继续。`;
    },
    coolDown: (code) =>
      code === 'risk-control' || code === 'account-restricted'
        ? '{site}的风控拒绝了请求，所有任务已暂停，稍后会自动继续。请到官网查看是否需要验证。'
        : '{site}正忙，需要稍等片刻，之后会自动继续。没有扣除积分。',
    dayLimit: (credits) =>
      `下一个任务可能超出每日 ${creditCount(credits)} 的上限。明天会继续，或在设置中更改上限。`,
    stillRunning: (polledAt) =>
      `{site}仍在处理${polledAt ? `，上次查询于 ${polledAt}` : ''}。完成后会自动继续，再次查询不产生费用。`,
  },
  announce: {
    done: (name) => `${name} 已完成。`,
    saved: (name) => `${name} 已保存。`,
    failed: (name, sentence) => `${name} 失败。${sentence}`,
    waiting: (name, sentence) => `${name} 等待中。${sentence}`,
    stage: (name, stage) => `${name}：${stage}`,
  },
  flaws: {
    black: '结果是全黑的。',
    uniform: '结果只有一种颜色。',
    'transparency-lost': '原图有透明部分，结果没有。',
    'wrong-shape': '结果的形状与原图不同，可能被裁切或拉伸。',
    'not-larger': '结果并不比原图大。',
    'short-of-target': (target) => `结果小于 ${target}。`,
  },
  charged: {
    no: '没有扣除积分。',
    maybe: '可能已扣除积分。',
  },
  refund: {
    yes: '积分已退回。',
    no: '积分未退回。',
    unknown: '积分是否退回：未知。',
  },
};
