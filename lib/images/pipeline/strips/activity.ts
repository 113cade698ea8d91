import { bandsOf, type Raster, type RowSource } from '../bands/raster';
import type { Axis } from './plan-parts';

/** Every n-th px across is enough. */
const STEP = 2;

/**
 * How much happens at each px along a picture: the mean step of brightness to the px around, 0..510.
 * 0 is a row (or column) of one colour beside one like it, as between the panels of a webtoon.
 */
export async function activityOf(source: RowSource, axis: Axis): Promise<Float32Array> {
  const { width, height } = source;
  const sums = new Float32Array(axis === 'y' ? height : width);
  let above: Float32Array | undefined;
  let top = 0;
  for await (const band of bandsOf(source)) {
    for (let y = 0; y < band.height; y += 1) {
      const row = brightness(band, y);
      if (axis === 'y') sums[top + y] = alongRow(row, above) / Math.ceil(width / STEP);
      else if ((top + y) % STEP === 0) addColumns(sums, row, above ?? row);
      above = row;
    }
    top += band.height;
  }
  return axis === 'y' ? sums : sums.map((sum) => sum / Math.ceil(height / STEP));
}

function brightness({ data, width }: Raster, y: number): Float32Array {
  const row = new Float32Array(width);
  for (let x = 0; x < width; x += 1) {
    const at = (y * width + x) * 4;
    row[x] = ((data[at] ?? 0) + 2 * (data[at + 1] ?? 0) + (data[at + 2] ?? 0)) / 4;
  }
  return row;
}

function alongRow(row: Float32Array, above = row): number {
  let sum = 0;
  for (let x = 0; x < row.length; x += STEP) {
    const own = row[x] ?? 0;
    sum += Math.abs(own - (above[x] ?? 0)) + Math.abs(own - (row[x + 1] ?? own));
  }
  return sum;
}

function addColumns(sums: Float32Array, row: Float32Array, above: Float32Array): void {
  for (let x = 0; x < row.length; x += 1) {
    const own = row[x] ?? 0;
    const before = row[x - 1] ?? own;
    sums[x] = (sums[x] ?? 0) + Math.abs(own - before) + Math.abs(own - (above[x] ?? 0));
  }
}
