import { ImageError } from '../formats/errors';
import { isBlank } from './blank';
import { decode, draw } from './codec';
import { inspectNative } from './inspect-native';

const QUALITY = 0.8;

/**
 * Makes the small picture of the list. It decodes the file in full, so it is also the proof that
 * a file handed on untouched can be decoded; the decoder scales, no full-size bitmap is kept.
 * @param blob a picture as `prepare` makes it: JPEG, PNG or WebP.
 * @param side box (px) the picture is fitted into, keeping its shape; it is never enlarged.
 * @returns WebP (PNG where the platform writes no WebP), and whether all pixels are of nearly one
 *   colour or fully transparent.
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
