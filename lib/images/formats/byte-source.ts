import { ImageError } from './errors';

const WINDOW_BYTES = 64 * 1024;
const SCAN_BYTES = 4 * 1024 * 1024;
/** Far more than a real file needs. A hostile file can have millions of empty parts. */
const MIN_READS = 10_000;
const BYTES_PER_READ = 4096;

/**
 * Random access to a Blob. Loads one window at a time, never the whole file. The file size limits
 * the number of reads, so no file can keep its reader busy for long.
 */
export class ByteSource {
  readonly size: number;
  private window = new Uint8Array(0);
  private windowStart = 0;
  private readsLeft: number;

  constructor(private readonly blob: Blob) {
    this.size = blob.size;
    this.readsLeft = MIN_READS + Math.ceil(blob.size / BYTES_PER_READ);
  }

  /**
   * Bytes `offset .. offset + length`; fewer at the end of the file.
   * @throws ImageError `image-broken` after too many reads
   */
  async read(offset: number, length: number): Promise<Uint8Array<ArrayBuffer>> {
    this.readsLeft -= 1;
    if (this.readsLeft < 0) throw new ImageError('image-broken');
    const end = Math.min(offset + length, this.size);
    if (offset >= end) return new Uint8Array(0);
    if (offset < this.windowStart || end > this.windowEnd) {
      await this.load(offset, Math.max(end - offset, WINDOW_BYTES));
    }
    return this.window.subarray(offset - this.windowStart, end - this.windowStart);
  }

  /**
   * The bytes from `offset` to the end of the window: at least one, none at the end of the file.
   * @throws ImageError `image-broken` after too many reads
   */
  async readOn(offset: number): Promise<Uint8Array<ArrayBuffer>> {
    const isLoaded = offset >= this.windowStart && offset < this.windowEnd;
    if (!isLoaded && offset < this.size) await this.load(offset, SCAN_BYTES);
    return this.read(offset, Math.max(0, this.windowEnd - offset));
  }

  private get windowEnd(): number {
    return this.windowStart + this.window.length;
  }

  private async load(offset: number, length: number): Promise<void> {
    this.window = new Uint8Array(await this.blob.slice(offset, offset + length).arrayBuffer());
    this.windowStart = offset;
  }

  /**
   * A view of exactly `length` bytes at `offset`.
   * @throws ImageError `image-broken` if the file ends earlier
   */
  async view(offset: number, length: number): Promise<DataView> {
    const bytes = await this.read(offset, length);
    if (bytes.length < length) throw new ImageError('image-broken');
    return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /**
   * Whether `wanted` occurs at or after `from`. Checks the end of the file first, where a whole
   * file has its end marker. Only odd files, such as a photo with a video behind it, need a scan.
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
export function indexOf(bytes: Uint8Array, wanted: readonly number[]): number {
  // No calls inside the loop: 100 MB that repeat the first byte must not take seconds.
  const [first] = wanted;
  const last = bytes.length - wanted.length;
  for (let at = 0; at <= last; at += 1) {
    if (bytes[at] !== first) continue;
    let same = 1;
    while (same < wanted.length && bytes[at + same] === wanted[same]) same += 1;
    if (same === wanted.length) return at;
  }
  return -1;
}

/** `length` bytes as text, decoded as Latin-1. */
export function ascii(bytes: Uint8Array, offset: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(offset, offset + length));
}
