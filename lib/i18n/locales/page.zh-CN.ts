import type { pageEn } from './page.en';

/** Simplified Chinese messages of the scripts in web pages. */
export const pageZhCN: typeof pageEn = {
  largest: '最大',
  orphaned: {
    title: '扩展已更新',
    choice: '请重新点击图片。',
    press: '请点工具栏上的扩展图标，图片都在那里。',
    close: '关闭',
    label: '即梦高清放大',
  },
  covered: {
    title: '未选择图片',
    detail: '页面上有内容挡住了选择框。请先关闭它，然后重试。',
  },
  hidden: {
    title: '菜单项现在只在图片上显示',
    detail: '要恢复，请打开设置中的“菜单与快捷键”。',
  },
};
