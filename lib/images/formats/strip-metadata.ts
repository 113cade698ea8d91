import { ByteSource } from './byte-source';
import { stripJpeg } from './jpeg';
import { join, type Piece } from './pieces';
import { stripPng } from './png';
import type { ImageType } from './types';

/** The uploaded types. All others are re-encoded, which drops their metadata. */
const STRIPPERS: Partial<Record<ImageType, (file: ByteSource) => Promise<Piece[]>>> = {
  jpeg: stripJpeg,
  png: stripPng,
};

/**
 * Removes the metadata of a JPEG or PNG: EXIF with its place and camera, XMP, IPTC, maker
 * notes, comments, previews, and anything behind the end, such as the video of a motion photo. Keeps
 * what changes how the picture looks, such as the colour profile. Removes the orientation too, so
 * pass upright pictures only.
 *
 * Nothing is decoded, re-encoded or copied. From the first broken segment or chunk on the file stays
 * as it is: a picture that others can show must not break here.
 * @param blob a file that `inspect` accepts
 * @returns the same Blob if it has no metadata or another type
 * @throws ImageError `image-broken` if it has too many segments or chunks to walk
 */
export async function stripMetadata(blob: Blob, type: ImageType): Promise<Blob> {
  const strip = STRIPPERS[type];
  return strip ? join(blob, await strip(new ByteSource(blob))) : blob;
}
