import { ImageError } from '../formats/errors';
import { isBlank } from './blank';
import { decode, draw } from './codec';
import { inspectNative } from './inspect-native';

const QUALITY = 0.8;

/**
 * Makes the thumbnail of the list. It decodes the whole file, which also proves that a file that
 * passed through can be decoded. The decoder scales; no full-size bitmap is kept.
 * @param blob a picture from `prepare`: JPEG, PNG or WebP
 * @param side box (px) to fit the picture into; it is never enlarged
 * @returns WebP (PNG where the browser writes no WebP), and whether all pixels have nearly one
 *   colour or are fully transparent
 * @throws ImageError every code of `inspectNative`; `image-broken` if it does not decode;
 *   `image-unknown-type` for everything else.
 */
export async function thumbnail(blob: Blob, side = 144): Promise<{ image: Blob; blank: boolean }> {
  const facts = await inspectNative(blob);
  if (!facts) throw new ImageError('image-unknown-type');
  const { width, height } = facts;
  const scale = Math.min(1, side / Math.max(width, height));
  const box = {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  };
  const bitmap = await decode(blob, box);
  try {
    const { canvas, context } = draw(bitmap, box.width, box.height, { willReadFrequently: true });
    const { data } = context.getImageData(0, 0, box.width, box.height);
    const image = await canvas.convertToBlob({ type: 'image/webp', quality: QUALITY });
    return { image, blank: isBlank(data) };
  } finally {
    bitmap.close();
  }
}
