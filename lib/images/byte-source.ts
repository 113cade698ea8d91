import { ImageError } from './errors';

const WINDOW_BYTES = 64 * 1024;
const SCAN_BYTES = 1024 * 1024;

/** Random access to a Blob that loads one window at a time, never the whole file. */
export class ByteSource {
  readonly size: number;
  private window = new Uint8Array(0);
  private windowStart = 0;

  constructor(private readonly blob: Blob) {
    this.size = blob.size;
  }

  /** Bytes `offset .. offset + length`; fewer at the end of the file. */
  async read(offset: number, length: number): Promise<Uint8Array<ArrayBuffer>> {
    const end = Math.min(offset + length, this.size);
    if (offset >= end) return new Uint8Array(0);
    if (offset < this.windowStart || end > this.windowStart + this.window.length) {
      const windowEnd = Math.max(end, offset + WINDOW_BYTES);
      this.window = new Uint8Array(await this.blob.slice(offset, windowEnd).arrayBuffer());
      this.windowStart = offset;
    }
    return this.window.subarray(offset - this.windowStart, end - this.windowStart);
  }

  /**
   * A view of exactly `length` bytes at `offset`.
   * @throws ImageError `image-broken` if the file ends before.
   */
  async view(offset: number, length: number): Promise<DataView> {
    const bytes = await this.read(offset, length);
    if (bytes.length < length) throw new ImageError('image-broken');
    return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /**
   * Whether `wanted` occurs at or after `from`. The end of the file is looked at first: the end
   * marker of a whole file is there, and only odd files (a video appended to a photo) cost a scan.
   */
  async includes(wanted: readonly number[], from: number): Promise<boolean> {
    const tail = Math.max(from, this.size - WINDOW_BYTES);
    if (indexOf(await this.read(tail, this.size - tail), wanted) >= 0) return true;
    for (let at = from; at < tail; at += SCAN_BYTES) {
      if (indexOf(await this.read(at, SCAN_BYTES + wanted.length), wanted) >= 0) return true;
    }
    return false;
  }
}

/** Position of the byte sequence `wanted`, or -1. */
export function indexOf(bytes: Uint8Array, wanted: readonly number[], from = 0): number {
  const [first = 0] = wanted;
  for (let at = bytes.indexOf(first, from); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (wanted.every((byte, index) => bytes[at + index] === byte)) return at;
  }
  return -1;
}

/** ASCII text of `length` bytes; bytes above 127 come out as Latin-1. */
export function ascii(bytes: Uint8Array, offset: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(offset, offset + length));
}
