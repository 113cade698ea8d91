import CRC32 from 'crc-32';
import { ascii, type ByteSource } from './byte-source';
import { ImageError } from './errors';
import { exifOrientation } from './exif';
import type { Piece } from './pieces';
import { GAMMA_TOLERANCE, PngColours, SRGB_GAMMA } from './png-colours';
import type { Header } from './types';
import type { MakePacket } from './xmp';

const SIGNATURE_BYTES = 8;
/** Length and type. */
const HEAD_BYTES = 8;
/** Length, type and checksum. */
const FRAME_BYTES = 12;
const HEADER_BYTES = 13;
/** Colour types with an alpha channel: grey, and RGB. */
const ALPHA_TYPES: readonly number[] = [4, 6];
/** The last chunk without its length; its checksum is always the same. */
const END_CHUNK = [0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82] as const;
/** As long as a JPEG could carry. */
const MAX_EXIF_BYTES = 64 * 1024;
/** Keyword, no compression, no language, no translated keyword. */
const XMP_HEAD = 'XML:com.adobe.xmp\0\0\0\0\0';
const XMP_KEYWORD = 'XML:com.adobe.xmp\0';
/** Ancillary chunks, which decoders may skip, that change how the picture looks. */
const NEEDED: ReadonlySet<string> = new Set([
  'tRNS',
  'gAMA',
  'cHRM',
  'sRGB',
  'iCCP',
  'cICP',
  'mDCV',
  'cLLI',
  'sBIT',
  'bKGD',
  'pHYs',
  'acTL',
  'fcTL',
  'fdAT',
]);

/** Bytes `at` to `end` of the file, checksum included. */
interface Chunk {
  type: string;
  /** Bytes of its content, which starts at `at + HEAD_BYTES`. */
  length: number;
  at: number;
  end: number;
  /** The chunk is longer than the rest of the file, or no chunk fits there; it is the last one. */
  isCut: boolean;
}

/** Walks the chunks up to the end chunk or the end of the file. */
async function* walk(file: ByteSource): AsyncGenerator<Chunk> {
  let type = '';
  for (let at = SIGNATURE_BYTES; type !== 'IEND' && at < file.size; ) {
    const head = await file.read(at, HEAD_BYTES);
    type = ascii(head, 4, 4);
    const length = head.length < HEAD_BYTES ? file.size : uint32(head);
    const end = at + FRAME_BYTES + length;
    if (end > file.size) {
      yield { type, length, at, end: file.size, isCut: true };
      return;
    }
    yield { type, length, at, end, isCut: false };
    at = end;
  }
}

function uint32(bytes: Uint8Array): number {
  return new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
}

/**
 * Reads the chunks up to the picture data, and checks that the end chunk follows.
 * @throws ImageError `image-broken`
 */
export async function readPng(file: ByteSource): Promise<Header> {
  let header: Header | undefined;
  let bitDepth = 8;
  const colours = new PngColours();
  for await (const { type, length, at, isCut } of walk(file)) {
    if (isCut) break;
    colours.note(type, at + HEAD_BYTES, length);
    if (!header) {
      // Pictures "optimised" for iOS start with a CgBI chunk; no browser shows them.
      if (type !== 'IHDR' || length !== HEADER_BYTES) break;
      const size = await file.view(at + HEAD_BYTES, 10);
      bitDepth = size.getUint8(8);
      const [width, height] = [size.getUint32(0), size.getUint32(4)];
      const hasAlpha = ALPHA_TYPES.includes(size.getUint8(9));
      header = {
        width,
        height,
        orientation: 1,
        animated: false,
        ...(hasAlpha && { mayBeTransparent: true }),
      };
    }
    if (type === 'IDAT') {
      if (!(await file.includes(END_CHUNK, at))) break;
      const named = await colours.read(file, bitDepth);
      return { ...header, ...(named && { colours: named }) };
    }
    if (type === 'tRNS') header.mayBeTransparent = true;
    if (type === 'acTL') header.animated = (await file.view(at + HEAD_BYTES, 4)).getUint32(0) > 1;
    if (type === 'eXIf') {
      const exif = await file.read(at + HEAD_BYTES, Math.min(length, MAX_EXIF_BYTES));
      header.orientation = exifOrientation(exif);
    }
  }
  throw new ImageError('image-broken');
}

/**
 * The parts of a PNG that decoding needs, up to its end chunk.
 * @throws ImageError `image-broken` if it has too many chunks to walk
 */
export async function stripPng(file: ByteSource): Promise<Piece[]> {
  const kept: Piece[] = [{ from: 0, to: SIGNATURE_BYTES }];
  for await (const { type, at, end, isCut } of walk(file)) {
    if (isCut || isCritical(type) || NEEDED.has(type)) kept.push({ from: at, to: end });
  }
  return kept;
}

/** An upper-case first letter marks a chunk that decoders must not skip. */
function isCritical(type: string): boolean {
  return /^[A-Z]/.test(type);
}

/**
 * A PNG with an XMP packet behind its header.
 * @throws ImageError `image-broken` if it is cut off, or its packet is compressed
 */
export async function addXmpToPng(file: ByteSource, make: MakePacket): Promise<Piece[]> {
  const kept: Piece[] = [];
  let existing: Uint8Array | undefined;
  for await (const { type, length, at, end, isCut } of walk(file)) {
    if (isCut) break;
    const packet = type === 'iTXt' ? await packetIn(file, at + HEAD_BYTES, length) : undefined;
    if (packet) existing = packet;
    else kept.push({ from: at, to: end });
    const [header, ...rest] = kept;
    if (type !== 'IEND' || !header) continue;
    const note = xmpChunk(make(existing));
    return [{ from: 0, to: SIGNATURE_BYTES }, header, note, ...rest, { from: end, to: file.size }];
  }
  throw new ImageError('image-broken');
}

async function packetIn(
  file: ByteSource,
  at: number,
  length: number,
): Promise<Uint8Array | undefined> {
  const head = ascii(await file.read(at, Math.min(length, XMP_HEAD.length)), 0, XMP_HEAD.length);
  if (!head.startsWith(XMP_KEYWORD)) return undefined;
  if (head !== XMP_HEAD) throw new ImageError('image-broken');
  return (await file.read(at + XMP_HEAD.length, length - XMP_HEAD.length)).slice();
}

function xmpChunk(packet: Uint8Array): Uint8Array<ArrayBuffer> {
  const head = new TextEncoder().encode(`iTXt${XMP_HEAD}`);
  const chunk = new Uint8Array(8 + head.length + packet.length);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, head.length - 4 + packet.length);
  chunk.set(head, 4);
  chunk.set(packet, 4 + head.length);
  view.setInt32(chunk.length - 4, CRC32.buf(chunk.subarray(4, chunk.length - 4)));
  return chunk;
}

/** The chromaticities of sRGB. Source: PNG 3rd edition, 11.3.2.1. */
const SRGB_CHROMATICITIES = [31_270, 32_900, 64_000, 33_000, 30_000, 60_000, 15_000, 6_000];

/**
 * Adds the primaries of sRGB to a PNG that has a gamma and no primaries. Firefox 153 converts such a file to a gamma
 * of 2.2, which is up to 9 of 255 from sRGB; with primaries it converts to sRGB.
 * @returns the same Blob if the file has primaries, no gamma, or that of sRGB, which every browser takes for sRGB
 */
export async function withSrgbPrimaries(blob: Blob, file: ByteSource): Promise<Blob> {
  let gamma = SRGB_GAMMA;
  for await (const { type, at, length } of walk(file)) {
    if (type === 'IDAT') break;
    if (type === 'cHRM') return blob;
    if (type === 'gAMA' && length === 4) gamma = uint32(await file.read(at + HEAD_BYTES, 4));
  }
  if (Math.abs(gamma - SRGB_GAMMA) <= GAMMA_TOLERANCE) return blob;
  const content = new DataView(new ArrayBuffer(4 + SRGB_CHROMATICITIES.length * 4));
  for (const [index, letter] of Array.from('cHRM').entries()) {
    content.setUint8(index, letter.charCodeAt(0));
  }
  for (const [index, value] of SRGB_CHROMATICITIES.entries()) {
    content.setUint32(4 + index * 4, value);
  }
  const frame = new DataView(new ArrayBuffer(8));
  frame.setUint32(0, content.byteLength - 4);
  frame.setInt32(4, CRC32.buf(new Uint8Array(content.buffer)));
  const header = SIGNATURE_BYTES + FRAME_BYTES + HEADER_BYTES;
  const [length, checksum] = [frame.buffer.slice(0, 4), frame.buffer.slice(4)];
  const parts = [blob.slice(0, header), length, content, checksum, blob.slice(header)];
  return new Blob(parts, { type: blob.type });
}

/** Chunks that say what the colours are. */
const COLOUR_CHUNKS: ReadonlySet<string> = new Set(['cICP', 'iCCP', 'sRGB', 'gAMA', 'cHRM']);

/** A PNG without what says its colours, so that every browser decodes its plain values. */
export async function withoutColours(blob: Blob, file: ByteSource): Promise<Blob> {
  const pieces = [blob.slice(0, SIGNATURE_BYTES)];
  for await (const { type, at, end } of walk(file)) {
    if (!COLOUR_CHUNKS.has(type)) pieces.push(blob.slice(at, end));
  }
  return new Blob(pieces, { type: blob.type });
}
