import type { ByteSource } from './byte-source';
import { ImageError } from './errors';
import type { Header } from './types';

const OS2_HEADER_BYTES = 12;
const UNCOMPRESSED = [0, 3];

/**
 * Reads the bitmap header. Ignores the size field of the file, which is often wrong.
 * @throws ImageError `image-broken`
 */
export async function readBmp(file: ByteSource): Promise<Header> {
  const view = await file.view(0, 26);
  if (view.getUint32(14, true) === OS2_HEADER_BYTES) {
    const size = { width: view.getUint16(18, true), height: view.getUint16(20, true) };
    return { ...size, orientation: 1, animated: false };
  }
  const width = view.getInt32(18, true);
  // A negative height means that the top row comes first.
  const height = Math.abs(view.getInt32(22, true));
  const format = await file.view(28, 6);
  if (UNCOMPRESSED.includes(format.getUint32(2, true))) {
    const rowBytes = Math.ceil((width * format.getUint16(0, true)) / 32) * 4;
    const pixelsAt = (await file.view(10, 4)).getUint32(0, true);
    if (pixelsAt + rowBytes * height > file.size) throw new ImageError('image-broken');
  }
  return { width, height, orientation: 1, animated: false };
}
