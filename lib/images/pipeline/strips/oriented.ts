import { bandsOf, type Raster, type RowSource } from '../bands/raster';
import type { Axis } from './plan-parts';

/** Swaps rows and columns. */
export function transposed({ data, width, height }: Raster): Raster {
  const from = new Uint32Array(data.buffer, data.byteOffset, width * height);
  const to = new Uint32Array(width * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) to[x * height + y] = from[y * width + x] ?? 0;
  }
  return { data: new Uint8ClampedArray(to.buffer), width: height, height: width };
}

/**
 * Reads what lies between two places of the axis, with the axis turned downwards: one row of the
 * answer for each px along the axis.
 */
export async function readAlong(
  source: RowSource,
  axis: Axis,
  from: number,
  end: number,
): Promise<Raster> {
  if (axis === 'y') return source.read(from, end - from);
  const length = end - from;
  const data = new Uint8ClampedArray(length * source.height * 4);
  let row = 0;
  for await (const band of bandsOf(source)) {
    for (let y = 0; y < band.height; y += 1) {
      const at = (y * band.width + from) * 4;
      data.set(band.data.subarray(at, at + length * 4), (row + y) * length * 4);
    }
    row += band.height;
  }
  return transposed({ data, width: length, height: source.height });
}
