import { ascii } from './byte-source';

/** The types of nearly every picture. */
export type NativeType = 'jpeg' | 'png' | 'webp';

/** Bytes that `nativeType` needs. */
export const NATIVE_HEAD_BYTES = 12;

/**
 * The type of a JPEG, PNG or WebP by its first bytes; undefined for anything else.
 * @param head at least the first `NATIVE_HEAD_BYTES` bytes, or the whole file
 */
export function nativeType(head: Uint8Array): NativeType | undefined {
  const start = ascii(head, 0, NATIVE_HEAD_BYTES);
  if (start.startsWith('\xff\xd8\xff')) return 'jpeg';
  if (start.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  return start.startsWith('RIFF') && start.endsWith('WEBP') ? 'webp' : undefined;
}
