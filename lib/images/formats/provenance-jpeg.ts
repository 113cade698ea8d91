import { ascii, type ByteSource } from './byte-source';
import { ImageError } from './errors';
import type { Piece } from './pieces';
import type { MakePacket } from './provenance-xmp';

const XMP_HEAD = 'http://ns.adobe.com/xap/1.0/\0';
const HEAD_BYTES = 4 + XMP_HEAD.length;
/** A segment's length, which counts itself, has 16 bits. */
const MAX_PACKET_BYTES = 0xffff - 2 - XMP_HEAD.length;
const APP0 = 0xe0;
const APP1 = 0xe1;
const START_OF_SCAN = 0xda;

/**
 * A JPEG with the packet behind its JFIF and EXIF segments, which readers expect to come first.
 * @throws ImageError `image-broken` if it is cut off, `image-too-large` if the packet does not fit
 */
export async function notedJpeg(file: ByteSource, make: MakePacket): Promise<Piece[]> {
  const first: Piece[] = [{ from: 0, to: 2 }];
  const rest: Piece[] = [];
  let existing: Uint8Array | undefined;
  let at = 2;
  for (;;) {
    const head = await file.read(at, HEAD_BYTES);
    const [prefix, marker = 0, high = 0, low = 0] = head;
    const end = at + 2 + high * 256 + low;
    if (prefix !== 0xff || marker < 0xc0 || end > file.size) throw new ImageError('image-broken');
    const piece = { from: at, to: end };
    if (marker === START_OF_SCAN) break;
    if (marker === APP1 && ascii(head, 4, XMP_HEAD.length) === XMP_HEAD) {
      existing = (await file.read(at + HEAD_BYTES, end - at - HEAD_BYTES)).slice();
    } else if (isFirst(marker, head) && rest.length === 0) first.push(piece);
    else rest.push(piece);
    at = end;
  }
  const packet = make(existing);
  if (packet.length > MAX_PACKET_BYTES) throw new ImageError('image-too-large');
  return [...first, segment(packet), ...rest, { from: at, to: file.size }];
}

function isFirst(marker: number, head: Uint8Array): boolean {
  return marker === APP0 || (marker === APP1 && ascii(head, 4, 6) === 'Exif\0\0');
}

function segment(packet: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(HEAD_BYTES + packet.length);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 0xff00 + APP1);
  view.setUint16(2, bytes.length - 2);
  bytes.set(new TextEncoder().encode(XMP_HEAD), 4);
  bytes.set(packet, HEAD_BYTES);
  return bytes;
}
