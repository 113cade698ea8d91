import type { menuEn } from './menu.en';

/** Simplified Chinese of the context menu. */
export const menuZhCN: typeof menuEn = {
  parent: '用即梦高清放大',
  targets: { '2k': '2K', '4k': '4K' },
};
