import type { Box } from '../find/geometry';

/** A picture and where it is, or was last. */
export interface Spot {
  id: string;
  /** In CSS px of the content of its scroll container, so that scrolling does not move it. */
  box: Box;
  /** The scroll container. Boxes compare only within one. */
  space: object;
  /** The box in which the page places its pictures freely, as virtual lists do; there only the place counts. */
  grid?: object | undefined;
}

/** How far boxes that touch may overlap, CSS px. */
const SLACK = 2;

/**
 * Puts pictures into reading order. The document gives it, unless the page draws later ones above: virtual lists use
 * their nodes again in any order. Those that are gone stay where they were: after what preceded them, and after what
 * lies above or, in their row, before them.
 * @param live in the order of the document
 * @param gone in any order
 * @param last ids in the last order
 * @param isRtl rows run from right to left
 * @returns ids
 */
export function readingOrder(
  live: readonly Spot[],
  gone: readonly Spot[],
  last: readonly string[],
  isRtl = false,
): string[] {
  const order: Spot[] = [];
  const lowest = new Map<object, number>();
  for (const spot of live) {
    const { box, space, grid } = spot;
    const below = lowest.get(space) ?? Number.NEGATIVE_INFINITY;
    // Mostly nothing lies so far down that this one could be drawn before it.
    const isLast = below < (grid ? box.y - box.height / 2 : box.y + box.height - SLACK);
    const at = isLast ? -1 : order.findIndex((other) => isDrawnBefore(spot, other, isRtl));
    if (at === -1) order.push(spot);
    else order.splice(at, 0, spot);
    lowest.set(space, Math.max(below, box.y));
  }
  const before = new Map(last.map((id, at) => [id, last[at - 1]]));
  const rank = new Map(last.map((id, at) => [id, at]));
  const rest = [...gone].sort((a, b) => (rank.get(a.id) ?? 0) - (rank.get(b.id) ?? 0));
  for (const spot of rest) {
    const previous = before.get(spot.id);
    const after = previous === undefined ? -1 : order.findIndex(({ id }) => id === previous);
    const below = order.findLastIndex((other) => precedes(other, spot, isRtl));
    const at = Math.max(after, below) + 1;
    // With nothing above, it stood above the first that is below, and before what has taken its place.
    const isLater = (other: Spot) => precedes(spot, other, isRtl) || isSamePlace(spot, other);
    const first = at > 0 ? -1 : order.findIndex(isLater);
    if (at > 0) order.splice(at, 0, spot);
    else order.splice(first === -1 ? order.length : first, 0, spot);
  }
  return order.map(({ id }) => id);
}

/** Whether the page draws a picture before another that the document has before it. */
function isDrawnBefore(a: Spot, b: Spot, isRtl: boolean): boolean {
  if (a.space !== b.space) return false;
  return isSameGrid(a, b) ? isFirstInGrid(a.box, b.box, isRtl) : isAbove(a.box, b.box);
}

/** Whether a picture comes before another, as far as their places tell. */
function precedes(a: Spot, b: Spot, isRtl: boolean): boolean {
  if (a.space !== b.space) return false;
  if (isSameGrid(a, b)) return isFirstInGrid(a.box, b.box, isRtl);
  return isAbove(a.box, b.box) || (isBeside(a.box, b.box) && isFirstInRow(a.box, b.box, isRtl));
}

function isSameGrid(a: Spot, b: Spot): boolean {
  return a.grid !== undefined && a.grid === b.grid;
}

function isFirstInGrid(a: Box, b: Box, isRtl: boolean): boolean {
  const least = Math.min(a.height, b.height);
  // A picture that has not loaded yet may have no height: then that of the other tells the row.
  const height = least > SLACK ? least : Math.max(a.height, b.height);
  const isSameRow = Math.abs(a.y - b.y) < Math.max(height / 2, SLACK);
  if (!isSameRow) return a.y < b.y;
  return isRtl ? a.x > b.x : a.x < b.x;
}

function isSamePlace(a: Spot, b: Spot): boolean {
  const isClose = Math.abs(a.box.x - b.box.x) <= SLACK && Math.abs(a.box.y - b.box.y) <= SLACK;
  return a.space === b.space && isClose;
}

/** Whether a box lies wholly above another, in the same column. */
function isAbove(a: Box, b: Box): boolean {
  const isSameColumn = a.x + a.width > b.x + SLACK && b.x + b.width > a.x + SLACK;
  return isSameColumn && a.y + a.height <= b.y + SLACK && a.y < b.y;
}

function isBeside(a: Box, b: Box): boolean {
  const shared = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return shared > 0 && shared >= Math.min(a.height, b.height) / 2;
}

function isFirstInRow(a: Box, b: Box, isRtl: boolean): boolean {
  return isRtl ? a.x >= b.x + b.width - SLACK : a.x + a.width <= b.x + SLACK;
}
