import type { AlphaPlane } from './alpha-plane';

/** Pixels on each side that belong to the neighbourhood of a pixel. */
const REACH = 2;
/**
 * The largest step between two neighbours, as a part of the range around them. A hard edge takes half
 * of its range or more in one step, antialiased or not; a blur of 1 px takes 0.38.
 */
const SOFT = 0.38;
const HARD = 0.5;
/** A range of so few levels is noise. */
const NOISE = 8;

/** What is around each pixel of some rows, one value a pixel. */
export interface Edges {
  /** Least and greatest alpha within `REACH`. */
  low: Uint8Array;
  high: Uint8Array;
  /** 0 (soft, or no edge) to 1 (hard). */
  hardness: Float32Array;
}

/** Px before and after a pixel that count, along a row and along a column. */
interface Reach {
  across: readonly [number, number];
  down: readonly [number, number];
}

const ALL: Reach = { across: [REACH, REACH], down: [REACH, REACH] };
/** The step to the next pixel leaves the neighbourhood one pixel earlier. */
const STEPS_ACROSS: Reach = { across: [REACH, REACH - 1], down: [REACH, REACH] };
const STEPS_DOWN: Reach = { across: [REACH, REACH], down: [REACH, REACH - 1] };

/** The neighbourhoods of rows `top` to `end` - 1 of an alpha plane. */
export function edgesOf(plane: AlphaPlane, top: number, end: number): Edges {
  const { width, height } = plane;
  const from = Math.max(0, top - REACH);
  const rows = Math.min(height, end + REACH) - from;
  const alpha = plane.data.subarray(from * width, (from + rows) * width);
  const inner = { width, rows, skip: top - from, keep: end - top };
  // The least is the greatest of what is missing to 255.
  const low = spread(alpha.map(missing), inner, ALL).map(missing);
  const high = spread(alpha, inner, ALL);
  const across = spread(stepsAcross(alpha, width), inner, STEPS_ACROSS);
  const down = spread(stepsDown(alpha, width), inner, STEPS_DOWN);
  const hardness = new Float32Array(low.length);
  for (let at = 0; at < low.length; at += 1) {
    const range = (high[at] ?? 0) - (low[at] ?? 0);
    if (range <= NOISE) continue;
    const step = Math.max(across[at] ?? 0, down[at] ?? 0);
    hardness[at] = smoothstep(SOFT, HARD, step / range);
  }
  return { low, high, hardness };
}

/** How much each pixel differs from the next one in its row. */
function stepsAcross(alpha: Uint8Array, width: number): Uint8Array {
  const steps = new Uint8Array(alpha.length);
  for (let at = 0; at + 1 < alpha.length; at += 1) {
    const isLast = (at + 1) % width === 0;
    if (!isLast) steps[at] = Math.abs((alpha[at] ?? 0) - (alpha[at + 1] ?? 0));
  }
  return steps;
}

/** How much each pixel differs from the next one in its column. */
function stepsDown(alpha: Uint8Array, width: number): Uint8Array {
  const steps = new Uint8Array(alpha.length);
  for (let at = 0; at + width < alpha.length; at += 1) {
    steps[at] = Math.abs((alpha[at] ?? 0) - (alpha[at + width] ?? 0));
  }
  return steps;
}

const missing = (value: number) => 255 - value;

/** The greatest value around each pixel. */
function spread(
  plane: Uint8Array,
  { width, rows, skip, keep }: { width: number; rows: number; skip: number; keep: number },
  reach: Reach,
): Uint8Array {
  const across = new Uint8Array(plane.length);
  for (let y = 0; y < rows; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const end = Math.min(width - 1, x + reach.across[1]);
      let found = plane[y * width + x] ?? 0;
      for (let near = Math.max(0, x - reach.across[0]); near <= end; near += 1) {
        found = Math.max(found, plane[y * width + near] ?? 0);
      }
      across[y * width + x] = found;
    }
  }
  const both = new Uint8Array(keep * width);
  for (let y = 0; y < keep; y += 1) {
    const end = Math.min(rows - 1, y + skip + reach.down[1]);
    for (let x = 0; x < width; x += 1) {
      let found = across[(y + skip) * width + x] ?? 0;
      for (let near = Math.max(0, y + skip - reach.down[0]); near <= end; near += 1) {
        found = Math.max(found, across[near * width + x] ?? 0);
      }
      both[y * width + x] = found;
    }
  }
  return both;
}

/** 0 below `from`, 1 above `to`, smooth between. */
function smoothstep(from: number, to: number, value: number): number {
  const at = Math.max(0, Math.min(1, (value - from) / (to - from)));
  return at * at * (3 - 2 * at);
}
