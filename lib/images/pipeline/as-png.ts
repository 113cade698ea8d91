import { decode, encode } from './codec';
import { inspect } from './inspect';

/**
 * A picture as PNG, the only type a clipboard accepts. A PNG stays as it is.
 * @throws ImageError `image-broken` if it does not decode, `image-too-large` if there is no room
 */
export async function asPng(blob: Blob): Promise<Blob> {
  const { type } = await inspect(blob);
  if (type === 'png') return blob.type === 'image/png' ? blob : new Blob([blob], PNG);
  const bitmap = await decode(blob);
  try {
    return await encode(bitmap, bitmap.width, bitmap.height, 'image/png', 1);
  } finally {
    bitmap.close();
  }
}

const PNG = { type: 'image/png' };
