import type { FramePicture } from '@/lib/browser/tabs/collected-frames';
import type { Target } from '@/lib/jimeng/model/tools';

/** What only the file of a picture tells. */
export interface FileFacts {
  /** px */
  width: number;
  height: number;
  bytes?: number;
  /** MIME type. */
  type?: string;
  /** Equal for files that were read in the same way and are equal. */
  digest?: string;
  /** Its colours, 8 x 8, red, green and blue 0..255: to compare what was read in other ways. */
  colours?: readonly number[];
}

/** A picture of a page, with what its file told so far. */
export interface Seen extends FramePicture {
  file?: FileFacts;
}

/** One tile: equal pictures of the pages, folded into one. */
export interface Picture {
  /** Id of the one of them that was seen first. */
  id: string;
  /** Ids of all of them, in the order in which they were seen, each followed by those that turned out to be it. */
  copies: readonly string[];
  /** The rendition that stands for them: the largest. */
  best: Seen;
  /** Decoded size, px; absent until it is known. */
  size?: { width: number; height: number };
  bytes?: number;
  /** Name of the format, such as "JPEG". */
  type?: string;
  /** Host of the address; empty for what has none. */
  host: string;
  /** Words of the page about it; may be empty. */
  alt: string;
  /** Announced size of a larger version, px. */
  larger?: { width: number; height?: number };
  /** Whether there is an address that may hold a larger version. */
  hasLarger: boolean;
  isIcon: boolean;
  isInSelection: boolean;
  /** None of its nodes is in a document any more. */
  isGone: boolean;
  /** Whether its pixels can be had. The bytes of a `blob:` may be lost for good; such a picture takes no tick. */
  isReadable: boolean;
  /** Targets that it was upscaled to before. */
  doneIn: readonly Target[];
}

const TYPES: Record<string, string> = {
  'image/jpeg': 'JPEG',
  'image/jpg': 'JPEG',
  'image/png': 'PNG',
  'image/apng': 'PNG',
  'image/webp': 'WebP',
  'image/avif': 'AVIF',
  'image/gif': 'GIF',
  'image/svg+xml': 'SVG',
  'image/bmp': 'BMP',
};
const EXTENSIONS: Record<string, string> = {
  jpg: 'JPEG',
  jpeg: 'JPEG',
  jfif: 'JPEG',
  png: 'PNG',
  webp: 'WebP',
  avif: 'AVIF',
  gif: 'GIF',
  svg: 'SVG',
  bmp: 'BMP',
};

/** Pixel size of a picture; undefined while it is unknown. */
export function sizeOf({ file, width, height }: Seen): Picture['size'] {
  if (file && file.width > 0 && file.height > 0) return { width: file.width, height: file.height };
  return width && height ? { width, height } : undefined;
}

/** Name of the format, by the file or else by the address. */
export function typeOf({ file, url = '', how }: Seen): string | undefined {
  const told = file?.type && TYPES[file.type.toLowerCase()];
  if (told) return told;
  const data = /^data:([^;,]+)/i.exec(url)?.[1];
  if (data) return TYPES[data.toLowerCase()];
  if (how === 'svg') return 'SVG';
  const extension = /\.([a-z]{3,5})$/i.exec(URL.parse(url)?.pathname ?? '')?.[1];
  return extension && EXTENSIONS[extension.toLowerCase()];
}

/** Whether the pixels can be had: by an address, or from what the page keeps. */
export function isReadable({ captureFailure, url = '' }: Seen): boolean {
  return captureFailure === undefined || /^(?:https?|data):/i.test(url);
}

/** Host of an address; empty for `data:`, `blob:` and pixels. */
export function hostOf(url: string | undefined): string {
  return url !== undefined && /^https?:/i.test(url) ? (URL.parse(url)?.host ?? '') : '';
}
