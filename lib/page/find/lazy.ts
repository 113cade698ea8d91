import { attribute, baseUri, childrenOf, isHtml, parentElement, queryAll } from './dom';
import { jsonAddresses } from './json-addresses';
import { parseSrcset, rankSrcset } from './srcset';
import { isCounter } from './stand-in';
import { imageUrl, looksLikeImage } from './urls';

/**
 * Attributes in which lazy loaders and galleries store the address, the largest version first. From the documentation
 * of the loaders (lazysizes, lozad, vanilla-lazyload, jQuery Lazy Load, unveil, b-lazy, Flickity, Slick, Swiper), of
 * plugins (Jetpack, WP Rocket, a3 Lazy Load, Smush, EWWW, PageSpeed, Mirage, Ezoic) and the markup of sites (Amazon,
 * JD, Taobao, Zhihu, WeChat, Discuz, Facebook, Pinterest).
 */
const ADDRESSES = [
  ...['data-full', 'data-full-src', 'data-full-url', 'data-fullsrc', 'data-full-image'],
  ...['data-large', 'data-large-src', 'data-large_image', 'data-large-file', 'data-large-image'],
  ...['data-orig-file', 'data-orig-src', 'data-orig', 'data-origin', 'data-origin-src'],
  ...['data-original', 'data-original-src', 'data-original-image', 'data-lazy-original'],
  ...['data-hi-res-src', 'data-hires', 'data-high-res-src', 'data-highres', 'data-old-hires'],
  ...['data-zoom', 'data-zoom-src', 'data-zoom-image', 'data-magnify-src', 'zoomfile', 'file'],
  ...['data-pin-media', 'data-croporisrc', 'data-actualsrc', 'data-rawsrc', 'data-media-src'],
  ...['data-src-retina', 'data-retina', 'data-src-2x', 'data-2x', 'data-src-large'],
  ...['data-lazy-src', 'data-lazy', 'data-lazyload', 'data-lazyload-src', 'data-lazy-img'],
  ...['data-ks-lazyload', 'data-ks-lazyload-custom', 'data-lazysrc', 'lazy-src', 'lazysrc'],
  ...['data-echo', 'data-src', 'data-imgsrc', 'data-img-src', 'data-image-src', 'data-load-src'],
  ...['data-bg', 'data-bg-src', 'data-background', 'data-background-image', 'data-bg-image'],
  ...['data-flickity-lazyload', 'data-flickity-lazyload-src', 'data-splide-lazy', 'data-ll-src'],
  ...['data-realsrc', 'data-cfsrc', 'data-ezsrc', 'data-pagespeed-lazy-src', 'data-ploi'],
  ...['data-pagespeed-high-res-src', 'data-wpfc-original-src', 'data-dsrc', 'data-hsrc'],
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

/** Addresses that a lazy loader will show, the most promising first. */
export function lazyAddresses(element: Element): string[] {
  const base = baseUri(element);
  const found = new Set<string>();
  const add = (address: string | null | undefined): void => {
    const url = imageUrl(unwrapped(address), base);
    if (url) found.add(url);
  };
  for (const name of SRCSETS) {
    for (const { address } of rankSrcset(parseSrcset(attribute(element, name)), 1)) add(address);
  }
  for (const name of ADDRESSES) add(attribute(element, name));
  for (const name of VAGUE) {
    const url = imageUrl(unwrapped(attribute(element, name)), base);
    if (url && looksLikeImage(url)) add(url);
  }
  for (const name of JSONS) {
    for (const url of jsonAddresses(attribute(element, name), base)) found.add(url);
  }
  return [...found];
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
 * Images of the `noscript` elements in or beside an element, or beside the boxes around it that hold no other image.
 * Parsed without running scripts.
 */
export function noscriptAddresses(element: Element): string[] {
  const base = baseUri(element);
  const own = queryAll(element, ':scope > noscript');
  if (own.length > 0) return addressesIn(own, base);
  let at = element;
  for (let steps = 0; steps < MAX_BOXES; steps += 1) {
    const around = parentElement(at);
    if (!around) break;
    const found = addressesIn(besides(at, around), base);
    if (found.length > 0) return found;
    if (queryAll(around, 'img').length > 1) break;
    at = around;
  }
  return [];
}

/**
 * The `noscript` siblings that belong to one child. In a row of images each has its own: the one after it, or the one
 * before it where the row begins with a `noscript`.
 */
function besides(child: Element, around: Element): Element[] {
  const all = queryAll(around, ':scope > noscript');
  if (all.length === 0 || queryAll(around, 'img').length < 2) return all;
  const first = Array.from(childrenOf(around)).find(
    (one) => all.includes(one) || isHtml(one, 'img') || queryAll(one, 'img').length > 0,
  );
  const isBefore = first !== undefined && all.includes(first);
  return all.filter((one) => sibling(one, isBefore) === child);
}

function sibling(of: Element, isNext: boolean): Element | null {
  return isNext ? of.nextElementSibling : of.previousElementSibling;
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
      const ranked = rankSrcset(parseSrcset(attribute(image, 'srcset')), 1);
      const named = [...ranked.map(({ address }) => address), attribute(image, 'src')];
      for (const address of [...named, ...lazyAddresses(image)]) {
        const url = imageUrl(address, base);
        if (url) found.add(url);
      }
    }
  }
  return [...found];
}
