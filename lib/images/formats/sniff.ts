import { ascii } from './byte-source';
import { isIco } from './ico';
import { isJxl } from './jxl';
import { nativeType } from './native-type';
import { svgRoot } from './svg';
import type { ImageType } from './types';

/** Bytes that `sniff` needs. */
export const SNIFF_BYTES = 4096;

const HEIF_BRAND = /^(?:mif1|msf1|miaf|hei[cxms]|hev[cxms])$/;

/** Files of pictures that no browser shows, by their first bytes. */
const FOREIGN: readonly [start: RegExp, type: 'tiff' | 'psd' | 'pdf'][] = [
  [/^(?:II[*+]\0|MM\0[*+])/, 'tiff'],
  [/^8BPS/, 'psd'],
  [/^%PDF-/, 'pdf'],
];

/** What a file is; only `ImageType` are pictures that we read. */
export type Sniffed = ImageType | 'tiff' | 'psd' | 'pdf' | 'page';

/**
 * The type of a file by its first bytes, never by its name or declared type.
 * @param head the first `SNIFF_BYTES` bytes
 * @returns `page` for HTML, JSON and other text, undefined for anything else
 */
export function sniff(head: Uint8Array): Sniffed | undefined {
  const native = nativeType(head);
  if (native) return native;
  const start = ascii(head, 0, 8);
  if (/^GIF8[79]a/.test(start)) return 'gif';
  if (start.endsWith('ftyp')) return brandOf(head);
  if (start.startsWith('BM') && isBmpHeader(head)) return 'bmp';
  if (isIco(head)) return 'ico';
  if (isJxl(head)) return 'jxl';
  const [, foreign] = FOREIGN.find(([pattern]) => pattern.test(start)) ?? [];
  if (foreign) return foreign;
  const text = asText(head);
  if (text === undefined) return undefined;
  return svgRoot(text) === undefined ? 'page' : 'svg';
}

/** AVIF and HEIC share a container; the brands tell them apart. AVIF files also claim `mif1`. */
function brandOf(head: Uint8Array): 'avif' | 'heic' | undefined {
  const boxSize = new DataView(head.buffer, head.byteOffset, head.byteLength).getUint32(0);
  const end = Math.min(boxSize, head.length);
  const brands: string[] = [];
  for (let at = 8; at + 4 <= end; at += 4) {
    if (at !== 12) brands.push(ascii(head, at, 4));
  }
  if (brands.some((brand) => /^avi[fso]$/.test(brand))) return 'avif';
  return brands.some((brand) => HEIF_BRAND.test(brand)) ? 'heic' : undefined;
}

/** Text may start with "BM" too, so check the length of the header as well. */
function isBmpHeader(head: Uint8Array): boolean {
  const dibSize = head.length >= 18 ? ascii(head, 14, 4) : '';
  return ['\x0c', '\x28', '\x34', '\x38', '\x40', '\x6c', '\x7c'].includes(
    dibSize.replace(/\0+$/, ''),
  );
}

/** The head as text, or undefined if it holds bytes that text does not. */
function asText(head: Uint8Array): string | undefined {
  const utf16 = head[0] === 0xff && head[1] === 0xfe ? 'utf-16le' : undefined;
  const label = head[0] === 0xfe && head[1] === 0xff ? 'utf-16be' : (utf16 ?? 'utf-8');
  // Not fatal: a page may use another encoding, and the head may end inside a character.
  const text = new TextDecoder(label).decode(head);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these occur in binary files only.
  return /[\0-\x08\x0e-\x1a\x1c-\x1f]/.test(text) || !mostlyReadable(text) ? undefined : text;
}

function mostlyReadable(text: string): boolean {
  const unreadable = text.match(/\ufffd/g)?.length ?? 0;
  return unreadable * 4 <= text.length;
}
