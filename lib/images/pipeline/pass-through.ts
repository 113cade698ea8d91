import { isStrip } from '@/lib/jimeng/model/tools';
import { stripMetadata } from '../formats/strip-metadata';
import type { ImageType, PreparedImage } from '../formats/types';
import { inspectNative } from './inspect-native';
import { isOpaqueFile } from './opaque';

/** Limits of an upload. */
export interface Limits {
  bytes: number;
  /** px */
  longSide: number;
  /** Without loss, even if the file becomes large. */
  isLossless?: true;
}

/**
 * The long side is that of the official API of the same upscaler; the site documents no limits
 * (docs/PROTOCOL.md, section 3.5).
 */
export const LIMITS: Limits = { bytes: 20 * 1024 * 1024, longSide: 4096 };

/** Types that are sent as they are: those of the official API. */
export const SENT_TYPES: readonly ImageType[] = ['jpeg', 'png'];

/**
 * Passes an upright, still, opaque JPEG or PNG of 8-bit sRGB within the limits through without its metadata.
 * If it has none, the same Blob comes back. Only a PNG that may be transparent is decoded. Most pictures go
 * this way.
 * @param limits absent: a strip is not passed through either, because it may have to be cut
 * @returns undefined if the picture must be re-encoded, may be cut, or has another type: see `prepare`
 * @throws ImageError every code of `inspectNative`, and `image-broken` if such a PNG does not decode
 */
export async function passThrough(blob: Blob, limits?: Limits): Promise<PreparedImage | undefined> {
  const found = await inspectNative(blob);
  // The service may or may not apply the EXIF orientation, so it never gets one.
  if (!found || found.animated || found.orientation !== 1) return undefined;
  // The service very likely ignores profiles, and takes what is not sRGB for sRGB.
  if (found.type === 'webp' || found.colours) return undefined;
  if (!limits && isStrip(found)) return undefined;
  const { bytes, longSide } = limits ?? LIMITS;
  if (Math.max(found.width, found.height) > longSide) return undefined;
  if (found.mayBeTransparent && !(await isOpaqueFile(blob))) return undefined;
  // The limit counts without metadata: a video behind a photo is no reason to re-encode the photo.
  const image = await stripMetadata(blob, found.type);
  if (image.size > bytes) return undefined;
  const sent = image === blob ? found : await inspectNative(image);
  return sent && { image, found, sent, changes: [], sha256: await sha256Hex(image) };
}

/** Hex SHA-256 of the bytes. */
export async function sha256Hex(blob: Blob): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await blob.arrayBuffer());
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
