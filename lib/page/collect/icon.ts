import type { How } from '../find/candidate';

/** What tells an icon. Sizes in px; 0 if unknown. */
export interface IconFacts {
  how: How;
  width: number;
  height: number;
  shownWidth: number;
  shownHeight: number;
  /** Class, id, role and file name. */
  names: string;
  /** It shows a part of a larger file. */
  isSprite: boolean;
  /** In how many places the page shows it. */
  count: number;
}

/** Longest side of what is an icon whatever it is called, CSS px. */
const TINY = 48;
/** Longest side of what is an icon if the page calls it one, or if it is square, CSS px. */
const SMALL = 160;
const SMALL_SQUARE = 72;
/** Longest side of what is decoration where it is repeated, CSS px, and how often. */
const REPEATED = 128;
const REPEATS = 3;

const NAMED =
  /(?:^|[^a-z])(?:icon|ico|logo|avatar|emoji|emoticon|sprite|favicon|badge|spinner|flag|arrow|btn|button)s?(?:$|[^a-z])/i;
/** Kinds that never show a picture of their own. */
const DECORATION: ReadonlySet<How> = new Set<How>(['list-style', 'mask', 'cursor']);

/** Whether a picture is an icon rather than something to look at. */
export function isIcon(facts: IconFacts): boolean {
  const { how, width, height, names, isSprite, count } = facts;
  if (isSprite || DECORATION.has(how)) return true;
  const shown = Math.max(facts.shownWidth, facts.shownHeight);
  const file = Math.max(width, height);
  // A large file in a tiny box is a thumbnail of something.
  const side = Math.max(shown, Math.min(file, SMALL + 1));
  if (side === 0) return false;
  if (side <= TINY) return true;
  const isSquare = Math.abs(facts.shownWidth - facts.shownHeight) <= 2;
  if (side <= SMALL_SQUARE && isSquare) return true;
  if (side <= REPEATED && count >= REPEATS) return true;
  return side <= SMALL && NAMED.test(names);
}
