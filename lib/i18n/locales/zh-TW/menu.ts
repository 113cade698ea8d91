import type { Menu } from '../en/menu';

/** Traditional Chinese of the context menu. */
export const menu: Menu = {
  parent: '用 Dreamina 放大圖片',
  targets: { '2k': '2K', '4k': '4K' },
};
