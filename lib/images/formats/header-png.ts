import { ascii, type ByteSource } from './byte-source';
import { ImageError } from './errors';
import { exifOrientation } from './exif';
import type { Header } from './header';

/** The last chunk with its checksum, always these bytes. */
const END_CHUNK = [0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82] as const;

const HEADER_BYTES = 13;
/** As long as a JPEG could carry. */
const MAX_EXIF_BYTES = 64 * 1024;

/**
 * Walks the chunks up to the picture data, then looks for the end chunk.
 * @throws ImageError `image-broken`
 */
export async function readPng(file: ByteSource): Promise<Header> {
  const first = await file.view(8, 16);
  const isHeader = first.getUint32(0) === HEADER_BYTES && first.getUint32(4) === 0x49484452;
  // Pictures "optimised" for iOS put a CgBI chunk here; no browser shows them.
  if (!isHeader) throw new ImageError('image-broken');
  const header = {
    width: first.getUint32(8),
    height: first.getUint32(12),
    orientation: 1,
    animated: false,
  };
  let at = 33;
  for (;;) {
    const chunk = await file.view(at, 8);
    const length = chunk.getUint32(0);
    const type = ascii(new Uint8Array(chunk.buffer, chunk.byteOffset, 8), 4, 4);
    if (type === 'IDAT') break;
    if (type === 'acTL') header.animated = (await file.view(at + 8, 4)).getUint32(0) > 1;
    if (type === 'eXIf') {
      const exif = await file.read(at + 8, Math.min(length, MAX_EXIF_BYTES));
      header.orientation = exifOrientation(exif);
    }
    at += 12 + length;
  }
  if (!(await file.includes(END_CHUNK, at))) throw new ImageError('image-broken');
  return header;
}
