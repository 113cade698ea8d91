import type { Source } from './candidate';
import { cssSources } from './css-images';
import {
  attribute,
  baseUri,
  boxOf,
  isHtml,
  isSvg,
  localName,
  parentElement,
  queryAll,
} from './dom';
import { embedSource, inputSource, objectSource, svgImageSource, svgSource } from './embedded';
import { imgSource } from './img';
import { lazyAddresses, noscriptAddresses, writtenAddresses } from './lazy';
import { linkTarget } from './link-target';
import { canvasSource, videoSources } from './media';

/** Elements that are images. */
export const PICTURES = 'img, canvas, video, svg, image, input, object, embed';

/** Every image source of an element. */
export function readElement(element: Element): Source[] {
  const own = ownSources(element);
  const styled = cssSources(element);
  const found = [...own, ...styled];
  if (found.length > 0 || localName(element) === 'source') return found;
  const [url, ...originals] = heldAddresses(element);
  return url ? [{ how: 'lazy', element, url, width: 0, height: 0, originals }] : [];
}

/** A link to an image that contains no image ("full size"). */
export function readLink(element: Element): Source[] {
  const url = isHtml(element, 'a') || isHtml(element, 'area') ? linkTarget(element) : undefined;
  return url ? [{ how: 'link', element, url, width: 0, height: 0, originals: [] }] : [];
}

const BOXES = new Set([
  ...['div', 'span', 'section', 'figure', 'article', 'li', 'header', 'picture', 'a', 'p'],
  ...['button', 'td', 'main', 'aside', 'amp-img', 'amp-anim'],
]);
/** A box to which a lazy loader adds a background. A link uses the last ones for other addresses. */
const HOLDING = [
  ...['data-bg', 'data-bg-src', 'data-bg-image', 'data-background', 'data-bgset'],
  ...['data-background-image', 'data-flickity-bg-lazyload', 'data-lazy-background'],
];
const HOLDING_IN_BOXES = ['data-src', 'data-lazy', 'data-original', 'data-lazy-src'];
const MAX_HELD = 3;

/** Addresses for which a box keeps the place: its own attributes, an image in it without a size, a `noscript`. */
function heldAddresses(element: Element): string[] {
  const name = localName(element);
  if (!BOXES.has(name)) return [];
  if (name.startsWith('amp-')) return writtenAddresses(element, baseUri(element));
  const holding = name === 'a' ? HOLDING : [...HOLDING, ...HOLDING_IN_BOXES];
  if (holding.some((one) => attribute(element, one) !== null)) {
    const own = lazyAddresses(element);
    if (own.length > 0) return own;
  }
  const images = queryAll(element, 'img').slice(0, MAX_HELD + 1);
  if (images.length === 0) return addressesInOnlyNoscript(element);
  // With more images, or one that has a size, the images themselves are found.
  if (images.length > MAX_HELD || images.some(hasSize)) return [];
  return images.flatMap((image) =>
    isHtml(image, 'img')
      ? imgSource(image).flatMap(({ url = '', originals }) => [url, ...originals])
      : [],
  );
}

/** The images of the one `noscript` in a box, also in boxes that are empty without it. */
function addressesInOnlyNoscript(element: Element): string[] {
  const [only, ...others] = queryAll(element, 'noscript');
  const parent = only && parentElement(only);
  if (!parent) return [];
  if (parent === element) return noscriptAddresses(element);
  const { width, height } = boxOf(parent);
  const isEmpty = width === 0 || height === 0;
  return others.length === 0 && isEmpty ? noscriptAddresses(parent) : [];
}

function hasSize(element: Element): boolean {
  const { width, height } = boxOf(element);
  return width > 0 && height > 0;
}

function ownSources(element: Element): Source[] {
  if (isHtml(element, 'img')) return imgSource(element);
  if (isHtml(element, 'canvas')) return canvasSource(element);
  if (isHtml(element, 'video')) return videoSources(element);
  if (isHtml(element, 'input')) return inputSource(element);
  if (isHtml(element, 'object')) return objectSource(element);
  if (isHtml(element, 'embed')) return embedSource(element);
  if (isSvg(element, 'image')) return svgImageSource(element);
  if (isSvg(element, 'svg')) return svgSource(element);
  return [];
}
