import type { Menu } from '../en/menu';

/** French of the context menu. */
export const menu: Menu = {
  parent: 'Agrandir avec Dreamina',
  targets: { '2k': '2K', '4k': '4K' },
};
