import { pluralIn } from '@/lib/i18n/plural';
import type { backgroundEn } from './background.en';
import { menuZhCN } from './menu.zh-CN';

const plural = pluralIn('zh-CN');

/** Simplified Chinese of what the background says. */
export const backgroundZhCN: typeof backgroundEn = {
  language: 'zh-CN',
  menu: {
    ...menuZhCN,
    cost: plural({ other: '约 # 积分' }),
    free: '上次免费',
    withCost: (target, cost) => `${target} · ${cost}`,
    direct: (target) => `用即梦放大到 ${target}`,
    pointer: '放大指针下的图片',
    command: '放大指针下的图片',
  },
  badge: {
    idle: '即梦高清放大',
    running: plural({ other: '正在放大 # 张图片' }),
    waiting: plural({ other: '# 张图片等你处理' }),
    failed: plural({ other: '# 张图片失败' }),
    full: '空间已满，有一张图片没有收下',
  },
  feedback: {
    begun: (target) => `正在放大到 ${target}…`,
    done: '完成',
    doneMany: plural({ other: '# 张图片已完成' }),
    moreToCome: plural({ other: '还有 # 张正在放大' }),
    failed: '没有成功',
    needs: '等你处理',
    reasons: {
      'sign-in': '请登录即梦，之后会自动继续。',
      access: (host) => `读取这张图片需要访问 ${host}。`,
      credits: '即梦积分不足。',
      duplicate: '你已有这张图片，直接使用不花积分。',
      'already-large': '这张图片已经够大，保留它不花积分。',
    },
    save: '保存',
    saveAll: '全部保存',
    compare: '对比',
    show: '查看',
    signIn: '登录',
    close: '关闭',
  },
  finder: {
    language: 'zh-CN',
    title: '哪一张图片？',
    hint: '点击要放大的图片，按 Esc 退出。',
    cancel: '取消',
    size: '{width} × {height}',
    larger: '可能有更大的原图',
    unknownSize: '大小未知',
    kinds: {
      img: '图片',
      picture: '图片',
      lazy: '尚未加载',
      link: '链接的图片',
      background: '背景',
      'border-image': '边框',
      mask: '蒙版',
      'list-style': '列表符号',
      content: '插入的图片',
      cursor: '鼠标指针',
      canvas: '画布',
      video: '视频画面',
      poster: '视频封面',
      'svg-image': '图形中的图片',
      svg: '矢量图形',
      input: '图片按钮',
      object: '嵌入的图片',
      embed: '嵌入的图片',
      document: '整个页面',
    },
    nothing: '这里没有图片，请点击你要的那一张。',
  },
};
