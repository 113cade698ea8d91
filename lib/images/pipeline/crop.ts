import { ImageError } from '../formats/errors';

/**
 * Cuts a box (px) out of a picture; what lies outside of the picture is left out.
 * @returns a PNG
 * @throws ImageError `image-broken` if it does not decode, `image-too-small` if nothing is left
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
    // Asked this way round because a box of no numbers is nothing, too.
    if (!(width >= 1 && height >= 1)) throw new ImageError('image-too-small');
    const canvas = new OffscreenCanvas(width, height);
    canvas.getContext('2d')?.drawImage(bitmap, -left, -top);
    return await canvas.convertToBlob({ type: 'image/png' });
  } finally {
    bitmap.close();
  }
}
