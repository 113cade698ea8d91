import filenamify from 'filenamify/browser';
import { fileNameText } from '@/lib/text/plain-text';

/** Chrome refuses these, and what begins with the device and a dot; the other devices are known to filenamify. */
const RESERVED = /^clock\$(?= *(?:\.|$))|^(?:desktop\.ini|thumbs\.db)$/i;

/**
 * Text as one part of a path: a file name that is allowed on Windows, macOS, Linux and by the download
 * functions of both browsers, whatever the text held. Empty if nothing of it can stay.
 * @param text any text, hostile or empty.
 */
export function safePart(text: string): string {
  // `%` could be expanded as a variable on Windows; leading dots hide a file. Chrome refuses `~` and
  // spaces at both ends, and the joiners of emoji anywhere.
  const plain = fileNameText(text)
    .replaceAll('%', '_')
    .replace(/^[.~\s]+|[.~\s]+$|\u200d/g, '');
  if (plain === '') return '';
  const named = filenamify(plain, { replacement: '_', maxLength: 10_000 });
  const safe = named.replace(RESERVED, '$&_');
  return /^_*$/.test(safe) ? '' : safe;
}

/** The longest beginning that fits, cut between characters as people see them, without a loose end. */
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
