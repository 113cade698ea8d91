import { rowsOfBlob } from '../bands/bitmap-rows';
import { bandsOf, rowsOf, type Size } from '../bands/raster';
import { writePng } from '../bands/write-png';
import { joinAlpha } from './join-alpha';
import { type AlphaPlane, splitTransparency } from './split';

/**
 * Takes a file with transparency apart, in a page or a worker. 16 megapixels take about 150 MB.
 * @param size to send, px: that of the file as shown, or less; the decoder scales
 * @returns the bled colour as an opaque PNG, which is sent, and the alpha, which stays
 * @throws ImageError `image-broken` if it does not decode, `image-too-large` without memory
 */
export async function splitFile(
  blob: Blob,
  size: Size,
): Promise<{ colour: Blob; alpha: AlphaPlane }> {
  const source = rowsOfBlob(blob, size, true);
  const { width, height } = size;
  const picture = { data: new Uint8ClampedArray(width * height * 4), width, height };
  let at = 0;
  for await (const { data } of bandsOf(source)) {
    picture.data.set(data, at);
    at += data.length;
  }
  source.close?.();
  const alpha = splitTransparency(picture);
  return { colour: await writePng(size, bandsOf(rowsOf(picture)), false), alpha };
}

/**
 * Gives a result its alpha back, in a page or a worker.
 * @param size of the result, px
 * @returns a PNG with straight alpha
 * @throws ImageError `image-broken` if the result does not decode
 */
export async function restoreAlpha(result: Blob, size: Size, alpha: AlphaPlane): Promise<Blob> {
  const source = rowsOfBlob(result, size);
  try {
    return await writePng(size, joinAlpha(bandsOf(source), alpha, size), true);
  } finally {
    source.close?.();
  }
}
