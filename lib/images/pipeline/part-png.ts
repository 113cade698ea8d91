import { ImageError } from '../formats/errors';
import { decode, encodeCanvas } from './codec';

/** A part of an image, px of it, with its EXIF orientation applied. */
interface Part {
  x: number;
  y: number;
  width: number;
  height: number;
}

/**
 * A part of an image as PNG.
 * @throws ImageError `image-broken` if it does not decode, `image-too-large` if there is no room
 */
export async function partAsPng(blob: Blob, { x, y, width, height }: Part): Promise<Blob> {
  const bitmap = await decode(blob);
  try {
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext('2d');
    if (!context) throw new ImageError('image-too-large');
    // Cutting the bitmap by `createImageBitmap` cuts the picture as it is stored, not as it is shown (Chromium 156).
    context.drawImage(bitmap, -x, -y);
    return await encodeCanvas(canvas, { type: 'image/png' });
  } finally {
    bitmap.close();
  }
}
