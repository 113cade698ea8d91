import type { Menu } from '../en/menu';

/** Japanese of the context menu. */
export const menu: Menu = {
  parent: 'Dreamina でアップスケール',
  targets: { '2k': '2K', '4k': '4K' },
};
