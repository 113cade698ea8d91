import { ascii, type ByteSource } from './byte-source';
import { ImageError } from './errors';
import { type Piece, totalBytes } from './pieces';
import type { MakePacket } from './provenance-xmp';

const RIFF_BYTES = 12;
const CHUNK_HEAD_BYTES = 8;
const FEATURES = 'VP8X';
const FEATURES_BYTES = 10;
const HAS_XMP = 0x04;
const HAS_ALPHA = 0x10;

/**
 * A WebP with the packet at its end, and the features chunk that announces it.
 * @throws ImageError `image-broken` if it is cut off or makes no sense
 */
export async function notedWebp(file: ByteSource, make: MakePacket): Promise<Piece[]> {
  const kept: Piece[] = [];
  let features: Uint8Array<ArrayBuffer> | undefined;
  let existing: Uint8Array | undefined;
  const riff = await file.view(0, RIFF_BYTES);
  const riffEnd = Math.min(file.size, 8 + riff.getUint32(4, true));
  let at = RIFF_BYTES;
  while (at + CHUNK_HEAD_BYTES <= riffEnd) {
    const head = await file.view(at, CHUNK_HEAD_BYTES);
    const type = ascii(new Uint8Array(head.buffer, head.byteOffset, 4), 0, 4);
    const length = head.getUint32(4, true);
    const from = at + CHUNK_HEAD_BYTES;
    if (from + length > riffEnd) throw new ImageError('image-broken');
    // Chunks are padded to an even length; the last padding is often missing.
    const end = Math.min(riffEnd, from + length + (length & 1));
    if (type === FEATURES) features = (await file.read(from, FEATURES_BYTES)).slice();
    else if (type === 'XMP ') existing = (await file.read(from, length)).slice();
    else {
      if (!features && /^VP8[ L]$/.test(type)) features = await featuresOf(file, type, from);
      kept.push({ from: at, to: end });
      if (end < from + length + (length & 1)) kept.push(new Uint8Array(1));
    }
    at = end;
  }
  if (features?.length !== FEATURES_BYTES) throw new ImageError('image-broken');
  features.set([(features[0] ?? 0) | HAS_XMP]);
  const pieces = [...chunk(FEATURES, features), ...kept, ...chunk('XMP ', make(existing))];
  return [frame(totalBytes(pieces)), ...pieces, { from: riffEnd, to: file.size }];
}

/** The features of a simple file, which has no chunk for them. */
async function featuresOf(
  file: ByteSource,
  type: string,
  from: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const head = await file.view(from, 10);
  const features = new Uint8Array(FEATURES_BYTES);
  const view = new DataView(features.buffer);
  const isLossless = type === 'VP8L';
  const bits = head.getUint32(1, true);
  if (isLossless && ((bits >>> 28) & 1) === 1) features[0] = HAS_ALPHA;
  const width = isLossless ? bits & 0x3fff : (head.getUint16(6, true) & 0x3fff) - 1;
  const height = isLossless ? (bits >>> 14) & 0x3fff : (head.getUint16(8, true) & 0x3fff) - 1;
  // Both less one, in three bytes each.
  view.setUint16(4, width, true);
  view.setUint16(7, height, true);
  return features;
}

function chunk(type: string, content: Uint8Array<ArrayBuffer>): Piece[] {
  const head = new Uint8Array(CHUNK_HEAD_BYTES);
  head.set(new TextEncoder().encode(type));
  new DataView(head.buffer).setUint32(4, content.length, true);
  return content.length % 2 === 0 ? [head, content] : [head, content, new Uint8Array(1)];
}

function frame(contentBytes: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(RIFF_BYTES);
  bytes.set(new TextEncoder().encode('RIFF\0\0\0\0WEBP'));
  new DataView(bytes.buffer).setUint32(4, contentBytes + 4, true);
  return bytes;
}
