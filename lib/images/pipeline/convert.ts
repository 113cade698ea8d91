import { ImageError } from '../formats/errors';
import type { ImageType } from '../formats/types';
import { decode, draw, type Encoding, encodeCanvas } from './codec';

/** Formats that a result can be saved in. */
export type WrittenFormat = 'png' | 'jpeg' | 'webp';

/**
 * Converts a picture to another format, upright and in sRGB. Transparency becomes white in a JPEG.
 * @param quality 0..1; PNG ignores it
 * @returns the same Blob if it has that format already
 * @throws ImageError `image-broken` if it does not decode, `image-too-large` if the browser has no
 *   memory for it, `image-unknown-type` if the browser cannot write that format
 */
export async function convert(
  blob: Blob,
  from: ImageType,
  to: WrittenFormat,
  quality: number,
): Promise<Blob> {
  if (from === to) return blob;
  const type: Encoding = `image/${to}`;
  const bitmap = await decode(blob);
  try {
    const { canvas, context } = draw(bitmap, bitmap.width, bitmap.height);
    if (to === 'jpeg') {
      context.globalCompositeOperation = 'destination-over';
      context.fillStyle = '#fff';
      context.fillRect(0, 0, canvas.width, canvas.height);
    }
    const file = await encodeCanvas(canvas, { type, quality });
    // A canvas writes PNG if it does not support the format.
    if (file.type !== type) throw new ImageError('image-unknown-type');
    return file;
  } finally {
    bitmap.close();
  }
}
