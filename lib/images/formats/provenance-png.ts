import CRC32 from 'crc-32';
import { ascii, type ByteSource } from './byte-source';
import { ImageError } from './errors';
import type { Piece } from './pieces';
import type { MakePacket } from './provenance-xmp';

const SIGNATURE_BYTES = 8;
/** Length, type and checksum. */
const FRAME_BYTES = 12;
/** Keyword, no compression, no language, no translated keyword. */
const XMP_HEAD = 'XML:com.adobe.xmp\0\0\0\0\0';

/**
 * A PNG with the packet behind its header.
 * @throws ImageError `image-broken` if it is cut off, or its packet is compressed
 */
export async function notedPng(file: ByteSource, make: MakePacket): Promise<Piece[]> {
  const kept: Piece[] = [];
  let existing: Uint8Array | undefined;
  let at = SIGNATURE_BYTES;
  for (let type = ''; type !== 'IEND'; ) {
    const chunk = await file.view(at, 8);
    type = ascii(new Uint8Array(chunk.buffer, chunk.byteOffset, 8), 4, 4);
    const length = chunk.getUint32(0);
    const end = at + FRAME_BYTES + length;
    if (end > file.size) throw new ImageError('image-broken');
    const packet = type === 'iTXt' ? await packetIn(file, at + 8, length) : undefined;
    if (packet) existing = packet;
    else kept.push({ from: at, to: end });
    at = end;
  }
  const [header, ...rest] = kept;
  if (!header) throw new ImageError('image-broken');
  const note = textChunk(make(existing));
  return [{ from: 0, to: SIGNATURE_BYTES }, header, note, ...rest, { from: at, to: file.size }];
}

async function packetIn(
  file: ByteSource,
  at: number,
  length: number,
): Promise<Uint8Array | undefined> {
  const keyword = XMP_HEAD.slice(0, XMP_HEAD.indexOf('\0') + 1);
  const head = ascii(await file.read(at, Math.min(length, XMP_HEAD.length)), 0, XMP_HEAD.length);
  if (!head.startsWith(keyword)) return undefined;
  if (head !== XMP_HEAD) throw new ImageError('image-broken');
  return (await file.read(at + XMP_HEAD.length, length - XMP_HEAD.length)).slice();
}

function textChunk(packet: Uint8Array): Uint8Array<ArrayBuffer> {
  const head = new TextEncoder().encode(`iTXt${XMP_HEAD}`);
  const chunk = new Uint8Array(8 + head.length + packet.length);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, head.length - 4 + packet.length);
  chunk.set(head, 4);
  chunk.set(packet, 4 + head.length);
  view.setInt32(chunk.length - 4, CRC32.buf(chunk.subarray(4, chunk.length - 4)));
  return chunk;
}
