import { attribute, baseUri, childrenOf, holds, localName, parentElement, queryAll } from './dom';
import { jsonAddresses } from './json-addresses';
import { parseSrcset, rankSrcset } from './srcset';
import { isBlankAddress, isCounter } from './stand-in';
import { imageUrl, looksLikeImage } from './urls';

/**
 * Attributes that name a larger version. It may be another picture, so it is compared before it is used. Sources as
 * below.
 */
const LARGER = [
  ...['data-full', 'data-full-src', 'data-full-url', 'data-fullsrc', 'data-full-image'],
  ...['data-large', 'data-large-src', 'data-large_image', 'data-large-file', 'data-large-image'],
  ...['data-orig-file', 'data-hi-res-src', 'data-hires', 'data-high-res-src', 'data-highres'],
  ...['data-old-hires', 'data-zoom', 'data-zoom-src', 'data-zoom-image', 'data-magnify-src'],
  ...['data-pagespeed-high-res-src', 'zoomfile'],
];
/**
 * Attributes in which lazy loaders keep the address of what the place will show, the largest version first. Loaders such
 * as lazysizes, lozad, vanilla-lazyload, Flickity and Slick use them, plugins such as Jetpack, WP Rocket and PageSpeed,
 * and sites such as Taobao, Zhihu and WeChat. Not every name was looked up.
 */
const PLACE = [
  ...['data-orig-src', 'data-orig', 'data-origin', 'data-origin-src', 'file'],
  ...['data-original', 'data-original-src', 'data-original-image', 'data-lazy-original'],
  ...['data-pin-media', 'data-croporisrc', 'data-actualsrc', 'data-rawsrc', 'data-media-src'],
  ...['data-src-retina', 'data-retina', 'data-src-2x', 'data-2x', 'data-src-large'],
  ...['data-lazy-src', 'data-lazy', 'data-lazyload', 'data-lazyload-src', 'data-lazy-img'],
  ...['data-ks-lazyload', 'data-ks-lazyload-custom', 'data-lazysrc', 'lazy-src', 'lazysrc'],
  ...['data-echo', 'data-src', 'data-imgsrc', 'data-img-src', 'data-image-src', 'data-load-src'],
  ...['data-bg', 'data-bg-src', 'data-background', 'data-background-image', 'data-bg-image'],
  ...['data-flickity-lazyload', 'data-flickity-lazyload-src', 'data-splide-lazy', 'data-ll-src'],
  ...['data-realsrc', 'data-cfsrc', 'data-ezsrc', 'data-pagespeed-lazy-src', 'data-ploi'],
  ...['data-wpfc-original-src', 'data-dsrc', 'data-hsrc'],
  ...[
    'data-runner-src',
    'data-src-fg',
    'data-delayed-url',
    'data-defer-src',
    'data-nitro-lazy-src',
  ],
  ...['data-opt-src', 'data-spai', 'data-smsrc', 'data-breeze', 'data-savepage-src', 'loadsrc'],
];
/** Attributes that are also used for other addresses. */
const VAGUE = ['data-url', 'data-image', 'data-img', 'data-href', 'data-thumb', 'data-poster'];
const SRCSETS = [
  ...['data-srcset', 'data-lazy-srcset', 'data-original-set', 'data-bgset', 'data-cfsrcset'],
  ...['data-ezsrcset', 'data-flickity-lazyload-srcset', 'data-splide-lazy-srcset', 'lazy-srcset'],
];
/** Attributes that may hold JSON. */
const JSONS = [
  ...['data-a-dynamic-image', 'data-image', 'data-img', 'data-image-info', 'data-images'],
  ...['data-src', 'data-srcs', 'data-sources', 'data-gallery', 'data-zoom', 'data-media'],
];

/** Longer texts are not matched with a pattern; the limit of an address in urls.ts. */
const MAX_MATCHED = 8_192;
/** Most characters that are read of a `noscript`. */
const MAX_NOSCRIPT = 65_536;
const MAX_NOSCRIPTS = 4;
/** Boxes around an image whose `noscript` is still for it. */
const MAX_BOXES = 3;

/** Names of attributes that hold another stand-in, or another picture. */
const OF_ANOTHER =
  /placeholder|lqip|low-?(?:src|res)|blur|loading|spinner|fallback|error|avatar|icon|logo|preview|thumb|hover|flip/i;
/** Most attributes of an element that are read. */
const MAX_ATTRIBUTES = 60;

/** What the attributes of an element name, the most promising first. */
export interface Named {
  /** What a lazy loader will show at this place. */
  place: string[];
  /** What is said to be larger. */
  larger: string[];
}

/** Every address that the attributes name, the most promising first. */
export function lazyAddresses(element: Element): string[] {
  const { place, larger } = namedBy(element);
  return [...new Set([...larger, ...place])];
}

/** @param isUnknown whether nothing tells what the place shows: then an attribute of any name counts that holds an image */
export function namedBy(element: Element, isUnknown = false): Named {
  const base = baseUri(element);
  const place = new Set<string>();
  const larger = new Set<string>();
  const add = (to: Set<string>, value: string | null, isVague = false): void => {
    const url = imageUrl(withWidth(unwrapped(value), element), base);
    if (url && !isBlankAddress(url) && (!isVague || looksLikeImage(url))) to.add(url);
  };
  for (const name of SRCSETS) {
    for (const { address } of rankSrcset(parseSrcset(attribute(element, name)), 1)) {
      add(place, address);
    }
  }
  for (const name of PLACE) add(place, attribute(element, name));
  for (const name of LARGER) add(larger, attribute(element, name));
  for (const name of VAGUE) add(place, attribute(element, name), true);
  for (const name of JSONS) {
    for (const url of jsonAddresses(attribute(element, name), base)) larger.add(url);
  }
  if (!isUnknown) return { place: [...place], larger: [...larger] };
  for (const name of Element.prototype.getAttributeNames.call(element).slice(0, MAX_ATTRIBUTES)) {
    const isOther = !name.startsWith('data-') || OF_ANOTHER.test(name) || LARGER.includes(name);
    if (!isOther) add(place, attribute(element, name), true);
  }
  return place.size > 0
    ? { place: [...place], larger: [...larger] }
    : { place: [...larger], larger: [] };
}

/** Fills the `{width}` of a template with the largest of `data-widths`, as themes of Shopify do. */
function withWidth(address: string | undefined, element: Element): string | undefined {
  if (!address || address.length > MAX_MATCHED || !/\{|%7B/i.test(address)) return address;
  const widths = (attribute(element, 'data-widths') ?? '').slice(0, MAX_MATCHED).match(/\d+/g);
  const widest = Math.max(0, ...(widths ?? []).slice(0, 100).map(Number));
  const filled = widest > 0 ? address.replace(/(?:\{|%7B)width(?:\}|%7D)/gi, `${widest}`) : address;
  return /\{|%7B/i.test(filled) ? undefined : filled;
}

/** Removes `url(...)` and quotes around an address; JSON and other structures are no address. */
function unwrapped(value: string | null | undefined): string | undefined {
  // Patterns may need the square of the length, and a page controls the length.
  if (value && value.length > MAX_MATCHED) return /^data:/i.test(value) ? value : undefined;
  const inner = value?.trim().replace(/^url\(\s*(['"]?)(.*)\1\s*\)$/i, '$2');
  if (!inner || /^[[{]|^(?:true|false|\d+)$|\s/.test(inner)) return undefined;
  // A bare word ("lazy") is no address.
  return /[./]/.test(inner) || /^(?:data|blob):/i.test(inner) ? inner : undefined;
}

/**
 * Images of the `noscript` in or beside an element, or beside the boxes around it that hold no other image. Parsed
 * without running scripts.
 */
export function noscriptAddresses(element: Element): string[] {
  const base = baseUri(element);
  const own = queryAll(element, ':scope > noscript');
  if (own.length > 0) return addressesIn(own, base);
  for (const around of [element, ...boxesAround(element)]) {
    const beside = noscriptOf(around);
    const found = beside ? addressesIn([beside], base) : [];
    if (found.length > 0) return found;
  }
  return [];
}

/** The boxes around an image that hold no other image, innermost first. At most 3. */
export function boxesAround(element: Element): Element[] {
  const found: Element[] = [];
  const own = queryAll(element, 'img').length || 1;
  let around = parentElement(element);
  while (around && found.length < MAX_BOXES && !['body', 'html'].includes(localName(around))) {
    if (queryAll(around, 'img').length > own) break;
    found.push(around);
    around = parentElement(around);
  }
  return found;
}

/** Elements that take no place in a row. */
const PLACELESS = new Set(['script', 'style', 'template', 'link', 'meta', 'br', 'source']);

/**
 * The `noscript` of an element in a row with others: of as many `noscript` as elements, the one at the same position;
 * otherwise the only one, or the one next to it.
 */
function noscriptOf(element: Element): Element | undefined {
  const parent = parentElement(element);
  // Thousands of images may stand in one row.
  if (!parent || !holds(parent, 'noscript')) return undefined;
  const row = Array.from(childrenOf(parent)).filter((one) => !PLACELESS.has(localName(one)));
  const noscripts = row.filter((one) => localName(one) === 'noscript');
  const others = row.filter((one) => localName(one) !== 'noscript');
  if (noscripts.length === others.length) return noscripts[others.indexOf(element)];
  const holdsImage = (one: Element) => localName(one) === 'img' || queryAll(one, 'img').length > 0;
  const isAlone = others.every((one) => one === element || !holdsImage(one));
  if (noscripts.length === 1 && isAlone) return noscripts[0];
  const at = row.indexOf(element);
  return [row[at + 1], row[at - 1]].find((one) => one && localName(one) === 'noscript');
}

/** Addresses in the `srcset` and `src` of an element that no browser has loaded, the largest first. */
export function writtenAddresses(element: Element, base: string): string[] {
  const ranked = rankSrcset(parseSrcset(attribute(element, 'srcset')), 1);
  const named = [...ranked.map(({ address }) => address), attribute(element, 'src')];
  return named.flatMap((address) => imageUrl(address, base) ?? []);
}

function addressesIn(noscripts: readonly Element[], base: string): string[] {
  const found = new Set<string>();
  for (const noscript of noscripts.slice(0, MAX_NOSCRIPTS)) {
    const inert = new DOMParser().parseFromString(
      (noscript.textContent || noscript.innerHTML).slice(0, MAX_NOSCRIPT),
      'text/html',
    );
    for (const image of queryAll(inert, 'img')) {
      if (isCounter(image)) continue;
      for (const url of writtenAddresses(image, base)) found.add(url);
      for (const address of lazyAddresses(image)) {
        const url = imageUrl(address, base);
        if (url) found.add(url);
      }
    }
  }
  return [...found];
}
