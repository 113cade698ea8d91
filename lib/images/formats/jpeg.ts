import { ascii, type ByteSource } from './byte-source';
import { ImageError } from './errors';
import { exifOrientation } from './exif';
import { ProfileParts } from './jpeg-profile';
import type { Piece } from './pieces';
import type { Header } from './types';
import type { MakePacket } from './xmp';

const TEM = 0x01;
const RST0 = 0xd0;
const RST7 = 0xd7;
const END_OF_IMAGE = 0xd9;
const START_OF_SCAN = 0xda;
const APP0 = 0xe0;
const APP1 = 0xe1;
const APP2 = 0xe2;
/** CMYK, and YCCK, which stores the same. */
const CMYK_COMPONENTS = 4;
const COMMENT = 0xfe;
/** More stray bytes than this before the scan is no JPEG any more. */
const MAX_STRAY_BYTES = 4096;
const EXIF = 'Exif\0\0';
const XMP = 'http://ns.adobe.com/xap/1.0/\0';
/** Marker, length and the longest name of a segment. */
const HEAD_BYTES = 4 + XMP.length;
/** The length of a segment counts itself and has 16 bits. */
const MAX_PACKET_BYTES = 0xffff - 2 - XMP.length;
/** Application segments that change how the pixels decode: JFIF, ICC profile, Adobe. */
const NEEDED: Readonly<Record<number, string>> = {
  224: 'JFIF\0',
  226: 'ICC_PROFILE\0',
  238: 'Adobe',
};
/** Marker and content of a JFIF segment without a preview. */
const BARE_JFIF_BYTES = 18;

/** Bytes `at` to `end` of the file. */
interface Part {
  /**
   * `stray`: a byte between segments that decoders skip, such as a fill byte. `scan`: compressed
   * data. `broken`: an impossible length; the rest of the file is one part.
   */
  kind: 'segment' | 'scan' | 'stray' | 'broken';
  /** Of a segment; else 0. */
  marker: number;
  at: number;
  end: number;
  /** The first `HEAD_BYTES` bytes of a segment; fewer at the end of the file. */
  head: Uint8Array<ArrayBuffer>;
}

/** Walks the parts behind the start marker, up to the end marker or the end of the file. */
async function* walk(file: ByteSource): AsyncGenerator<Part> {
  for (let at = 2; at < file.size; ) {
    const head = await file.read(at, HEAD_BYTES);
    const [prefix, marker = 0, high = 0, low = 0] = head;
    if (prefix !== 0xff || marker === 0xff || marker === 0x00) {
      // FF 00 too: decoders read the segment behind it, so its size counts.
      yield { kind: 'stray', marker: 0, at, end: at + 1, head };
      at += 1;
      continue;
    }
    const length = isStandalone(marker) ? 0 : high * 256 + low;
    const end = at + 2 + length;
    if (end > file.size || (length < 2 && !isStandalone(marker))) {
      yield { kind: 'broken', marker: 0, at, end: file.size, head };
      return;
    }
    yield { kind: 'segment', marker, at, end, head };
    if (marker === END_OF_IMAGE) return;
    at = end;
    if (marker === START_OF_SCAN) {
      at = await endOfScan(file, end);
      yield { kind: 'scan', marker: 0, at: end, end: at, head };
    }
  }
}

/** TEM, RST, SOI and EOI have no content. */
function isStandalone(marker: number): boolean {
  return marker === TEM || (marker >= RST0 && marker <= END_OF_IMAGE);
}

/** Position of the marker behind compressed data. */
async function endOfScan(file: ByteSource, from: number): Promise<number> {
  let at = from;
  while (at < file.size) {
    const bytes = await file.readOn(at);
    for (let hit = bytes.indexOf(0xff); hit >= 0; hit = bytes.indexOf(0xff, hit + 1)) {
      // The next read starts with the last byte of this one.
      if (hit + 1 === bytes.length) break;
      if (endsScan(bytes[hit + 1] ?? 0)) return at + hit;
    }
    at += Math.max(1, bytes.length - 1);
  }
  return file.size;
}

/** FF 00 is a data byte, FF FF a fill byte, and restart markers belong to the data. */
function endsScan(code: number): boolean {
  return code !== 0x00 && code !== 0xff && !(code >= RST0 && code <= RST7);
}

/**
 * Reads size and orientation from the segments before the first scan, and checks that an end
 * marker follows. That byte pair cannot occur inside compressed data, so a cut file never has it.
 * The search starts at the scan because the preview inside EXIF has an end marker of its own.
 * @throws ImageError `image-broken`
 */
export async function readJpeg(file: ByteSource): Promise<Header> {
  let orientation = 1;
  let frame: { width: number; height: number; components: number } | undefined;
  const profile = new ProfileParts();
  let stray = 0;
  for await (const { kind, marker, at, end } of walk(file)) {
    if (kind === 'stray') stray += 1;
    if (kind === 'broken' || stray > MAX_STRAY_BYTES || marker === END_OF_IMAGE) break;
    if (kind === 'stray') continue;
    if (marker === START_OF_SCAN) {
      if (!frame || !(await file.includes([0xff, END_OF_IMAGE], at))) break;
      const { components, ...size } = frame;
      const named = await profile.colours(file);
      const isCmyk = components === CMYK_COMPONENTS;
      const colours = isCmyk ? (named ?? 'CMYK') : named;
      const facts = { ...size, orientation, animated: false };
      return { ...facts, ...(colours && { colours }), ...(isCmyk && { isCmyk }) };
    }
    if (isFrame(marker)) {
      // A JPEG has one frame. With two, decoders may disagree about the size.
      if (frame) break;
      frame = await frameOf(file, at);
    }
    if (marker === APP2) await profile.add(file, at, end);
    if (marker === APP1) orientation = (await orientationOf(file, at + 4, end)) ?? orientation;
  }
  throw new ImageError('image-broken');
}

/** The ICC profile; undefined if there is none, or not all of it. @throws ImageError `image-broken` */
export async function jpegProfile(file: ByteSource): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const profile = new ProfileParts();
  for await (const { kind, marker, at, end } of walk(file)) {
    if (kind === 'broken' || marker === START_OF_SCAN) break;
    if (marker === APP2) await profile.add(file, at, end);
  }
  return profile.bytes(file);
}

/** SOF0 to SOF15, without the three codes in that range that mean something else. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}

async function frameOf(file: ByteSource, at: number) {
  const frame = await file.view(at, 10);
  return {
    height: frame.getUint16(5),
    width: frame.getUint16(7),
    components: frame.getUint8(9),
  };
}

/** Orientation in the content of an APP1 segment; undefined if it is not EXIF, such as XMP. */
async function orientationOf(
  file: ByteSource,
  at: number,
  end: number,
): Promise<number | undefined> {
  const content = await file.read(at, end - at);
  if (ascii(content, 0, EXIF.length) !== EXIF) return undefined;
  return exifOrientation(content.subarray(EXIF.length));
}

/**
 * The parts of a JPEG that decoding needs, up to its first end marker.
 * @throws ImageError `image-broken` if it has too many segments to walk
 */
export async function stripJpeg(file: ByteSource): Promise<Piece[]> {
  const kept: Piece[] = [{ from: 0, to: 2 }];
  for await (const { kind, marker, at, end, head } of walk(file)) {
    if (kind === 'stray') continue;
    if (kind === 'segment' && hasPreview(marker, at, end, head)) kept.push(bareJfif(head));
    else if (kind !== 'segment' || isNeeded(marker, head)) kept.push({ from: at, to: end });
  }
  return kept;
}

function isNeeded(marker: number, head: Uint8Array): boolean {
  if (marker === COMMENT) return false;
  if (marker < 0xe0 || marker > 0xef) return true;
  const name = NEEDED[marker];
  return name !== undefined && ascii(head, 4, name.length) === name;
}

/** Whether a JFIF segment has a preview, which may show what was cropped away. */
function hasPreview(marker: number, at: number, end: number, head: Uint8Array): boolean {
  return marker === APP0 && isNeeded(marker, head) && end - at > BARE_JFIF_BYTES;
}

function bareJfif(head: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const bare = head.slice(0, BARE_JFIF_BYTES);
  bare.set([0, BARE_JFIF_BYTES - 2], 2);
  // Width and height of the preview.
  bare.set([0, 0], BARE_JFIF_BYTES - 2);
  return bare;
}

/**
 * A JPEG with an XMP packet behind its JFIF and EXIF segments, which readers expect first.
 * @throws ImageError `image-broken` if it is cut off, `image-too-large` if the packet does not fit
 */
export async function addXmpToJpeg(file: ByteSource, make: MakePacket): Promise<Piece[]> {
  const first: Piece[] = [{ from: 0, to: 2 }];
  const rest: Piece[] = [];
  let existing: Uint8Array | undefined;
  for await (const { kind, marker, at, end, head } of walk(file)) {
    if (kind === 'broken' || marker === END_OF_IMAGE) break;
    if (kind === 'segment' && marker === START_OF_SCAN) {
      const packet = make(existing);
      if (packet.length > MAX_PACKET_BYTES) throw new ImageError('image-too-large');
      return [...first, xmpSegment(packet), ...rest, { from: at, to: file.size }];
    }
    if (marker === APP1 && ascii(head, 4, XMP.length) === XMP) {
      existing = (await file.read(at + HEAD_BYTES, end - at - HEAD_BYTES)).slice();
    } else {
      const isFirst = rest.length === 0 && (kind === 'stray' || comesFirst(marker, head));
      (isFirst ? first : rest).push({ from: at, to: end });
    }
  }
  throw new ImageError('image-broken');
}

function comesFirst(marker: number, head: Uint8Array): boolean {
  return marker === APP0 || (marker === APP1 && ascii(head, 4, EXIF.length) === EXIF);
}

function xmpSegment(packet: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(HEAD_BYTES + packet.length);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 0xff00 + APP1);
  view.setUint16(2, bytes.length - 2);
  bytes.set(new TextEncoder().encode(XMP), 4);
  bytes.set(packet, HEAD_BYTES);
  return bytes;
}
