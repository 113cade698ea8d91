import type { Direction, ReaderChoices } from './choices';
import type { Size } from './page-size';

/** Pages that are shown together: their indexes, in the order of reading. */
export type Spread = readonly number[];

/** Whether a page is already drawn across two. */
const isWide = ({ width, height }: Size) => width > height;

/**
 * The pages as they are shown together. Of two pages at a time, a wide one stands alone, and so does the cover.
 * @param pages px
 */
export function spreadsOf(
  pages: readonly Size[],
  { layout, hasCover }: Pick<ReaderChoices, 'layout' | 'hasCover'>,
): Spread[] {
  const spreads: number[][] = [];
  const isAlone = (index: number) => {
    const page = pages[index];
    return layout !== 'double' || (index === 0 && hasCover) || (page !== undefined && isWide(page));
  };
  for (const index of pages.keys()) {
    const last = spreads.at(-1);
    const [first] = last ?? [];
    const isJoined = last?.length === 1 && first !== undefined && !isAlone(first);
    if (last && isJoined && !isAlone(index)) last.push(index);
    else spreads.push([index]);
  }
  return spreads;
}

/** The pages of a spread from left to right. */
export function fromLeft(spread: Spread, direction: Direction): number[] {
  return direction === 'rtl' ? spread.toReversed() : [...spread];
}

/** Steps of reading towards a side: 1 goes on, -1 goes back. */
export function stepTo(side: 'left' | 'right', direction: Direction): 1 | -1 {
  return (side === 'right') === (direction === 'ltr') ? 1 : -1;
}
