import type { ByteSource } from './byte-source';
import { ImageError } from './errors';
import type { Header } from './types';

const EXTENSION = 0x21;
const IMAGE = 0x2c;
const DESCRIPTOR_BYTES = 11;

/**
 * Walks the blocks until the second frame or the end. We use the first frame only, so a file may be
 * cut behind it. A cut inside it is `image-broken`.
 * @throws ImageError `image-broken`
 */
export async function readGif(file: ByteSource): Promise<Header> {
  const screen = await file.view(0, 13);
  let width = screen.getUint16(6, true);
  let height = screen.getUint16(8, true);
  let frames = 0;
  let at = 13 + colourTableBytes(screen.getUint8(10));
  while (frames < 2) {
    const [block] = await file.read(at, 1);
    if (block === EXTENSION) {
      at = await skipSubBlocks(file, at + 2, frames === 0);
    } else if (block === IMAGE) {
      frames += 1;
      if (frames === 2) break;
      const frame = await file.view(at, DESCRIPTOR_BYTES);
      // Decoders enlarge the screen if the first frame does not fit on it.
      width = Math.max(width, frame.getUint16(1, true) + frame.getUint16(5, true));
      height = Math.max(height, frame.getUint16(3, true) + frame.getUint16(7, true));
      const tableBytes = colourTableBytes(frame.getUint8(9));
      at = await skipSubBlocks(file, at + DESCRIPTOR_BYTES + tableBytes, true);
    } else {
      break;
    }
  }
  if (frames === 0) throw new ImageError('image-broken');
  return { width, height, orientation: 1, animated: frames > 1 };
}

function colourTableBytes(packed: number): number {
  return (packed & 0x80) === 0 ? 0 : 3 * 2 ** ((packed & 0x07) + 1);
}

/** Position behind a chain of sub-blocks. Unless the chain is `needed`, the file may end inside it. */
async function skipSubBlocks(file: ByteSource, start: number, needed: boolean): Promise<number> {
  let at = start;
  while (at < file.size) {
    // One read covers many blocks: a chain may have millions.
    const bytes = await file.readOn(at);
    let offset = 0;
    while (offset < bytes.length) {
      const length = bytes[offset] ?? 0;
      offset += 1 + length;
      if (length === 0) return at + offset;
    }
    at += offset;
  }
  if (needed) throw new ImageError('image-broken');
  return at;
}
