import { fileNameText } from '@/lib/text/plain-text';

const MAX_NAME_CHARACTERS = 200;
const FALLBACK = 'image';
const EXTENSION =
  /\.(?:jpe?g|jfif|png|webp|gif|avif|bmp|svgz?|hei[cf]|tiff?|ico|php|aspx?|jsp|cgi|html?)$/i;
/** Names that software chose. */
const MEANINGLESS =
  /^(?:index|image|images|img|photo|picture|pic|file|download|default|original|thumb(?:nail)?|large|medium|small|full|unnamed|untitled|view|get|show|resize|media|raw)$/i;
const HASH = /^(?:[\da-f]{16,}|\d+|[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/i;

/**
 * A name for a picture: the last part of its address without extension, or the title of the page if
 * the address has no meaningful name (`data:`, `blob:`, hashes, `image`, `index.php`).
 * @returns one line of visible text, at most 200 characters, never empty
 */
export function nameFromUrl(url: string, fallbackTitle: string): string {
  const name = fileNameText(lastPart(url)).replace(EXTENSION, '').trim();
  const meaningful = name !== '' && !MEANINGLESS.test(name) && !HASH.test(name);
  const chosen = meaningful ? name : fileNameText(fallbackTitle) || name || FALLBACK;
  return Array.from(chosen).slice(0, MAX_NAME_CHARACTERS).join('').trim();
}

/** Last part of the path, decoded; empty for addresses without one. */
function lastPart(url: string): string {
  const parsed = URL.parse(url);
  if (!parsed || !/^(?:https?|file|ftp):$/.test(parsed.protocol)) return '';
  const part = parsed.pathname.split('/').findLast((piece) => piece !== '') ?? '';
  try {
    return decodeURIComponent(part);
  } catch {
    // A stray percent sign, or bytes that are not UTF-8: use the raw text.
    return part;
  }
}
