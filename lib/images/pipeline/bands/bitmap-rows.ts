import { ImageError } from '../../formats/errors';
import type { Raster, RowSource, Size } from './raster';

/**
 * The rows of a file, in a page or a worker. It is decoded, upright, at the first read and kept until
 * `close`. The rows go through a 2D canvas, which premultiplies: an opaque picture comes out exact, and
 * the colour of a pixel with alpha `a` (1..255) loses at most 128 / a levels. On any background that is
 * at most one level, as `restore-transparency.browser.test.ts` measures.
 * @param size px, as shown; the file must have it
 * @returns reading throws ImageError `image-broken` if the file does not decode or has another size,
 *   `image-too-large` if the browser has no memory for a canvas
 */
export function rowsOfBlob(blob: Blob, size: Size): RowSource {
  let bitmap: ImageBitmap | undefined;
  let canvas: OffscreenCanvas | undefined;
  return {
    ...size,
    async read(top, rows) {
      bitmap ??= await decoded(blob, size);
      // One canvas for all bands: the garbage of a canvas a band would pile up.
      canvas ??= new OffscreenCanvas(size.width, rows);
      if (canvas.height !== rows) canvas.height = rows;
      return readRows(bitmap, canvas, top);
    },
    close() {
      bitmap?.close();
      bitmap = undefined;
      canvas = undefined;
    },
  };
}

async function decoded(blob: Blob, { width, height }: Size) {
  const bitmap = await createImageBitmap(blob).catch((cause: unknown) => {
    throw new ImageError('image-broken', { cause });
  });
  if (bitmap.width === width && bitmap.height === height) return bitmap;
  bitmap.close();
  throw new ImageError('image-broken');
}

function readRows(bitmap: ImageBitmap, canvas: OffscreenCanvas, top: number): Raster {
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new ImageError('image-too-large');
  context.clearRect(0, 0, canvas.width, canvas.height);
  context.drawImage(bitmap, 0, -top);
  return context.getImageData(0, 0, canvas.width, canvas.height);
}
