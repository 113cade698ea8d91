import { attribute, isHtml, parentElement, queryAll, withAncestors } from '../find/dom';
import { parseSrcset } from '../find/srcset';
import { isBlankAddress } from '../find/stand-in';
import { imageUrl } from '../find/urls';

/** Attributes that tell the size of a larger version: PhotoSwipe, Flickr, WordPress, and what sites write by hand. */
const WIDTHS = ['data-pswp-width', 'data-original-width', 'data-full-width', 'data-large-width'];
const HEIGHTS = [
  'data-pswp-height',
  'data-original-height',
  'data-full-height',
  'data-large-height',
];
/** `1600x1200` (PhotoSwipe 4), `1600,1200` (Jetpack). */
const SIZES = ['data-size', 'data-orig-size', 'data-full-size', 'data-original-size'];
const MAX_PX = 100_000;
/** An element that tells a size stands at most this far out: the link around the image. */
const MAX_STEPS = 4;

export interface Size {
  width: number;
  height?: number;
}

/** Addresses of one picture in several sizes, absolute, and the widest that a descriptor announces, px. */
export interface Renditions {
  urls: string[];
  widest: number;
}

/**
 * The renditions that the `srcset` of an image and of its `<picture>` name.
 * @param base address against which they resolve
 */
export function renditionsOf(element: Element, base: string): Renditions {
  const parent = parentElement(element);
  const picture = parent && isHtml(parent, 'picture') ? parent : undefined;
  const sets = [element, ...(picture ? queryAll(picture, ':scope > source') : [])];
  const entries = sets.flatMap((one) => parseSrcset(attribute(one, 'srcset')));
  const urls = entries.flatMap(({ address }) => imageUrl(address, base) ?? []);
  return {
    urls: [...new Set(urls)].filter((url) => !isBlankAddress(url)),
    widest: Math.min(MAX_PX, Math.max(0, ...entries.map(({ width }) => width ?? 0))),
  };
}

/** The size that attributes of an image or of the link around it announce; undefined if none does. */
export function announcedSize(element: Element): Size | undefined {
  let steps = 0;
  for (const at of withAncestors(element)) {
    const told = sizeAt(at);
    if (told) return told;
    steps += 1;
    if (steps > MAX_STEPS || isHtml(at, 'a')) return undefined;
  }
  return undefined;
}

function sizeAt(element: Element): Size | undefined {
  const width = firstNumber(element, WIDTHS);
  if (width) {
    const height = firstNumber(element, HEIGHTS);
    return height ? { width, height } : { width };
  }
  for (const name of SIZES) {
    const [, first, second] =
      /^\s*(\d{1,6})\s*[x×,]\s*(\d{1,6})\s*$/i.exec(short(element, name)) ?? [];
    const size = { width: bounded(first), height: bounded(second) };
    if (size.width && size.height) return { width: size.width, height: size.height };
  }
  return undefined;
}

function firstNumber(element: Element, names: readonly string[]): number {
  for (const name of names) {
    const value = bounded(short(element, name));
    if (value) return value;
  }
  return 0;
}

function bounded(text: string | undefined): number {
  const value = Number(text || 0);
  return Number.isInteger(value) && value > 0 && value <= MAX_PX ? value : 0;
}

function short(element: Element, name: string): string {
  return (attribute(element, name) ?? '').slice(0, 24);
}
