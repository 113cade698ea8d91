import type { Menu } from '../en/menu';

/** German of the context menu. */
export const menu: Menu = {
  parent: 'Mit Dreamina hochskalieren',
  targets: { '2k': '2K', '4k': '4K' },
};
