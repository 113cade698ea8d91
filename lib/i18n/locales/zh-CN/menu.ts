import type { Menu } from '../en/menu';

/** Simplified Chinese of the context menu. */
export const menu: Menu = {
  parent: '用即梦高清放大',
  targets: { '2k': '2K', '4k': '4K' },
};
