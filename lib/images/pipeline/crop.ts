import { ImageError } from '../formats/errors';

/**
 * Crops a picture to a box (px). Parts of the box outside the picture are ignored.
 * @returns a PNG
 * @throws ImageError `image-broken` if it does not decode, `image-too-small` if the box is empty
 */
export async function crop(
  image: Blob,
  box: { x: number; y: number; width: number; height: number },
): Promise<Blob> {
  const bitmap = await createImageBitmap(image).catch((cause: unknown) => {
    throw new ImageError('image-broken', { cause });
  });
  try {
    const left = Math.max(0, Math.round(box.x));
    const top = Math.max(0, Math.round(box.y));
    const width = Math.min(bitmap.width, Math.round(box.x + box.width)) - left;
    const height = Math.min(bitmap.height, Math.round(box.y + box.height)) - top;
    // Negated so that NaN is refused too.
    if (!(width >= 1 && height >= 1)) throw new ImageError('image-too-small');
    const canvas = new OffscreenCanvas(width, height);
    canvas.getContext('2d')?.drawImage(bitmap, -left, -top);
    return await canvas.convertToBlob({ type: 'image/png' });
  } finally {
    bitmap.close();
  }
}
