import { bytesOf, u32, u32le } from './image-files';

type Bytes = Uint8Array<ArrayBuffer>;

const u16le = (value: number) => [value & 255, value >>> 8];

/** A picture in an icon. */
export interface IconEntry {
  /** px, as the directory tells: 256 and more are 0. */
  width: number;
  height: number;
  bytes: Bytes;
}

/** A bitmap as icons hold it: one colour (blue, green, red, alpha), and a mask that hides nothing. */
export function iconBitmap(width: number, height: number, bgra: readonly number[]): IconEntry {
  const mask = new Array(Math.ceil(width / 32) * 4 * height).fill(0);
  const bytes = bytesOf(
    u32le(40),
    u32le(width),
    u32le(height * 2),
    [1, 0, 32, 0],
    new Array(24).fill(0),
    new Array(width * height).fill(bgra).flat(),
    mask,
  );
  return { width, height, bytes };
}

/** An icon, or a cursor, which has its hot spot at 3, 5. */
export function icon(entries: readonly IconEntry[], kind: 'icon' | 'cursor' = 'icon'): Bytes {
  let at = 6 + 16 * entries.length;
  const lines = entries.map(({ width, height, bytes }) => {
    const hot = kind === 'icon' ? [1, 0, 32, 0] : [3, 0, 5, 0];
    const line = bytesOf([width & 255, height & 255, 0, 0], hot, u32le(bytes.length), u32le(at));
    at += bytes.length;
    return line;
  });
  const head = [0, 0, kind === 'icon' ? 1 : 2, 0];
  return bytesOf(head, u16le(entries.length), ...lines, ...entries.map(({ bytes }) => bytes));
}

/** The start of a JPEG XL codestream of this size, each side with 13 bits. */
export function jxlStart(width: number, height: number): Bytes {
  const bits = [
    0,
    ...low(1, 2),
    ...low(height - 1, 13),
    0,
    0,
    0,
    ...low(1, 2),
    ...low(width - 1, 13),
  ];
  const bytes = new Uint8Array(64);
  bits.forEach((bit, at) => {
    bytes[at >> 3] = (bytes[at >> 3] ?? 0) | (bit << (at & 7));
  });
  return bytesOf([0xff, 0x0a], bytes);
}

/** The same in boxes. */
export function jxlInBoxes(codestream: Bytes): Bytes {
  return bytesOf(
    u32(12),
    'JXL \r\n\x87\n',
    u32(20),
    'ftypjxl ',
    u32(0),
    'jxl ',
    u32(codestream.length + 8),
    'jxlc',
    codestream,
  );
}

/** Bits of a number, the lowest first. */
function low(value: number, count: number): number[] {
  return Array.from({ length: count }, (_, bit) => (value >> bit) & 1);
}
