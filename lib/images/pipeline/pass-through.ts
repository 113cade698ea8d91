import { stripMetadata } from '../formats/strip-metadata';
import type { PreparedImage } from '../formats/types';
import { inspectNative } from './inspect-native';

/** What may be uploaded. */
export interface Limits {
  bytes: number;
  /** px */
  longSide: number;
}

/** Our own caution: the service documents no limit for uploads. */
export const LIMITS: Limits = { bytes: 20 * 1024 * 1024, longSide: 8192 };

/**
 * The way of most pictures: an upright, still JPEG, PNG or WebP within the limits is handed on
 * without its metadata, and as the very same Blob if it has none. Nothing is decoded and no canvas
 * sees it.
 * @returns undefined if the picture must be drawn anew, or is of another type: see `prepare`.
 * @throws ImageError every code of `inspectNative`.
 */
export async function passThrough(blob: Blob, limits = LIMITS): Promise<PreparedImage | undefined> {
  const found = await inspectNative(blob);
  // Whether the service respects EXIF is unknown, so it never gets to decide.
  if (!found || found.animated || found.orientation !== 1) return undefined;
  if (Math.max(found.width, found.height) > limits.longSide) return undefined;
  // Weighed without its metadata: a video behind a photo is no reason to write the photo anew.
  const image = await stripMetadata(blob, found.type);
  if (image.size > limits.bytes) return undefined;
  const sent = image === blob ? found : await inspectNative(image);
  return sent && { image, found, sent, changes: [], sha256: await sha256Hex(image) };
}

/** Hex SHA-256 of the bytes. */
export async function sha256Hex(blob: Blob): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await blob.arrayBuffer());
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
