import type { Keys } from '../en/keys';

/** Simplified Chinese messages about keyboard shortcuts. */
export const keys: Keys = {
  title: '快捷键',
  hint: 'Chrome 和 Firefox 自己都不使用建议的按键，但其他扩展可能会用。',
  suggestion: (keys) => `建议：${keys}`,
  use: (keys) => `使用 ${keys}`,
  refused: '浏览器没有接受这组按键。',
  names: {
    _execute_action: '打开弹出窗口',
    'upscale-under-pointer': '放大指针下的图片',
    'upscale-2k': '把指针下的图片放大到 2K',
    'upscale-4k': '把指针下的图片放大到 4K',
    'choose-several': '在此网页上选择多张图片',
    'show-results': '在此网页上显示结果，或恢复原图',
    'open-list': '在标签页中打开列表',
    'open-panel': '打开侧边栏',
    'compare-newest': '对比最新的结果',
    'save-newest': '保存最新的结果',
    'pause-all': '全部暂停或继续',
    'open-options': '打开设置',
  },
  list: '在标签页中查看列表',
  listHint: '弹出窗口里的全部内容，没有工具栏的窗口也能用。',
  openTab: '在标签页中打开',
};
