import type { Raster } from '../bands/raster';

/**
 * Where to go over from one raster to another that shows the same: one row for each column, so that
 * the sum of differences is least and neighbours differ by at most a row (Efros and Freeman 2001).
 * @param from first row that may be used
 * @param end row after the last
 */
export function seamPath(a: Raster, b: Raster, from: number, end: number): Int16Array {
  const { width } = a;
  const rows = Math.max(1, end - from);
  const steps = new Int8Array(rows * width);
  let costs = new Float64Array(rows);
  const middle = (rows - 1) / 2;
  for (let x = 0; x < width; x += 1) {
    const next = new Float64Array(rows);
    for (let row = 0; row < rows; row += 1) {
      let step = 0;
      let least = costs[row] ?? 0;
      const upper = row > 0 ? (costs[row - 1] ?? 0) : Number.POSITIVE_INFINITY;
      const lower = row < rows - 1 ? (costs[row + 1] ?? 0) : Number.POSITIVE_INFINITY;
      if (upper < least) [least, step] = [upper, -1];
      if (lower < least) [least, step] = [lower, 1];
      steps[row * width + x] = step;
      // In an even place the path stays in the middle.
      const away = Math.abs(row - middle) / rows;
      next[row] = least + difference(a, b, (from + row) * width + x) + away;
    }
    costs = next;
  }
  const path = new Int16Array(width);
  let row = costs.indexOf(Math.min(...costs));
  for (let x = width - 1; x >= 0; x -= 1) {
    path[x] = from + row;
    row += steps[row * width + x] ?? 0;
  }
  return path;
}

function difference(a: Raster, b: Raster, pixel: number): number {
  let sum = 0;
  for (let at = pixel * 4; at < pixel * 4 + 3; at += 1) {
    sum += Math.abs((a.data[at] ?? 0) - (b.data[at] ?? 0));
  }
  return sum;
}
