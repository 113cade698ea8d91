import { ImageError } from '../../formats/errors';
import type { Raster, RowSource, Size } from './raster';

/**
 * The rows of a file, in a page or a worker. It is decoded at the first read and kept until `close`.
 * The rows go through a 2D canvas, which premultiplies: an opaque picture comes out exact, and the
 * colour of a pixel with alpha `a` (1..255) loses at most 128 / a levels. On any background that is at
 * most one level, as `bitmap-rows.browser.test.ts` measures.
 * @param size px, as shown
 */
export function rowsOfBlob(blob: Blob, size: Size): RowSource {
  let bitmap: ImageBitmap | undefined;
  return {
    ...size,
    async read(top, rows) {
      bitmap ??= await createImageBitmap(blob).catch((cause: unknown) => {
        throw new ImageError('image-broken', { cause });
      });
      return readRows(bitmap, top, rows);
    },
    close() {
      bitmap?.close();
      bitmap = undefined;
    },
  };
}

function readRows(bitmap: ImageBitmap, top: number, rows: number): Raster {
  const canvas = new OffscreenCanvas(bitmap.width, rows);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new ImageError('image-too-large');
  context.drawImage(bitmap, 0, -top);
  return context.getImageData(0, 0, bitmap.width, rows);
}
