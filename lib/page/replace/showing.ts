import { nextAddress } from '../collect/reading';
import { cssLayers, splitTop } from '../find/css-value';
import { attribute, baseUri, isHtml, isSvg, parentElement } from '../find/dom';
import { isStandIn } from '../find/stand-in';
import { imageUrl } from '../find/urls';

/** How an element shows a picture. Of a pseudo-element nothing can be changed. */
export type Kind = 'img' | 'background' | 'canvas' | 'input' | 'svg-image' | 'pseudo';

/** What an element shows now. */
export interface Showing {
  /** Absolute. Two places with the same one show the same picture. */
  address: string;
  /** Whether the page has it on the screen. */
  isLoaded: boolean;
}

/** Longest address of a picture without a file that is told apart from others, in characters. */
const MAX_DATA = 65_536;
const PSEUDO = ['::before', '::after'] as const;

/** The kind of a picture, by its element alone. */
export function kindOf(element: Element): Kind | undefined {
  if (isHtml(element, 'img')) return 'img';
  if (isHtml(element, 'canvas')) return 'canvas';
  if (isHtml(element, 'input')) return isImageButton(element) ? 'input' : undefined;
  return isSvg(element, 'image') ? 'svg-image' : undefined;
}

/** The kind of a picture that style sheets give an element. */
export function styledKindOf(element: Element): 'background' | 'pseudo' | undefined {
  if (hasImage(getComputedStyle(element))) return 'background';
  for (const pseudo of PSEUDO) {
    const style = getComputedStyle(element, pseudo);
    // A pseudo-element without content is not shown.
    if (!/^(?:none|normal)$/.test(style.content) && hasImage(style)) return 'pseudo';
  }
  return undefined;
}

/**
 * What an element shows. Not for canvases, which have no address.
 * @returns undefined if it shows nothing, or nobody can tell before it has loaded
 */
export function showingOf(element: Element, kind: Kind): Showing | undefined {
  switch (kind) {
    case 'img':
      return isHtml(element, 'img') ? ofImage(element) : undefined;
    case 'input':
      return named(element, attribute(element, 'src'));
    case 'svg-image':
      return named(element, attribute(element, 'href') ?? attribute(element, 'xlink:href'));
    case 'background':
      return named(element, topLayer(getComputedStyle(element).backgroundImage)?.address);
    case 'pseudo':
      return ofPseudo(element);
    default:
      return undefined;
  }
}

/** The topmost layer of a computed `background-image` that shows a file. */
export function topLayer(
  value: string,
): { layers: string[]; at: number; address: string } | undefined {
  if (!/url\(|image-set\(/i.test(value)) return undefined;
  const layers = splitTop(value);
  for (const [at, layer] of layers.entries()) {
    const [address] = cssLayers(layer)[0] ?? [];
    if (address) return { layers, at, address };
  }
  return undefined;
}

/** Whether nothing but `src` decides what an image shows. */
export function isPlain(image: HTMLImageElement): boolean {
  if (attribute(image, 'srcset') !== null) return false;
  const parent = parentElement(image);
  return !(parent && isHtml(parent, 'picture'));
}

function isImageButton(element: Element): boolean {
  return attribute(element, 'type')?.toLowerCase() === 'image';
}

function hasImage({ backgroundImage }: CSSStyleDeclaration): boolean {
  return backgroundImage !== 'none' && /url\(|image-set\(/i.test(backgroundImage);
}

function ofImage(image: HTMLImageElement): Showing | undefined {
  const next = nextAddress(image) ?? firstAddress(image);
  if (next !== undefined) return showing(next, false);
  const { complete, naturalWidth } = image;
  // With a `srcset` only the browser knows what comes.
  if (!complete || naturalWidth === 0) return undefined;
  const address = imageUrl(image.currentSrc, baseUri(image));
  if (!address || isStandIn(image, address)) return undefined;
  return showing(address, true);
}

/** The address of an image that the browser has not begun to load. */
function firstAddress(image: HTMLImageElement): string | undefined {
  if (image.currentSrc !== '' || !isPlain(image)) return undefined;
  return imageUrl(attribute(image, 'src'), baseUri(image));
}

function ofPseudo(element: Element): Showing | undefined {
  for (const pseudo of PSEUDO) {
    const layer = topLayer(getComputedStyle(element, pseudo).backgroundImage);
    const found = named(element, layer?.address);
    if (found) return found;
  }
  return undefined;
}

function named(element: Element, address: string | null | undefined): Showing | undefined {
  const url = imageUrl(address, baseUri(element));
  return url === undefined ? undefined : showing(url, true);
}

function showing(address: string, isLoaded: boolean): Showing | undefined {
  if (address.length > MAX_DATA) return undefined;
  return { address, isLoaded };
}
