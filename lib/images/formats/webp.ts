import { ascii, type ByteSource } from './byte-source';
import { ImageError } from './errors';
import { type Piece, totalBytes } from './pieces';
import type { Header } from './types';
import type { MakePacket } from './xmp';

/** `RIFF`, the length of what follows, `WEBP`. */
const RIFF_BYTES = 12;
/** Type and length of a chunk. */
const HEAD_BYTES = 8;
/** Head and content of the chunk that announces the features of an extended file. */
const FEATURES_BYTES = HEAD_BYTES + 10;
const FEATURES = 'VP8X';
const HAS_ANIMATION = 0x02;
const HAS_XMP = 0x04;
const HAS_ALPHA = 0x10;
/** First byte of a lossless bitstream. */
const LOSSLESS = 0x2f;
/** Bits of a side: 14 in a bitstream, 24 in the features. */
const SIDE = 0x3fff;
const LONG_SIDE = 0xffffff;

/** Bytes `at` to `end` of the file, padding included. */
interface Chunk {
  type: string;
  /** Bytes of its content, which starts at `at + HEAD_BYTES`; no padding. */
  length: number;
  at: number;
  end: number;
  /** The first `FEATURES_BYTES` bytes; fewer at the end of the file. */
  head: Uint8Array<ArrayBuffer>;
  /** The chunk is longer than the rest of the file, or no chunk fits there; it is the last one. */
  isCut: boolean;
}

/** Where the file ends by its own word, or in truth, if that is earlier. */
async function endOf(file: ByteSource): Promise<number> {
  const riff = await file.view(0, RIFF_BYTES);
  return Math.min(file.size, HEAD_BYTES + riff.getUint32(4, true));
}

/** Walks the chunks up to `riffEnd`. */
async function* walk(file: ByteSource, riffEnd: number): AsyncGenerator<Chunk> {
  for (let at = RIFF_BYTES; at < riffEnd; ) {
    const head = await file.read(at, FEATURES_BYTES);
    const type = ascii(head, 0, 4);
    const length = head.length < HEAD_BYTES ? riffEnd : uint32(head, 4);
    const contentEnd = at + HEAD_BYTES + length;
    if (contentEnd > riffEnd) {
      yield { type, length, at, end: riffEnd, head, isCut: true };
      return;
    }
    // Chunks are padded to an even length; the last padding is often missing.
    const end = Math.min(riffEnd, contentEnd + (length & 1));
    yield { type, length, at, end, head, isCut: false };
    at = end;
  }
}

function uint32(bytes: Uint8Array, at: number): number {
  return new DataView(bytes.buffer, bytes.byteOffset).getUint32(at, true);
}

/**
 * Reads the RIFF header and the first chunk. An EXIF orientation is ignored on purpose: Chromium
 * shows WebP without turning it (measured in 156), so the raw picture is the one shown.
 * @throws ImageError `image-broken`
 */
export async function readWebp(file: ByteSource): Promise<Header> {
  const riff = await file.view(0, RIFF_BYTES);
  // A cut file is shorter than it says.
  if (riff.getUint32(4, true) + HEAD_BYTES > file.size) throw new ImageError('image-broken');
  for await (const { type, head, isCut } of walk(file, await endOf(file))) {
    const size = isCut || head.length < FEATURES_BYTES ? undefined : sizeIn(type, head);
    if (!size) break;
    const flags = type === FEATURES ? (head[HEAD_BYTES] ?? 0) : 0;
    return { ...size, orientation: 1, animated: (flags & HAS_ANIMATION) !== 0 };
  }
  throw new ImageError('image-broken');
}

/** Size (px) in the first chunk: lossy, lossless, or the features of an extended file. */
function sizeIn(type: string, head: Uint8Array): { width: number; height: number } | undefined {
  const chunk = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const length = chunk.getUint32(4, true);
  if (type === 'VP8 ' && length >= 10) {
    return { width: chunk.getUint16(14, true) & SIDE, height: chunk.getUint16(16, true) & SIDE };
  }
  if (type === 'VP8L' && length >= 5 && chunk.getUint8(8) === LOSSLESS) {
    const sides = chunk.getUint32(9, true);
    return { width: (sides & SIDE) + 1, height: ((sides >>> 14) & SIDE) + 1 };
  }
  if (type === FEATURES && length >= 10) {
    const width = (chunk.getUint32(12, true) & LONG_SIDE) + 1;
    return { width, height: (chunk.getUint32(14, true) >>> 8) + 1 };
  }
  return undefined;
}

/**
 * A WebP with an XMP packet at its end, and the features chunk that announces it.
 * @throws ImageError `image-broken` if it is cut off or has no picture
 */
export async function addXmpToWebp(file: ByteSource, make: MakePacket): Promise<Piece[]> {
  const riffEnd = await endOf(file);
  const kept: Piece[] = [];
  let features: Uint8Array<ArrayBuffer> | undefined;
  let existing: Uint8Array | undefined;
  for await (const { type, length, at, end, head, isCut } of walk(file, riffEnd)) {
    // Fewer bytes than a chunk has are garbage at the end.
    if (isCut && riffEnd - at < HEAD_BYTES) break;
    if (isCut) throw new ImageError('image-broken');
    const from = at + HEAD_BYTES;
    if (type === FEATURES) {
      features = head.slice(HEAD_BYTES);
    } else if (type === 'XMP ') {
      existing = (await file.read(from, length)).slice();
    } else {
      if (!features && /^VP8[ L]$/.test(type)) features = featuresOf(type, head);
      kept.push({ from: at, to: end });
      if (end < from + length + (length & 1)) kept.push(new Uint8Array(1));
    }
  }
  if (features?.length !== FEATURES_BYTES - HEAD_BYTES) throw new ImageError('image-broken');
  features.set([(features[0] ?? 0) | HAS_XMP]);
  const pieces = [...chunk(FEATURES, features), ...kept, ...chunk('XMP ', make(existing))];
  return [riffHead(totalBytes(pieces)), ...pieces, { from: riffEnd, to: file.size }];
}

/** The features of a simple file, which has no chunk for them. */
function featuresOf(type: string, head: Uint8Array): Uint8Array<ArrayBuffer> | undefined {
  const size = head.length < FEATURES_BYTES ? undefined : sizeIn(type, head);
  if (!size) return undefined;
  const features = new Uint8Array(FEATURES_BYTES - HEAD_BYTES);
  const view = new DataView(features.buffer);
  if (type === 'VP8L' && ((uint32(head, 9) >>> 28) & 1) === 1) features[0] = HAS_ALPHA;
  // Both less one, in three bytes each.
  view.setUint16(4, size.width - 1, true);
  view.setUint16(7, size.height - 1, true);
  return features;
}

function chunk(type: string, content: Uint8Array<ArrayBuffer>): Piece[] {
  const head = new Uint8Array(HEAD_BYTES);
  head.set(new TextEncoder().encode(type));
  new DataView(head.buffer).setUint32(4, content.length, true);
  return content.length % 2 === 0 ? [head, content] : [head, content, new Uint8Array(1)];
}

function riffHead(contentBytes: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(RIFF_BYTES);
  bytes.set(new TextEncoder().encode('RIFF\0\0\0\0WEBP'));
  new DataView(bytes.buffer).setUint32(4, contentBytes + 4, true);
  return bytes;
}
