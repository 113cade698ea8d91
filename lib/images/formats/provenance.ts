import { ByteSource } from './byte-source';
import { ImageError } from './errors';
import { joined, type Piece } from './pieces';
import { notedJpeg } from './provenance-jpeg';
import { notedPng } from './provenance-png';
import { notedWebp } from './provenance-webp';
import { type MakePacket, type Provenance, xmpPacket } from './provenance-xmp';
import type { ImageType } from './types';

export type { Provenance };

const NOTERS: Partial<Record<ImageType, (file: ByteSource, make: MakePacket) => Promise<Piece[]>>> =
  { jpeg: notedJpeg, png: notedPng, webp: notedWebp };

/**
 * Writes into a JPEG, PNG or WebP where it comes from and that AI has enlarged it, as XMP. No pixel
 * is decoded or written anew, and what the file says already stays.
 * @throws ImageError `image-unknown-type` for other types, `image-broken` if the file makes no sense
 */
export async function withProvenance(blob: Blob, type: ImageType, note: Provenance): Promise<Blob> {
  const noted = NOTERS[type];
  if (!noted) throw new ImageError('image-unknown-type');
  const pieces = await noted(new ByteSource(blob), (existing) => xmpPacket(note, existing));
  return joined(blob, pieces);
}
