import { ByteSource } from './byte-source';
import { ImageError } from './errors';
import { addXmpToJpeg } from './jpeg';
import { join, type Piece } from './pieces';
import { addXmpToPng } from './png';
import type { ImageType } from './types';
import { addXmpToWebp } from './webp';
import { type MakePacket, type Provenance, xmpPacket } from './xmp';

export type { Provenance };

type AddXmp = (file: ByteSource, make: MakePacket) => Promise<Piece[]>;

const WRITERS: Partial<Record<ImageType, AddXmp>> = {
  jpeg: addXmpToJpeg,
  png: addXmpToPng,
  webp: addXmpToWebp,
};

/**
 * Writes into a JPEG, PNG or WebP, as XMP, where it comes from and that AI upscaled it. No pixel is
 * decoded or re-encoded, and existing metadata stays.
 * @throws ImageError `image-unknown-type` for other types, `image-broken` for a damaged file
 */
export async function withProvenance(
  blob: Blob,
  type: ImageType,
  provenance: Provenance,
): Promise<Blob> {
  const addXmp = WRITERS[type];
  if (!addXmp) throw new ImageError('image-unknown-type');
  const pieces = await addXmp(new ByteSource(blob), (existing) => xmpPacket(provenance, existing));
  return join(blob, pieces);
}
