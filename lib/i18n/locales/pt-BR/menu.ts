import type { Menu } from '../en/menu';

/** Brazilian Portuguese of the context menu. */
export const menu: Menu = {
  parent: 'Ampliar com o Dreamina',
  targets: { '2k': '2K', '4k': '4K' },
};
