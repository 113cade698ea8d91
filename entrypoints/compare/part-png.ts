import { decode, encode } from '@/lib/images/pipeline/codec';

/** A part of an image, px of it, with its EXIF orientation applied. */
export interface Part {
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
    const part = await createImageBitmap(bitmap, x, y, width, height);
    try {
      return await encode(part, width, height, 'image/png', 1);
    } finally {
      part.close();
    }
  } finally {
    bitmap.close();
  }
}
