import type { Menu } from '../en/menu';

/** Indonesian of the context menu. */
export const menu: Menu = {
  parent: 'Perbesar dengan Dreamina',
  targets: { '2k': '2K', '4k': '4K' },
};
