import { ByteSource } from './byte-source';
import { joined, type Piece } from './pieces';
import { strippedJpeg } from './strip-jpeg';
import { strippedPng } from './strip-png';
import { strippedWebp } from './strip-webp';
import type { ImageType } from './types';

/** For the types that are uploaded; all others are drawn anew, which leaves metadata behind. */
const STRIPPERS: Partial<Record<ImageType, (file: ByteSource) => Promise<Piece[]>>> = {
  jpeg: strippedJpeg,
  png: strippedPng,
  webp: strippedWebp,
};

/**
 * Takes out of a JPEG, PNG or WebP what says more than the picture: EXIF with its place and camera, XMP,
 * IPTC, maker notes, comments, previews, and whatever is appended behind the end, such as the video
 * of a moving photo. What is needed to look the same stays, the pixels and the colour profile first
 * of all. An orientation goes too: only upright pictures may come here.
 *
 * Bytes are left out, none is decoded or written anew, and the kept ones are not copied. Where the
 * file stops making sense, the rest of it is kept as it is: to break a picture that everybody else
 * can show would be the greater harm.
 * @param blob a file that `inspect` accepts.
 * @returns the very same Blob if there is nothing to take out, or if it is of another type.
 * @throws ImageError `image-broken` if it is cut into absurdly many parts.
 */
export async function stripMetadata(blob: Blob, type: ImageType): Promise<Blob> {
  const strip = STRIPPERS[type];
  return strip ? joined(blob, await strip(new ByteSource(blob))) : blob;
}
