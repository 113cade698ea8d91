import { imageDimensionsFromData } from 'image-dimensions';
import { ascii, type ByteSource, indexOf } from './byte-source';
import { ImageError } from './errors';
import type { Header } from './types';

/** Real boxes hold a few names and numbers. */
const MAX_FTYP_BYTES = 4096;
const MAX_META_BYTES = 4 * 1024 * 1024;
/** Length and type of the box that turns the picture. */
const IROT = [0x00, 0x00, 0x00, 0x09, 0x69, 0x72, 0x6f, 0x74] as const;

/**
 * Walks the top-level boxes, checks that none is cut, and reads the size from `meta`.
 * `orientation` stays 1: every decoder obeys the `irot` box, so it is applied to the size here.
 * @throws ImageError `image-broken`
 */
export async function readAvif(file: ByteSource): Promise<Header> {
  const brands = await box(file, 0);
  if (brands.size > MAX_FTYP_BYTES) throw new ImageError('image-broken');
  const ftyp = (await file.read(0, brands.size)).slice();
  let meta: Uint8Array<ArrayBuffer> | undefined;
  for (let at = 0; at < file.size; ) {
    const { type, size } = await box(file, at);
    if (at + size > file.size) throw new ImageError('image-broken');
    if (type === 'meta') {
      // With two, nobody knows which one a decoder would take.
      if (meta || size > MAX_META_BYTES) throw new ImageError('image-broken');
      meta = (await file.read(at, size)).slice();
    }
    at += size;
  }
  const size = meta && primarySize(concat(ftyp, meta));
  if (!meta || !size) throw new ImageError('image-broken');
  const turned = isTurned(meta);
  return {
    width: turned ? size.height : size.width,
    height: turned ? size.width : size.height,
    orientation: 1,
    animated: ascii(ftyp, 8, ftyp.length - 8).includes('avis'),
  };
}

/**
 * Size in px; undefined if the boxes have none. `image-dimensions` finds the box of the primary
 * item. It serves no other format: it knows no orientation, no animation and no cut file.
 */
function primarySize(boxes: Uint8Array): { width: number; height: number } | undefined {
  try {
    return imageDimensionsFromData(boxes);
  } catch {
    // The library overflows the stack on lists of 100,000 entries.
    return undefined;
  }
}

async function box(file: ByteSource, at: number): Promise<{ type: string; size: number }> {
  const view = await file.view(at, 8);
  const type = ascii(new Uint8Array(view.buffer, view.byteOffset, 8), 4, 4);
  const short = view.getUint32(0);
  // 0: to the end of the file. 1: a 64-bit size follows.
  if (short === 0) return { type, size: file.size - at };
  const size = short === 1 ? Number((await file.view(at + 8, 8)).getBigUint64(0)) : short;
  if (size < 8) throw new ImageError('image-broken');
  return { type, size };
}

/** Whether decoders turn the picture by 90 or 270 degrees. */
function isTurned(meta: Uint8Array): boolean {
  const at = indexOf(meta, IROT);
  return at >= 0 && ((meta[at + IROT.length] ?? 0) & 1) === 1;
}

function concat(first: Uint8Array, second: Uint8Array): Uint8Array {
  const all = new Uint8Array(first.length + second.length);
  all.set(first);
  all.set(second, first.length);
  return all;
}
