import { ascii, type ByteSource } from './byte-source';
import type { Piece } from './pieces';

const SIGNATURE_BYTES = 8;
/** Length, type and checksum. */
const FRAME_BYTES = 12;
/** Chunks that decoders may skip, but that change how the picture looks. */
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

/**
 * The parts of a PNG that make up the picture, up to its end chunk.
 * @throws ImageError `image-broken` if it is cut into absurdly many chunks.
 */
export async function strippedPng(file: ByteSource): Promise<Piece[]> {
  const kept: Piece[] = [{ from: 0, to: SIGNATURE_BYTES }];
  let at = SIGNATURE_BYTES;
  while (at + FRAME_BYTES <= file.size) {
    const chunk = await file.view(at, 8);
    const type = ascii(new Uint8Array(chunk.buffer, chunk.byteOffset, 8), 4, 4);
    const end = at + FRAME_BYTES + chunk.getUint32(0);
    if (end > file.size) break;
    if (isCritical(type) || NEEDED.has(type)) kept.push({ from: at, to: end });
    if (type === 'IEND') return kept;
    at = end;
  }
  return [...kept, { from: at, to: file.size }];
}

/** The case of the first letter says whether a decoder may skip the chunk. */
function isCritical(type: string): boolean {
  return /^[A-Z]/.test(type);
}
