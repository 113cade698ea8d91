import { ascii } from './byte-source';

/** Types the service takes as they are. */
export type NativeType = 'jpeg' | 'png' | 'webp';

/** How many bytes `nativeType` wants to see. */
export const NATIVE_HEAD_BYTES = 12;

/**
 * Says by its first bytes whether a file is one of the three types that are passed on.
 * @param head at least the first `NATIVE_HEAD_BYTES` bytes, or the whole file.
 */
export function nativeType(head: Uint8Array): NativeType | undefined {
  const start = ascii(head, 0, NATIVE_HEAD_BYTES);
  if (start.startsWith('\xff\xd8\xff')) return 'jpeg';
  if (start.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  return start.startsWith('RIFF') && start.endsWith('WEBP') ? 'webp' : undefined;
}
