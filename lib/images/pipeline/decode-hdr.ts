import { ByteSource } from '../formats/byte-source';
import { ImageError } from '../formats/errors';
import { withoutColours } from '../formats/png';
import { decode } from './codec';
import { type Hdr, hdrToSrgb } from './hdr-to-srgb';

/** Rows that are converted at once. */
const ROWS = 256;

/**
 * Decodes an HDR PNG as sRGB, alike in every browser, in a page or a worker.
 * @throws ImageError `image-broken` if it does not decode, `image-too-large` without memory
 */
export async function decodeHdr(blob: Blob, hdr: Hdr): Promise<ImageBitmap> {
  const bitmap = await decode(await withoutColours(blob, new ByteSource(blob)));
  const { width, height } = bitmap;
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new ImageError('image-too-large');
  context.drawImage(bitmap, 0, 0);
  bitmap.close();
  for (let top = 0; top < height; top += ROWS) {
    const rows = context.getImageData(0, top, width, Math.min(ROWS, height - top));
    hdrToSrgb(rows, hdr);
    context.putImageData(rows, 0, top);
  }
  return canvas.transferToImageBitmap();
}
