import { nextAddress } from '../collect/reading';
import { attribute, baseUri, isHtml, isSvg, parentElement } from '../find/dom';
import { embedSource, objectSource, usedImage } from '../find/embedded';
import { isStandIn } from '../find/stand-in';
import { imageUrl } from '../find/urls';
import {
  addressesOfPseudo,
  computedValue,
  filesOf,
  isStyled,
  type StyledKind,
  styledKindOf,
} from './styled';

/**
 * How an element shows a picture: by itself, by a style sheet, or in a way that cannot be changed from outside
 * (a pseudo-element, the poster of a video).
 */
export type Kind =
  | ('img' | 'canvas' | 'input' | 'object' | 'svg-image' | 'used-image')
  | StyledKind
  | ('pseudo' | 'poster');

const UNCHANGEABLE: ReadonlySet<Kind> = new Set<Kind>(['pseudo', 'poster']);

/** Whether no result can be shown in a place of this kind. */
export const isUnchangeable = (kind: Kind): boolean => UNCHANGEABLE.has(kind);

/** What an element shows now. */
export interface Showing {
  /**
   * Absolute, at least one; the topmost layer first. Two places with the same one show the same picture. A very long
   * `data:` address is shortened.
   */
  addresses: readonly string[];
  /** Whether the page has it on the screen. */
  isLoaded: boolean;
}

/** A longer `data:` address is named by samples of it: so many, of so many characters each. */
const MAX_DATA = 65_536;
const SAMPLES = 256;
const SAMPLE = 64;

/** How an element shows a picture; undefined if it shows none. */
export function kindOf(element: Element): Kind | undefined {
  if (isHtml(element, 'img')) return hasContent(element) ? 'content' : 'img';
  return ownKindOf(element) ?? (element instanceof HTMLElement ? styledKindOf(element) : undefined);
}

/**
 * What an element shows. Not for canvases, which have no address.
 * @returns undefined if it shows nothing, or nobody can tell before it has loaded
 */
export function showingOf(element: Element, kind: Kind): Showing | undefined {
  if (isStyled(kind)) {
    return named(element, ...filesOf(computedValue(element, kind)).map(({ address }) => address));
  }
  switch (kind) {
    case 'img':
      return isHtml(element, 'img') ? ofImage(element) : undefined;
    case 'input':
      return named(element, attribute(element, 'src'));
    case 'object':
      return named(element, attribute(element, 'data') ?? attribute(element, 'src'));
    case 'svg-image':
    case 'used-image':
      return named(element, hrefOf(drawnImage(element)));
    case 'poster':
      return isHtml(element, 'video') && element.played.length === 0
        ? named(element, attribute(element, 'poster'))
        : undefined;
    case 'pseudo':
      return named(element, ...addressesOfPseudo(element));
    default:
      return undefined;
  }
}

/** Whether nothing but `src` decides what an image shows. */
export function isPlain(image: HTMLImageElement): boolean {
  if (attribute(image, 'srcset') !== null) return false;
  const parent = parentElement(image);
  return !(parent && isHtml(parent, 'picture'));
}

function ownKindOf(element: Element): Kind | undefined {
  if (isHtml(element, 'canvas')) return 'canvas';
  if (isHtml(element, 'input')) return isImageButton(element) ? 'input' : undefined;
  if (isHtml(element, 'object')) return objectSource(element).length > 0 ? 'object' : undefined;
  if (isHtml(element, 'embed')) return embedSource(element).length > 0 ? 'object' : undefined;
  if (isHtml(element, 'video')) return attribute(element, 'poster') ? 'poster' : undefined;
  if (isSvg(element, 'svg')) return usedImage(element) ? 'used-image' : undefined;
  return isSvg(element, 'image') && !isInDefinition(element) ? 'svg-image' : undefined;
}

function isImageButton(element: Element): boolean {
  return attribute(element, 'type')?.toLowerCase() === 'image';
}

/** Whether a style sheet shows another picture than `src`. */
function hasContent(image: HTMLImageElement): boolean {
  return filesOf(computedValue(image, 'content')).length > 0;
}

/** The image that a drawing consists of, or that is an image of a drawing itself. */
export function drawnImage(element: Element): Element | undefined {
  return isSvg(element, 'svg') ? usedImage(element) : element;
}

function hrefOf(element: Element | undefined): string | null {
  if (!element) return null;
  return attribute(element, 'href') ?? attribute(element, 'xlink:href');
}

/** Whether what is in it is shown only where it is used. */
function isInDefinition(element: Element): boolean {
  for (let at = parentElement(element); at; at = parentElement(at)) {
    if (isSvg(at, 'symbol') || isSvg(at, 'defs')) return true;
  }
  return false;
}

function ofImage(image: HTMLImageElement): Showing | undefined {
  const next = nextAddress(image) ?? firstAddress(image);
  if (next !== undefined) return showing([next], false);
  const { complete, naturalWidth } = image;
  // With a `srcset` only the browser knows what comes.
  if (!complete || naturalWidth === 0) return undefined;
  const address = imageUrl(image.currentSrc, baseUri(image));
  if (!address || isStandIn(image, address)) return undefined;
  return showing([address], true);
}

/** The address of an image that the browser has not begun to load. */
function firstAddress(image: HTMLImageElement): string | undefined {
  if (image.currentSrc !== '' || !isPlain(image)) return undefined;
  return imageUrl(attribute(image, 'src'), baseUri(image));
}

function named(element: Element, ...addresses: (string | null)[]): Showing | undefined {
  const base = baseUri(element);
  return showing(
    addresses.flatMap((address) => imageUrl(address, base) ?? []),
    true,
  );
}

function showing(found: readonly string[], isLoaded: boolean): Showing | undefined {
  const addresses = [...new Set(found.map(nameOf))];
  return addresses.length > 0 ? { addresses, isLoaded } : undefined;
}

/** Names a picture: by its address, but not by megabytes of it. */
function nameOf(address: string): string {
  const { length } = address;
  if (length <= MAX_DATA) return address;
  const samples = Array.from({ length: SAMPLES }, (_, at) => {
    const from = Math.floor((at / (SAMPLES - 1)) * (length - SAMPLE));
    return address.slice(from, from + SAMPLE);
  });
  return `data:${length},${samples.join('')}`;
}
