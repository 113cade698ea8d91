import { type Kernel, MITCHELL, type Taps, tapsOf } from '../bands/kernels';
import type { Size } from '../bands/raster';
import { rowsNeeded } from '../bands/resample';
import type { AlphaPlane } from './alpha-plane';
import { type Edges, edgesOf } from './edges';

/** Below this scale an edge needs no help. */
const MIN_SCALE = 1.25;
/** Steepness of a restored edge: it becomes about 1 px wide, as an antialiased edge is. */
const STEEPNESS = 1.2;

export interface EnlargeOptions {
  kernel?: Kernel;
  /** Whether hard edges are made hard again. */
  isEdgeAware?: boolean;
}

/** Rows of an alpha at its new size. */
export interface EnlargedAlpha extends Size {
  /** @returns one byte a pixel */
  read(top: number, rows: number): Uint8Array;
}

/** Where the px of an axis lie between two px of the small plane. */
interface Between {
  before: Int32Array;
  after: Int32Array;
  /** Share of `after`, 0..1. */
  share: Float32Array;
}

/**
 * Brings an alpha plane to another size. A kernel alone would make each edge as wide as one pixel was:
 * blurred by the scale. So where the alpha jumps between two plateaus, the jump is made steep again;
 * a shadow or a feathered edge, which takes several px, stays as soft as it is. The filter does not
 * look at the colours of the result: bled colours have no edge where the alpha has one. Compared by
 * `tsx scripts/bench/pixels-shape.ts` with other kernels.
 * @param to px
 */
export function enlargedAlpha(
  plane: AlphaPlane,
  to: Size,
  { kernel = MITCHELL, isEdgeAware = true }: EnlargeOptions = {},
): EnlargedAlpha {
  const across = tapsOf(plane.width, to.width, kernel);
  const down = tapsOf(plane.height, to.height, kernel);
  const scale = Math.min(to.width / plane.width, to.height / plane.height);
  const columns = between(plane.width, to.width);
  const lines = between(plane.height, to.height);
  const isSharpened = isEdgeAware && scale >= MIN_SCALE;
  return {
    ...to,
    read(top, rows) {
      if (plane.width === to.width && plane.height === to.height) {
        return plane.data.slice(top * to.width, (top + rows) * to.width);
      }
      const alpha = filter(plane, across, down, { top, rows, width: to.width });
      if (isSharpened) {
        const first = lines.before[top] ?? 0;
        const end = (lines.after[top + rows - 1] ?? 0) + 1;
        const edges = edgesOf(plane, first, end);
        for (let y = 0; y < rows; y += 1) {
          const row = alpha.subarray(y * to.width, (y + 1) * to.width);
          const line = {
            before: ((lines.before[top + y] ?? 0) - first) * plane.width,
            after: ((lines.after[top + y] ?? 0) - first) * plane.width,
            share: lines.share[top + y] ?? 0,
          };
          steepen(row, edges, columns, line, scale * STEEPNESS);
        }
      }
      return new Uint8Array(new Uint8ClampedArray(alpha).buffer);
    },
  };
}

function between(from: number, to: number): Between {
  const before = new Int32Array(to);
  const after = new Int32Array(to);
  const share = new Float32Array(to);
  for (let at = 0; at < to; at += 1) {
    const place = Math.max(0, Math.min(from - 1, ((at + 0.5) * from) / to - 0.5));
    before[at] = Math.floor(place);
    after[at] = Math.min(from - 1, Math.floor(place) + 1);
    share[at] = place - Math.floor(place);
  }
  return { before, after, share };
}

/** The rows by the kernel alone. */
function filter(
  plane: AlphaPlane,
  across: Taps,
  down: Taps,
  { top, rows, width }: { top: number; rows: number; width: number },
): Float32Array {
  const [start, end] = rowsNeeded(down, top, rows, plane.height);
  const { first, weights, count } = across;
  const wide = new Float32Array((end - start) * width);
  // Rows with their border px repeated, so that no tap has to be checked.
  const before = Math.max(0, -(first[0] ?? 0));
  const after = Math.max(0, (first[width - 1] ?? 0) + count - plane.width);
  const row = new Float32Array(before + plane.width + after);
  for (let y = start; y < end; y += 1) {
    const own = plane.data.subarray(y * plane.width, (y + 1) * plane.width);
    row.fill(own[0] ?? 0, 0, before);
    row.set(own, before);
    row.fill(own.at(-1) ?? 0, before + plane.width);
    for (let x = 0; x < width; x += 1) {
      let sum = 0;
      let from = (first[x] ?? 0) + before;
      for (let tap = x * count; tap < (x + 1) * count; tap += 1) {
        sum += (weights[tap] ?? 0) * (row[from] ?? 0);
        from += 1;
      }
      wide[(y - start) * width + x] = sum;
    }
  }
  const alpha = new Float32Array(rows * width);
  for (let y = 0; y < rows; y += 1) {
    const begin = down.first[top + y] ?? 0;
    for (let tap = 0; tap < down.count; tap += 1) {
      const weight = down.weights[(top + y) * down.count + tap] ?? 0;
      if (weight === 0) continue;
      const from = (Math.max(start, Math.min(end - 1, begin + tap)) - start) * width;
      for (let x = 0; x < width; x += 1) {
        alpha[y * width + x] = (alpha[y * width + x] ?? 0) + weight * (wide[from + x] ?? 0);
      }
    }
  }
  return alpha;
}

/** Makes the hard edges of a row steep, in place. */
function steepen(
  row: Float32Array,
  { low, high, hardness }: Edges,
  { before, after, share }: Between,
  line: { before: number; after: number; share: number },
  steepness: number,
): void {
  for (let x = 0; x < row.length; x += 1) {
    const a = line.before + (before[x] ?? 0);
    const b = line.before + (after[x] ?? 0);
    const c = line.after + (before[x] ?? 0);
    const d = line.after + (after[x] ?? 0);
    const across = share[x] ?? 0;
    const down = line.share;
    const isEven = low[a] === high[a] && low[b] === high[b] && low[c] === high[c];
    if (
      isEven &&
      low[d] === high[d] &&
      low[a] === low[b] &&
      low[b] === low[c] &&
      low[c] === low[d]
    ) {
      // Most of a picture is far from any edge.
      row[x] = low[a] ?? 0;
      continue;
    }
    const floor = mixed(low[a], low[b], low[c], low[d], across, down);
    const ceiling = mixed(high[a], high[b], high[c], high[d], across, down);
    const value = Math.max(floor, Math.min(ceiling, row[x] ?? 0));
    row[x] = value;
    if (ceiling === floor) continue;
    const hard = mixed(hardness[a], hardness[b], hardness[c], hardness[d], across, down);
    if (hard === 0) continue;
    const place = (value - floor) / (ceiling - floor);
    const steep = Math.max(0, Math.min(1, (place - 0.5) * steepness + 0.5));
    row[x] = value + (floor + (ceiling - floor) * steep - value) * hard;
  }
}

/** Four values of a square, mixed by where a point lies between them. */
function mixed(a = 0, b = 0, c = 0, d = 0, across = 0, down = 0): number {
  const upper = a + (b - a) * across;
  return upper + (c + (d - c) * across - upper) * down;
}
