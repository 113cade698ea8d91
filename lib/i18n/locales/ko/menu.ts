import type { Menu } from '../en/menu';

/** Korean of the context menu. */
export const menu: Menu = {
  parent: 'Dreamina로 업스케일',
  targets: { '2k': '2K', '4k': '4K' },
};
