import type { Menu } from '../en/menu';

/** Spanish of the context menu. */
export const menu: Menu = {
  parent: 'Ampliar con Dreamina',
  targets: { '2k': '2K', '4k': '4K' },
};
