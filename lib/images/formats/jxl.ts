import type { ByteSource } from './byte-source';
import { ascii, indexOf } from './byte-source';
import { ImageError } from './errors';
import type { Header } from './types';

/** Start of the picture itself, which may lie in boxes. */
const CODESTREAM = [0xff, 0x0a] as const;
const BOXES = '\0\0\0\x0cJXL \r\n\x87\n';
/** The size comes first, behind a few small boxes. */
const HEAD_BYTES = 4096;
/** Bits of a side, by the selector before it. */
const SIDE_BITS = [9, 13, 18, 30] as const;
/** Width to height, by number; 0: the width follows. */
const RATIOS = [
  [0, 0],
  [1, 1],
  [12, 10],
  [4, 3],
  [3, 2],
  [16, 9],
  [5, 4],
  [2, 1],
] as const;

/** Whether a file is a JPEG XL picture. */
export function isJxl(head: Uint8Array): boolean {
  return ascii(head, 0, BOXES.length) === BOXES || startOf(head) === 0;
}

function startOf(head: Uint8Array): number {
  return head[0] === CODESTREAM[0] && head[1] === CODESTREAM[1] ? 0 : -1;
}

/**
 * Size of a JPEG XL picture, as `SizeHeader` of ISO/IEC 18181-1 tells it. Decoders turn the picture by themselves;
 * the size is that before.
 * @throws ImageError `image-broken`
 */
export async function readJxl(file: ByteSource): Promise<Header> {
  const head = await file.read(0, HEAD_BYTES);
  const box = indexOf(
    head,
    [...'jxlc'].map((letter) => letter.charCodeAt(0)),
  );
  const part = indexOf(
    head,
    [...'jxlp'].map((letter) => letter.charCodeAt(0)),
  );
  const inBox = box >= 0 ? box + 4 : part + 8;
  const start = startOf(head) === 0 ? 0 : inBox;
  if (start !== 0 && box < 0 && part < 0) throw new ImageError('image-broken');
  const bits = bitReader(head.subarray(start + CODESTREAM.length));
  const isSmall = bits(1) === 1;
  const side = () => (isSmall ? (bits(5) + 1) * 8 : bits(SIDE_BITS[bits(2)] ?? 9) + 1);
  const height = side();
  const [across, down] = RATIOS[bits(3)] ?? [0, 0];
  const width = down === 0 ? side() : Math.floor((height * across) / down);
  return { width, height, orientation: 1, animated: false };
}

/** Reads numbers of up to 30 bits, the lowest bit first; 0 behind the end. */
function bitReader(bytes: Uint8Array): (count: number) => number {
  let at = 0;
  return (count) => {
    let value = 0;
    for (let bit = 0; bit < count; bit += 1) {
      value += (((bytes[at >> 3] ?? 0) >> (at & 7)) & 1) * 2 ** bit;
      at += 1;
    }
    return value;
  };
}
