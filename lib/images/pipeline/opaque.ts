import { ImageError } from '../formats/errors';
import { decode } from './codec';

/** Rows that are read at once: the pixels of a whole large picture would take 64 MB. */
const ROWS = 256;
/** Alpha of a pixel that hides what is behind it. */
const OPAQUE = 255;

/** Whether no pixel of a picture lets anything through, so that a JPEG loses nothing but detail. */
export function isOpaque(bitmap: ImageBitmap): boolean {
  const { width, height } = bitmap;
  const canvas = new OffscreenCanvas(width, Math.min(ROWS, height));
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new ImageError('image-too-large');
  for (let top = 0; top < height; top += ROWS) {
    context.clearRect(0, 0, width, ROWS);
    context.drawImage(bitmap, 0, -top);
    const rows = Math.min(ROWS, height - top);
    const { data } = context.getImageData(0, 0, width, rows);
    for (let at = 3; at < data.length; at += 4) if (data[at] !== OPAQUE) return false;
  }
  return true;
}

/**
 * The same of a file that the browser decodes.
 * @throws ImageError `image-broken`
 */
export async function isOpaqueFile(blob: Blob): Promise<boolean> {
  const bitmap = await decode(blob);
  try {
    return isOpaque(bitmap);
  } finally {
    bitmap.close();
  }
}
