import { ART } from './rules/art';
import { BOARDS } from './rules/boards';
import { BOOKS_AND_GAMES } from './rules/books-games';
import { MEDIA } from './rules/media';
import { OPTIMISERS } from './rules/optimisers';
import { PHOTOS } from './rules/photos';
import { PUBLISHING } from './rules/publishing';
import type { Rule } from './rules/rule';
import { SEARCH } from './rules/search';
import { SHOP_PROGRAMS } from './rules/shop-programs';
import { SHOPS } from './rules/shops';
import { EASTERN_SHOPS } from './rules/shops-east';
import { EASTERN_SOCIAL } from './rules/social-east';
import { WESTERN_SOCIAL } from './rules/social-west';
import { TRAVEL } from './rules/travel';

/** Every rule but the general ones, in the order of use. */
export const RULES: readonly Rule[] = [
  ...SEARCH,
  ...WESTERN_SOCIAL,
  ...EASTERN_SOCIAL,
  ...ART,
  ...BOARDS,
  ...PHOTOS,
  ...MEDIA,
  ...BOOKS_AND_GAMES,
  ...SHOPS,
  ...SHOP_PROGRAMS,
  ...EASTERN_SHOPS,
  ...TRAVEL,
  ...PUBLISHING,
  ...OPTIMISERS,
];
