import { decode, draw } from '../pipeline/codec';
import type { Pixels } from './fidelity-structure';

/** Decodes a picture, scaled to a size, px. Rejects if it does not decode. */
export type ReadPixels = (blob: Blob, size: { width: number; height: number }) => Promise<Pixels>;

/** For pages and workers, which have a canvas. Keeps no full-size bitmap. */
export const readPixels: ReadPixels = async (blob, { width, height }) => {
  const bitmap = await decode(blob, { width, height });
  try {
    const { context } = draw(bitmap, width, height, { willReadFrequently: true });
    return context.getImageData(0, 0, width, height);
  } finally {
    bitmap.close();
  }
};
