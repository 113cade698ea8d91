import { ascii, type ByteSource } from './byte-source';
import type { Piece } from './pieces';

const START_OF_SCAN = 0xda;
const END_OF_IMAGE = 0xd9;
const COMMENT = 0xfe;
/** Application segments that say how the pixels are to be read: JFIF, ICC profile, Adobe. */
const NEEDED: Readonly<Record<number, string>> = {
  224: 'JFIF\0',
  226: 'ICC_PROFILE\0',
  238: 'Adobe',
};
const HEAD_BYTES = 18;
/** Length of a JFIF segment that holds no preview. */
const BARE_JFIF_BYTES = 16;

/**
 * The parts of a JPEG that make up the picture, up to its first end marker.
 * @throws ImageError `image-broken` if it is cut into absurdly many segments.
 */
export async function strippedJpeg(file: ByteSource): Promise<Piece[]> {
  const kept: Piece[] = [{ from: 0, to: 2 }];
  let at = 2;
  while (at < file.size) {
    const head = await file.read(at, HEAD_BYTES);
    const [prefix, marker = 0, high = 0, low = 0] = head;
    if (prefix !== 0xff || marker === 0xff || marker === 0x00) {
      // A stray byte: decoders step over it.
      at += 1;
      continue;
    }
    const end = at + (isStandalone(marker) ? 2 : 2 + high * 256 + low);
    // It makes no sense from here on.
    if (end > file.size || end < at + 2) return [...kept, { from: at, to: file.size }];
    if (isJfif(marker, head)) kept.push(...bareJfif(head, at, end));
    else if (isNeeded(marker, head)) kept.push({ from: at, to: end });
    if (marker === END_OF_IMAGE) return kept;
    at = end;
    if (marker === START_OF_SCAN) {
      at = await endOfScan(file, end);
      kept.push({ from: end, to: at });
    }
  }
  return kept;
}

/** TEM, RST, SOI and EOI have no content. */
function isStandalone(marker: number): boolean {
  return marker === 0x01 || (marker >= 0xd0 && marker <= END_OF_IMAGE);
}

function isNeeded(marker: number, head: Uint8Array): boolean {
  if (marker === COMMENT) return false;
  if (marker < 0xe0 || marker > 0xef) return true;
  const name = NEEDED[marker];
  return name !== undefined && ascii(head, 4, name.length) === name;
}

function isJfif(marker: number, head: Uint8Array): boolean {
  return marker === 0xe0 && isNeeded(marker, head) && head.length === HEAD_BYTES;
}

/** The segment without its preview, which may show what was cut off the picture. */
function bareJfif(head: Uint8Array<ArrayBuffer>, at: number, end: number): Piece[] {
  if (end - at <= HEAD_BYTES) return [{ from: at, to: end }];
  const bare = head.slice();
  bare.set([0, BARE_JFIF_BYTES], 2);
  bare.set([0, 0], HEAD_BYTES - 2);
  return [bare];
}

/** Position of the first marker behind compressed data: FF not followed by 00, FF or a restart. */
async function endOfScan(file: ByteSource, from: number): Promise<number> {
  let at = from;
  while (at < file.size) {
    const bytes = await file.readOn(at);
    for (let hit = bytes.indexOf(0xff); hit >= 0; hit = bytes.indexOf(0xff, hit + 1)) {
      // The last byte of a piece is looked at again at the start of the next one.
      if (hit + 1 === bytes.length) break;
      if (isMarker(bytes[hit + 1] ?? 0)) return at + hit;
    }
    at += Math.max(1, bytes.length - 1);
  }
  return file.size;
}

function isMarker(code: number): boolean {
  return code !== 0x00 && code !== 0xff && !(code >= 0xd0 && code <= 0xd7);
}
