import { ascii, type ByteSource } from './byte-source';
import { ImageError } from './errors';
import { exifOrientation } from './exif';
import type { Header } from './header';

const END_OF_IMAGE = [0xff, 0xd9] as const;
const EXIF = 'Exif\0\0';
/** More stray bytes than this between two segments is no JPEG any more. */
const MAX_STRAY_BYTES = 4096;

/**
 * Walks the segments up to the first scan, then asks whether the end marker follows: inside
 * compressed data that byte pair cannot occur, so a cut file never has it (the EXIF preview before
 * the scan does, which is why the search starts here).
 * @throws ImageError `image-broken`
 */
export async function readJpeg(file: ByteSource): Promise<Header> {
  let orientation = 1;
  let size: { width: number; height: number } | undefined;
  let stray = 0;
  let at = 2;
  for (;;) {
    const segment = await file.view(at, 4);
    const marker = segment.getUint8(1);
    if (segment.getUint8(0) !== 0xff || marker === 0xff || marker === 0x00) {
      // FF 00 too: decoders step over it and read the segment behind, so its size counts.
      stray += 1;
      if (stray > MAX_STRAY_BYTES) throw new ImageError('image-broken');
      at += 1;
    } else if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) {
      at += 2;
    } else {
      const length = segment.getUint16(2);
      if (marker === 0xd9 || length < 2) throw new ImageError('image-broken');
      if (marker === 0xda) break;
      if (isFrame(marker)) {
        // A picture has one frame; decoders refuse two, and which size would be the right one?
        if (size) throw new ImageError('image-broken');
        size = await frameSize(file, at);
      }
      if (marker === 0xe1)
        orientation = (await orientationOf(file, at + 4, length - 2)) ?? orientation;
      at += 2 + length;
    }
  }
  if (!size || !(await file.includes(END_OF_IMAGE, at))) throw new ImageError('image-broken');
  return { ...size, orientation, animated: false };
}

/** SOF0..SOF15 without the three codes in that range that mean something else. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}

async function frameSize(file: ByteSource, at: number) {
  const frame = await file.view(at, 9);
  return { height: frame.getUint16(5), width: frame.getUint16(7) };
}

/** Orientation in the APP1 segment at `at`; undefined if it holds something else, such as XMP. */
async function orientationOf(
  file: ByteSource,
  at: number,
  length: number,
): Promise<number | undefined> {
  const content = await file.read(at, length);
  if (ascii(content, 0, EXIF.length) !== EXIF) return undefined;
  return exifOrientation(content.subarray(EXIF.length));
}
