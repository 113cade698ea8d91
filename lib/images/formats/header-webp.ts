import { ascii, type ByteSource } from './byte-source';
import { ImageError } from './errors';
import type { Header } from './header';

const FLAG_ANIMATED = 0x02;
/** The frame of the file, and its first chunk as far as it speaks of the size. */
const HEAD_BYTES = 30;
/** What lossless pictures begin with. */
const LOSSLESS = 0x2f;
/** Bits of a side: 14 in a picture, 24 in the extended header. */
const SIDE = 0x3fff;
const LONG_SIDE = 0xffffff;

/**
 * Reads the RIFF header and the first chunk. An EXIF orientation is left out on purpose: Chromium
 * shows WebP without turning it (measured in 156), so the picture as shown is the raw one.
 * @throws ImageError `image-broken`
 */
export async function readWebp(file: ByteSource): Promise<Header> {
  const riff = await file.view(0, HEAD_BYTES);
  const end = riff.getUint32(4, true) + 8;
  if (end > file.size || end < HEAD_BYTES) throw new ImageError('image-broken');
  const chunk = ascii(new Uint8Array(riff.buffer, riff.byteOffset, HEAD_BYTES), 12, 4);
  const animated = chunk === 'VP8X' && (riff.getUint8(20) & FLAG_ANIMATED) !== 0;
  return { ...sizeIn(riff, chunk), orientation: 1, animated };
}

/** Size (px) by the first chunk: lossy, lossless, or the header of an extended file. */
function sizeIn(riff: DataView, chunk: string): { width: number; height: number } {
  const length = riff.getUint32(16, true);
  if (chunk === 'VP8 ' && length >= 10) {
    return { width: riff.getUint16(26, true) & SIDE, height: riff.getUint16(28, true) & SIDE };
  }
  if (chunk === 'VP8L' && length >= 5 && riff.getUint8(20) === LOSSLESS) {
    const sides = riff.getUint32(21, true);
    return { width: (sides & SIDE) + 1, height: ((sides >>> 14) & SIDE) + 1 };
  }
  if (chunk === 'VP8X' && length >= 10) {
    const width = (riff.getUint32(24, true) & LONG_SIDE) + 1;
    return { width, height: (riff.getUint32(26, true) >>> 8) + 1 };
  }
  throw new ImageError('image-broken');
}
