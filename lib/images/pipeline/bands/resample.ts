import { type Kernel, LANCZOS3, type Taps, tapsOf } from './kernels';
import type { Raster, RowSource, Size } from './raster';

const CHANNELS = 4;

/**
 * A picture at another size, resampled row by row as it is read. At the same size the rows pass through
 * unchanged. The channels are filtered one by one, which is right for opaque pictures.
 * @param to px
 */
export function resampled(source: RowSource, to: Size, kernel: Kernel = LANCZOS3): RowSource {
  if (source.width === to.width && source.height === to.height) return source;
  const across = tapsOf(source.width, to.width, kernel);
  const down = tapsOf(source.height, to.height, kernel);
  const isAsWide = source.width === to.width;
  // Kept for the next rows: as garbage, one a band would pile up.
  let wide = new Float32Array(0);
  return {
    ...to,
    async read(top, rows) {
      const [start, end] = rowsNeeded(down, top, rows, source.height);
      const part = await source.read(start, end - start);
      const length = part.height * to.width * CHANNELS;
      if (wide.length < length) wide = new Float32Array(length);
      if (isAsWide) wide.set(part.data);
      else filterAcross(part, across, to.width, wide);
      const data = filterDown(wide, down, { start, end, top, rows }, to.width * CHANNELS);
      return { data, width: to.width, height: rows };
    },
    close() {
      wide = new Float32Array(0);
      source.close?.();
    },
  };
}

/** First and end row of the source that rows of the output need. */
export function rowsNeeded(
  { first, count }: Taps,
  top: number,
  rows: number,
  height: number,
): [number, number] {
  const start = Math.max(0, Math.min(height - 1, first[top] ?? 0));
  const end = Math.min(height, (first[top + rows - 1] ?? 0) + count);
  return [start, Math.max(start + 1, end)];
}

function filterAcross(part: Raster, taps: Taps, to: number, wide: Float32Array): void {
  const { data, width, height } = part;
  const { first, weights, count } = taps;
  // Rows with their border px repeated, so that no tap has to be checked.
  const before = Math.max(0, -(first[0] ?? 0));
  const after = Math.max(0, (first[to - 1] ?? 0) + count - width);
  const row = new Float32Array((before + width + after) * CHANNELS);
  for (let y = 0; y < height; y += 1) {
    pad(row, data, y * width, width, before, after);
    for (let x = 0; x < to; x += 1) {
      let red = 0;
      let green = 0;
      let blue = 0;
      let alpha = 0;
      let from = ((first[x] ?? 0) + before) * CHANNELS;
      for (let tap = x * count; tap < (x + 1) * count; tap += 1) {
        const weight = weights[tap] ?? 0;
        red += weight * (row[from] ?? 0);
        green += weight * (row[from + 1] ?? 0);
        blue += weight * (row[from + 2] ?? 0);
        alpha += weight * (row[from + 3] ?? 0);
        from += CHANNELS;
      }
      const at = (y * to + x) * CHANNELS;
      wide[at] = red;
      wide[at + 1] = green;
      wide[at + 2] = blue;
      wide[at + 3] = alpha;
    }
  }
}

function pad(
  row: Float32Array,
  data: Uint8ClampedArray,
  start: number,
  width: number,
  before: number,
  after: number,
): void {
  row.set(data.subarray(start * CHANNELS, (start + width) * CHANNELS), before * CHANNELS);
  const first = data.subarray(start * CHANNELS, (start + 1) * CHANNELS);
  const last = data.subarray((start + width - 1) * CHANNELS, (start + width) * CHANNELS);
  for (let x = 0; x < before; x += 1) row.set(first, x * CHANNELS);
  for (let x = 0; x < after; x += 1) row.set(last, (before + width + x) * CHANNELS);
}

/** @param stride values per row */
function filterDown(
  wide: Float32Array,
  taps: Taps,
  { start, end, top, rows }: { start: number; end: number; top: number; rows: number },
  stride: number,
): Uint8ClampedArray {
  const data = new Uint8ClampedArray(rows * stride);
  const sums = new Float32Array(stride);
  for (let y = 0; y < rows; y += 1) {
    sums.fill(0);
    const first = taps.first[top + y] ?? 0;
    for (let tap = 0; tap < taps.count; tap += 1) {
      const weight = taps.weights[(top + y) * taps.count + tap] ?? 0;
      if (weight === 0) continue;
      const from = (Math.max(start, Math.min(end - 1, first + tap)) - start) * stride;
      for (let at = 0; at < stride; at += 1) {
        sums[at] = (sums[at] ?? 0) + weight * (wide[from + at] ?? 0);
      }
    }
    data.set(sums, y * stride);
  }
  return data;
}
