import filenamify from 'filenamify/browser';
import { plainText } from './plain-text';
import type { ImageType } from './types';

export { nameFromUrl } from './name-from-url';

/** UTF-8 bytes of a whole file name: far below every file system's 255, room for " (1)". */
const MAX_FILE_NAME_BYTES = 120;
const FALLBACK = 'image';

const EXTENSIONS: Record<ImageType, string> = {
  jpeg: 'jpg',
  png: 'png',
  webp: 'webp',
  gif: 'gif',
  avif: 'avif',
  bmp: 'bmp',
  svg: 'svg',
  heic: 'heic',
};

/**
 * Names the file of a result, such as `sunset_2k.png`: allowed on Windows, macOS, Linux and by the
 * download functions of both browsers, whatever the name held.
 * @param name any text, hostile or empty.
 * @param type of the bytes as inspected; the extension follows it, not the name.
 */
export function resultFileName(result: {
  name: string;
  target: '2k' | '4k';
  type: ImageType;
}): string {
  const suffix = `_${result.target}.${EXTENSIONS[result.type]}`;
  const room = MAX_FILE_NAME_BYTES - suffix.length;
  return `${safeStem(result.name, room)}${suffix}`;
}

function safeStem(name: string, maxBytes: number): string {
  // `%` could be expanded as a variable on Windows; leading dots hide a file, leading `~` and
  // leading or trailing spaces are refused by Chrome.
  const plain = plainText(name)
    .replaceAll('%', '_')
    .replace(/^[.~\s]+/, '');
  if (plain === '') return FALLBACK;
  const safe = filenamify(plain, { replacement: '_', maxLength: 10_000 });
  const short = cutToBytes(safe, maxBytes).replace(/[.\s]+$/, '');
  return /^_*$/.test(short) ? FALLBACK : short;
}

/** The longest beginning that fits, cut between characters as people see them. */
function cutToBytes(text: string, maxBytes: number): string {
  const encoder = new TextEncoder();
  if (encoder.encode(text).length <= maxBytes) return text;
  let kept = '';
  let bytes = 0;
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(
    text,
  )) {
    bytes += encoder.encode(segment).length;
    if (bytes > maxBytes) break;
    kept += segment;
  }
  return kept;
}
