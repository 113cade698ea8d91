import type { Size } from './page-size';

/** Where the pages of a strip lie, CSS px from its top. */
export interface Strip {
  tops: readonly number[];
  heights: readonly number[];
  /** Of the whole strip. */
  height: number;
  /** Of the widest page. */
  width: number;
}

/** A point of the strip: so much of a page (0..1) is above it. It stays where it is while pages change their size. */
export interface Place {
  index: number;
  share: number;
}

/** Space between pages that do not belong together, CSS px. */
const GAP = 12;

/** Share of the window at which a page counts as the one that is read. */
const READING_LINE = 0.3;

/**
 * Lays pages out below each other. Pages of equal width touch: they may be parts of one long picture.
 * @param boxes CSS px
 * @param widths of their pictures, px
 */
export function layOut(boxes: readonly Size[], widths: readonly number[]): Strip {
  const tops: number[] = [];
  let height = 0;
  for (const [index, box] of boxes.entries()) {
    if (index > 0 && widths[index] !== widths[index - 1]) height += GAP;
    tops.push(height);
    height += box.height;
  }
  return {
    tops,
    heights: boxes.map((box) => box.height),
    height,
    width: Math.max(0, ...boxes.map((box) => box.width)),
  };
}

/** The point at `y`, CSS px from the top of the strip. */
export function placeAt(strip: Strip, y: number): Place {
  const index = indexAt(strip, y);
  const height = strip.heights[index] ?? 0;
  const share = height > 0 ? (y - (strip.tops[index] ?? 0)) / height : 0;
  return { index, share: Math.min(1, Math.max(0, share)) };
}

/** CSS px from the top of the strip to a point of it. */
export function topOf({ tops, heights }: Strip, { index, share }: Place): number {
  return (tops[index] ?? 0) + share * (heights[index] ?? 0);
}

/** Indexes of the first and the last page that lie at least partly between two heights, CSS px. */
export function pagesBetween(strip: Strip, from: number, to: number): [number, number] {
  return [indexAt(strip, from), indexAt(strip, to)];
}

/** The page that is read. The first and the last are reached although others are in sight beside them. */
export function pageInView(strip: Strip, scrollTop: number, windowHeight: number): number {
  if (scrollTop <= 0) return 0;
  if (scrollTop + windowHeight >= strip.height - 1) return Math.max(0, strip.tops.length - 1);
  return indexAt(strip, scrollTop + windowHeight * READING_LINE);
}

/** The last page that begins at or above a height. */
function indexAt({ tops }: Strip, y: number): number {
  let [low, high] = [0, tops.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((tops[middle] ?? 0) <= y) low = middle;
    else high = middle - 1;
  }
  return Math.max(0, low);
}
