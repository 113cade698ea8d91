import { imageDimensionsFromData } from 'image-dimensions';
import { ascii, type ByteSource } from './byte-source';
import { ImageError } from './errors';
import type { Header } from './header';

const FLAG_ANIMATED = 0x02;
/** The frame of the file and of its first chunk. */
const MIN_BYTES = 20;

/**
 * Reads the RIFF header and the first chunk. An EXIF orientation is left out on purpose: Chromium
 * shows WebP without turning it (measured in 156), so the picture as shown is the raw one.
 * @throws ImageError `image-broken`
 */
export async function readWebp(file: ByteSource): Promise<Header> {
  const riff = await file.view(0, 21);
  const end = riff.getUint32(4, true) + 8;
  if (end > file.size || end < MIN_BYTES) throw new ImageError('image-broken');
  const head = await file.read(0, 64);
  const size = imageDimensionsFromData(head);
  if (!size) throw new ImageError('image-broken');
  const extended = ascii(head, 12, 4) === 'VP8X';
  return {
    width: size.width,
    height: size.height,
    orientation: 1,
    animated: extended && (riff.getUint8(20) & FLAG_ANIMATED) !== 0,
  };
}
