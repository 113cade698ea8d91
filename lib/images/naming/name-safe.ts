import filenamify from 'filenamify/browser';
import { fileNameText } from '@/lib/text/plain-text';

/** Names that Chrome refuses; `clock$` with any extension. filenamify knows the other devices. */
const RESERVED = /^clock\$(?= *(?:\.|$))|^(?:desktop\.ini|thumbs\.db)$/i;

/**
 * Sanitises text to one part of a path that Windows, macOS, Linux and the downloads API of both
 * browsers accept.
 * @param text any text, hostile or empty
 * @returns empty if no character is allowed
 */
export function safePart(text: string): string {
  // Windows may expand `%` as a variable. Leading dots hide a file. Chrome refuses `~` and spaces at
  // both ends, and joiners anywhere.
  const plain = fileNameText(text)
    .replaceAll('%', '_')
    .replace(/^[.~\s]+|[.~\s]+$|\u200d/g, '');
  if (plain === '') return '';
  const named = filenamify(plain, { replacement: '_', maxLength: 10_000 });
  const safe = named.replace(RESERVED, '$&_');
  return /^_*$/.test(safe) ? '' : safe;
}

/** The longest prefix that fits, cut between graphemes, without trailing dots and spaces. */
export function cutToBytes(text: string, maxBytes: number): string {
  if (utf8Bytes(text) <= maxBytes) return text;
  let kept = '';
  let bytes = 0;
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(
    text,
  )) {
    bytes += utf8Bytes(segment);
    if (bytes > maxBytes) break;
    kept += segment;
  }
  return kept.replace(/[.\s]+$/, '');
}

/** Length in UTF-8, bytes. */
export function utf8Bytes(text: string): number {
  return new TextEncoder().encode(text).length;
}
