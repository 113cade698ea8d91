/** Builders of odd files for the tests, in Node and in the browser. */
import CRC32 from 'crc-32';

type Bytes = Uint8Array<ArrayBuffer>;

export function bytesOf(...parts: (string | ArrayLike<number>)[]): Bytes {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    const isText = typeof part === 'string';
    for (let index = 0; isText && index < part.length; index += 1) {
      bytes[at + index] = part.charCodeAt(index);
    }
    if (!isText) bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

export function fromBase64(base64: string): Bytes {
  return bytesOf(atob(base64));
}

export function u32(value: number): number[] {
  return [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];
}

export function u32le(value: number): number[] {
  return u32(value).reverse();
}

/** A copy with other bytes at `at`. */
export function withBytes(bytes: Bytes, at: number, values: ArrayLike<number>): Bytes {
  const changed = bytes.slice();
  changed.set(values, at);
  return changed;
}

/** Position of the byte sequence, or -1. */
export function findBytes(bytes: Bytes, wanted: readonly number[]): number {
  return bytes.findIndex((_, at) => wanted.every((byte, index) => bytes[at + index] === byte));
}

/** A TIFF block whose only entry is the orientation. */
function exifBlock(orientation: number, order: 'II' | 'MM' = 'II'): Bytes {
  return order === 'II'
    ? bytesOf(
        'II*\0',
        [8, 0, 0, 0, 1, 0],
        [0x12, 1, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0],
        u32(0),
      )
    : bytesOf(
        'MM\0*',
        [0, 0, 0, 8, 0, 1],
        [1, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0],
        u32(0),
      );
}

export function jpegSegment(marker: number, content: Bytes): Bytes {
  const length = content.length + 2;
  return bytesOf([0xff, marker, length >> 8, length & 255], content);
}

/** The JPEG with these segments directly behind its start. */
export function withSegments(jpeg: Bytes, ...segments: Bytes[]): Bytes {
  return bytesOf(jpeg.subarray(0, 2), ...segments, jpeg.subarray(2));
}

export function orientedJpeg(jpeg: Bytes, orientation: number, order: 'II' | 'MM' = 'II'): Bytes {
  return withSegments(jpeg, jpegSegment(0xe1, bytesOf('Exif\0\0', exifBlock(orientation, order))));
}

export function pngChunk(type: string, content: ArrayLike<number>): Bytes {
  const body = bytesOf(type, content);
  return bytesOf(u32(content.length), body, u32(CRC32.buf(body)));
}

/** The PNG with these chunks directly behind its header. */
export function withChunks(png: Bytes, ...chunks: Bytes[]): Bytes {
  return bytesOf(png.subarray(0, 33), ...chunks, png.subarray(33));
}

/** An animation of two frames: two PNG files of the same size and kind, by default one twice. */
export function animatedPng(png: Bytes, second = png): Bytes {
  const size = png.subarray(16, 24);
  const control = (sequence: number) =>
    pngChunk('fcTL', bytesOf(u32(sequence), size, u32(0), u32(0), [0, 1, 0, 10, 0, 0]));
  const data = chunksOf(second, 'IDAT');
  const secondFrame = pngChunk('fdAT', bytesOf(u32(2), ...data));
  const end = png.length - 12;
  return bytesOf(
    png.subarray(0, 33),
    pngChunk('acTL', bytesOf(u32(2), u32(0))),
    control(0),
    png.subarray(33, end),
    control(1),
    secondFrame,
    png.subarray(end),
  );
}

function chunksOf(png: Bytes, wanted: string): Bytes[] {
  const found: Bytes[] = [];
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  for (let at = 8; at < png.length; at += 12 + view.getUint32(at)) {
    const type = String.fromCharCode(...png.subarray(at + 4, at + 8));
    if (type === wanted) found.push(png.slice(at + 8, at + 8 + view.getUint32(at)));
  }
  return found;
}

/** A 24-bit Windows bitmap of one colour (blue, green, red). `topDown` writes a negative height. */
export function bmp(width: number, height: number, bgr: readonly number[], topDown = false): Bytes {
  const padding = new Array((4 - ((width * 3) % 4)) % 4).fill(0);
  const row = [...new Array(width).fill(bgr).flat(), ...padding];
  const pixels = new Array(height).fill(row).flat();
  return bytesOf(
    'BM',
    u32le(54 + pixels.length),
    u32le(0),
    u32le(54),
    u32le(40),
    u32le(width),
    u32le(topDown ? -height : height),
    [1, 0, 24, 0],
    new Array(24).fill(0),
    pixels,
  );
}
