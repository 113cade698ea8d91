import sharp from 'sharp';
import type { ReadPixels } from '@/lib/images/quality/read-pixels';

/** Reads pixels as the browser does, in Node. */
export const readBySharp: ReadPixels = async (blob, { width, height }) => {
  const { data } = await sharp(await blob.arrayBuffer())
    .ensureAlpha()
    .resize(width, height, { fit: 'fill', kernel: 'lanczos3' })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data: new Uint8ClampedArray(data), width, height };
};
