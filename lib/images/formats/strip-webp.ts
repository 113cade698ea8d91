import { ascii, type ByteSource } from './byte-source';
import { type Piece, totalBytes } from './pieces';

const RIFF_BYTES = 12;
const CHUNK_HEAD_BYTES = 8;
const NEEDED: ReadonlySet<string> = new Set(['ICCP', 'ALPH', 'VP8 ', 'VP8L', 'ANIM', 'ANMF']);
const FEATURES = 'VP8X';
const FEATURES_BYTES = 18;
/** Flags of the features chunk that announce EXIF and XMP. */
const METADATA_FLAGS = 0x0c;

/**
 * The parts of a WebP that make up the picture, within a frame of the new length.
 * @throws ImageError `image-broken` if it is cut into absurdly many chunks.
 */
export async function strippedWebp(file: ByteSource): Promise<Piece[]> {
  const riff = await file.view(0, RIFF_BYTES);
  const riffEnd = Math.min(file.size, 8 + riff.getUint32(4, true));
  const kept: Piece[] = [];
  let isChanged = riffEnd < file.size;
  let at = RIFF_BYTES;
  while (at < riffEnd) {
    const head = await file.read(at, FEATURES_BYTES);
    const type = ascii(head, 0, 4);
    const length = head.length < CHUNK_HEAD_BYTES ? riffEnd : lengthIn(head);
    // Chunks are padded to an even length; the last padding is often missing.
    const end = Math.min(riffEnd, at + CHUNK_HEAD_BYTES + length + (length & 1));
    if (at + CHUNK_HEAD_BYTES + length > riffEnd) {
      // It makes no sense from here on.
      kept.push({ from: at, to: riffEnd });
      break;
    }
    const bare = type === FEATURES ? withoutFlags(head) : undefined;
    if (bare) kept.push(bare, { from: at + FEATURES_BYTES, to: end });
    else if (type === FEATURES || NEEDED.has(type)) kept.push({ from: at, to: end });
    else isChanged = true;
    isChanged ||= bare !== undefined;
    at = end;
  }
  return isChanged ? [frame(totalBytes(kept)), ...kept] : [{ from: 0, to: file.size }];
}

function lengthIn(head: Uint8Array): number {
  return new DataView(head.buffer, head.byteOffset).getUint32(4, true);
}

/** The features chunk without its flags of metadata; undefined if it has none. */
function withoutFlags(head: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> | undefined {
  const flags = head[CHUNK_HEAD_BYTES] ?? 0;
  if (head.length < FEATURES_BYTES || (flags & METADATA_FLAGS) === 0) return undefined;
  const bare = head.slice();
  bare[CHUNK_HEAD_BYTES] = flags & ~METADATA_FLAGS;
  return bare;
}

function frame(contentBytes: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(RIFF_BYTES);
  bytes.set(new TextEncoder().encode('RIFF\0\0\0\0WEBP'));
  new DataView(bytes.buffer).setUint32(4, contentBytes + 4, true);
  return bytes;
}
