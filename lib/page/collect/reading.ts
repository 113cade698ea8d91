import type { How, Source } from '../find/candidate';
import {
  attribute,
  baseUri,
  boxOf,
  isConnected,
  isHtml,
  isOfSvg,
  parentElement,
} from '../find/dom';
import { linkTarget } from '../find/link-target';
import { readElement, readLink } from '../find/read-element';
import { isBlankAddress, isNothing, isStandIn } from '../find/stand-in';
import { isOurs } from '../find/top-layer';
import { imageUrl } from '../find/urls';
import { announcedSize, renditionsOf, type Size } from './announced';

/** A picture in one place of the page, as read from its element. */
export interface Reading {
  how: How;
  url?: string;
  /** Addresses of this picture in any size; empty if only pixels exist. */
  keys: string[];
  /** Size of the file, px; 0 if unknown. */
  width: number;
  height: number;
  shownWidth: number;
  shownHeight: number;
  originals: string[];
  announced?: Size;
  alt: string;
  referrerPolicy: string;
  /** Words by which the page names it, for icon.ts. */
  names: string;
  isSprite: boolean;
  /** It only keeps the place of another picture. */
  isStandIn: boolean;
}

const MAX_ORIGINALS = 8;
const MAX_ALT = 200;
const MAX_WORD = 40;
const MAX_NAMES = 300;
/** An image that is not laid out is a picture only from this size on: slides that wait, px. */
const HIDDEN_SIDE = 64;
/** Kinds that are not pictures of a page: a frame of a film, and the pointer. */
const LEFT_OUT: ReadonlySet<How> = new Set<How>(['video', 'cursor']);
/** Elements without a picture, whatever their style. */
const EMPTY = new Set(
  'script style link meta title head br wbr noscript template source track param option'.split(' '),
);

/** Every picture of an element, with the readers of the finder. */
export function readPictures(element: Element, name: string): Reading[] {
  if (EMPTY.has(name) || !isConnected(element) || isOurs(element)) return [];
  // A chart may have thousands of parts, and CSS gives them no images.
  if (isOfSvg(element) && name !== 'svg' && name !== 'image') return [];
  const next = isHtml(element, 'img') ? nextAddress(element) : undefined;
  if (isHtml(element, 'img') && next !== undefined) return [readNext(element, next)];
  const isFailed = isHtml(element, 'img') && isBroken(element);
  const sources = readElement(element).filter(({ how }) => !isFailed || how === 'lazy');
  if (sources.length === 0) sources.push(...readLink(element));
  return sources.flatMap((source) => readingOf(element, source) ?? []);
}

/** Whether an image has failed, or shows nothing: what looked like a picture before it loaded was none. */
export function isBroken(image: HTMLImageElement): boolean {
  if (isNothing(image)) return true;
  const isFailed = image.complete && image.naturalWidth === 0 && image.currentSrc !== '';
  // Firefox gives a drawing without a size of its own 0 px.
  return isFailed && !/\.svgz?(?:$|[?#])|^data:image\/svg/i.test(image.currentSrc.slice(0, 8_192));
}

/**
 * The address that an image has got while it still shows the former file, absolute; undefined once it has loaded or
 * failed. A virtual list may give it yet another one before.
 */
export function nextAddress(image: HTMLImageElement): string | undefined {
  const { currentSrc } = image;
  const source = attribute(image, 'src');
  if (currentSrc === '' || !source || source === currentSrc) return undefined;
  if (attribute(image, 'srcset') !== null) return undefined;
  const parent = parentElement(image);
  if (parent && isHtml(parent, 'picture')) return undefined;
  const next = imageUrl(source, baseUri(image));
  // A secure page has its `http:` images requested with `https:`, and `currentSrc` says so.
  const isSame = next === currentSrc || next?.replace(/^http:/i, 'https:') === currentSrc;
  return isSame ? undefined : next;
}

/** An image that has got another address, as far as it is known before it has loaded. */
function readNext(image: HTMLImageElement, url: string): Reading {
  const { width, height } = boxOf(image);
  const target = linkTarget(image);
  return {
    how: 'img',
    url,
    keys: [keyOf(url)],
    width: 0,
    height: 0,
    shownWidth: Math.round(width),
    shownHeight: Math.round(height),
    originals: target ? [target] : [],
    alt: (attribute(image, 'alt') ?? '').slice(0, MAX_ALT),
    referrerPolicy: (attribute(image, 'referrerpolicy') ?? '').slice(0, MAX_WORD),
    names: namesOf(image, url),
    isSprite: false,
    isStandIn: isBlankAddress(url) || /^data:image\/(?:gif|svg)/i.test(url),
  };
}

function readingOf(element: Element, source: Source): Reading | undefined {
  const { how, url, width, height } = source;
  if (LEFT_OUT.has(how)) return undefined;
  const box = source.box ?? boxOf(element);
  if (!isSeen(element, source, box.width, box.height)) return undefined;
  const image = isHtml(element, 'img') ? element : undefined;
  const set = image && renditionsOf(image, baseUri(image));
  const told = announcedSize(element);
  const widest = Math.max(set?.widest ?? 0, told?.width ?? 0);
  const announced =
    widest > width ? (told?.width === widest ? told : { width: widest }) : undefined;
  return {
    how,
    ...(url !== undefined && { url }),
    keys: url === undefined ? [] : [...new Set([url, ...(set?.urls ?? [])].map(keyOf))],
    width,
    height,
    shownWidth: Math.round(box.width),
    shownHeight: Math.round(box.height),
    originals: othersOf(source),
    ...(announced && { announced }),
    alt: (source.alt ?? '').slice(0, MAX_ALT),
    referrerPolicy: (source.referrerPolicy ?? '').slice(0, MAX_WORD),
    names: namesOf(element, url),
    isSprite: how === 'background' && isSprite(element, box.width, box.height),
    isStandIn: image !== undefined && url !== undefined && isStandIn(image, url),
  };
}

/**
 * The address under which a picture is known: without the fragment, which no server sees. In a drawing it chooses the
 * part that is shown.
 */
export function keyOf(url: string): string {
  return /^https?:/i.test(url) && !/\.svgz?(?:\?[^#]*)?#/i.test(url)
    ? url.replace(/#.*$/s, '')
    : url;
}

/** Whether a picture is laid out, or is a large one that waits. */
function isSeen(element: Element, { how, width, height }: Source, w: number, h: number): boolean {
  if (how === 'link' || (w > 2 && h > 2)) return true;
  if (Math.min(width, height) >= HIDDEN_SIDE) return true;
  // Without a size until it has loaded.
  const isWaiting = (how === 'lazy' || how === 'img' || how === 'picture') && width === 0;
  return isWaiting && Element.prototype.checkVisibility.call(element);
}

function othersOf({ url, originals }: Source): string[] {
  const others = originals.filter((one) => one !== url && !/^data:/i.test(one));
  return [...new Set(others)].slice(0, MAX_ORIGINALS);
}

function namesOf(element: Element, url: string | undefined): string {
  const file = url && /^https?:/i.test(url) ? url.replace(/[?#].*$/s, '').slice(-80) : '';
  const words = ['class', 'id', 'role'].map((name) =>
    (attribute(element, name) ?? '').slice(0, 80),
  );
  return [...words, file.slice(file.lastIndexOf('/') + 1)].join(' ').slice(0, MAX_NAMES);
}

/** A background that is shifted so that a box shows a part of it. */
function isSprite(element: Element, width: number, height: number): boolean {
  if (Math.max(width, height) > 200) return false;
  const { backgroundPosition, backgroundRepeat } = getComputedStyle(element);
  return /-\d/.test(backgroundPosition) && backgroundRepeat.includes('no-repeat');
}
