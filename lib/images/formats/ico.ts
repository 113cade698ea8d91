import { ascii, type ByteSource } from './byte-source';
import { ImageError } from './errors';
import { join } from './pieces';
import type { Header } from './types';

const HEAD_BYTES = 6;
const ENTRY_BYTES = 16;
/** Real files have a dozen. */
const MAX_ENTRIES = 256;
const DIB_BYTES = 40;
const ICON = 1;
const PNG = '\x89PNG\r\n\x1a\n';

/** One picture of an icon. */
interface Entry {
  /** Its line in the directory. */
  line: Uint8Array<ArrayBuffer>;
  from: number;
  to: number;
  isPng: boolean;
  width: number;
  height: number;
}

/** Whether a file starts as an icon or a cursor does: its first picture lies within bounds. */
export function isIco(head: Uint8Array): boolean {
  if (head.length < HEAD_BYTES + ENTRY_BYTES) return false;
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const kind = view.getUint16(2, true);
  const count = view.getUint16(4, true);
  if (view.getUint16(0, true) !== 0 || (kind !== 1 && kind !== 2)) return false;
  const start = view.getUint32(HEAD_BYTES + 12, true);
  return count > 0 && view.getUint32(HEAD_BYTES + 8, true) > 0 && start >= HEAD_BYTES + ENTRY_BYTES;
}

/**
 * Reads the largest picture of an icon or a cursor.
 * @throws ImageError `image-broken` if it is cut off
 */
export async function readIco(file: ByteSource): Promise<Header> {
  const { width, height } = await largest(file);
  return { width, height, orientation: 1, animated: false };
}

/**
 * The largest picture of an icon or a cursor as a file of its own: a PNG, or an icon with this picture
 * alone, so that every browser decodes the same one.
 * @throws ImageError `image-broken`
 */
export async function largestOfIco(blob: Blob, file: ByteSource): Promise<Blob> {
  const { line, from, to, isPng } = await largest(file);
  // A copy: what Firefox stores of a part that is no more than a slice is not this part.
  if (isPng) return new Blob([await blob.slice(from, to).arrayBuffer()], { type: 'image/png' });
  const head = new Uint8Array(HEAD_BYTES + ENTRY_BYTES);
  const view = new DataView(head.buffer);
  view.setUint16(2, ICON, true);
  view.setUint16(4, 1, true);
  head.set(line, HEAD_BYTES);
  // In a cursor its hot spot stands here: planes and bits per pixel, which the picture also tells.
  view.setUint32(HEAD_BYTES + 4, 0, true);
  view.setUint32(HEAD_BYTES + 12, head.length, true);
  const icon = join(blob, [head, { from, to }]);
  return icon.slice(0, icon.size, 'image/x-icon');
}

/** By area, then by bytes: more colours take more. */
async function largest(file: ByteSource): Promise<Entry> {
  const count = (await file.view(4, 2)).getUint16(0, true);
  let best: Entry | undefined;
  for (let index = 0; index < Math.min(count, MAX_ENTRIES); index += 1) {
    const line = await file.read(HEAD_BYTES + index * ENTRY_BYTES, ENTRY_BYTES);
    const entry = line.length === ENTRY_BYTES ? await entryOf(file, line.slice()) : undefined;
    if (entry && (!best || isLarger(entry, best))) best = entry;
  }
  if (!best) throw new ImageError('image-broken');
  return best;
}

function isLarger(one: Entry, other: Entry): boolean {
  const difference = one.width * one.height - other.width * other.height;
  return difference === 0 ? one.to - one.from > other.to - other.from : difference > 0;
}

/** The sizes in the directory are often wrong: 256 px and more do not fit. @returns undefined if it is cut off */
async function entryOf(
  file: ByteSource,
  line: Uint8Array<ArrayBuffer>,
): Promise<Entry | undefined> {
  const view = new DataView(line.buffer);
  const from = view.getUint32(12, true);
  const to = from + view.getUint32(8, true);
  if (to > file.size || to - from < DIB_BYTES) return undefined;
  const head = await file.view(from, DIB_BYTES);
  const isPng =
    ascii(new Uint8Array(head.buffer, head.byteOffset, PNG.length), 0, PNG.length) === PNG;
  if (isPng) {
    return { line, from, to, isPng, width: head.getUint32(16), height: head.getUint32(20) };
  }
  if (head.getUint32(0, true) < DIB_BYTES) return undefined;
  // The picture and, below it, its mask.
  const height = Math.abs(head.getInt32(8, true)) >> 1;
  return { line, from, to, isPng, width: Math.abs(head.getInt32(4, true)), height };
}
