import type { Raster, Size } from '../bands/raster';
import type { AlphaPlane } from './alpha-plane';
import { type EnlargeOptions, enlargedAlpha } from './enlarge-alpha';

/**
 * Puts an alpha back on the rows of an enlarged colour, band by band and in place. Where it is 0 the
 * colour becomes black, so that what the service painted there takes no bytes.
 * @param size of the result, px
 * @param bands from top to bottom
 */
export async function* joinAlpha(
  bands: AsyncIterable<Raster> | Iterable<Raster>,
  alpha: AlphaPlane,
  size: Size,
  options?: EnlargeOptions,
): AsyncGenerator<Raster> {
  const enlarged = enlargedAlpha(alpha, size, options);
  let top = 0;
  for await (const band of bands) {
    const rows = enlarged.read(top, band.height);
    for (let at = 0; at < rows.length; at += 1) {
      const value = rows[at] ?? 0;
      band.data[at * 4 + 3] = value;
      if (value === 0) band.data.fill(0, at * 4, at * 4 + 3);
    }
    top += band.height;
    yield band;
  }
}
