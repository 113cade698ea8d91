import { attribute, baseUri, parentElement, queryAll } from './dom';
import { parseSrcset, rankSrcset } from './srcset';
import { imageUrl, looksLikeImage } from './urls';

/** Attributes in which lazy loaders store the address, the largest version first. */
const ADDRESSES = [
  'data-full',
  'data-full-src',
  'data-full-url',
  'data-fullsrc',
  'data-large',
  'data-large-src',
  'data-large_image',
  'data-large-file',
  'data-orig-file',
  'data-orig-src',
  'data-original',
  'data-original-src',
  'data-hi-res-src',
  'data-hires',
  'data-high-res-src',
  'data-zoom',
  'data-zoom-src',
  'data-zoom-image',
  'data-actualsrc',
  'data-lazy-src',
  'data-lazy',
  'data-lazyload',
  'data-echo',
  'data-src',
  'data-bg',
  'data-background',
  'data-background-image',
  'data-flickity-lazyload',
  'data-ll-src',
  'data-realsrc',
];
/** Attributes that are also used for other addresses. */
const VAGUE = ['data-url', 'data-image', 'data-img', 'data-href'];
const SRCSETS = ['data-srcset', 'data-lazy-srcset', 'data-original-set', 'data-bgset'];

/** Longer texts are not matched with a pattern; the limit of an address in urls.ts. */
const MAX_MATCHED = 8_192;
/** Most characters that are read of a `noscript`. */
const MAX_NOSCRIPT = 65_536;

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
    const url = imageUrl(attribute(element, name), base);
    if (url && looksLikeImage(url)) add(url);
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

/** Images of a `noscript` beside or around this placeholder, parsed without running scripts. */
export function noscriptAddresses(element: Element): string[] {
  const parent = parentElement(element);
  if (!parent) return [];
  const found: string[] = [];
  for (const sibling of queryAll(parent, ':scope > noscript')) {
    const inert = new DOMParser().parseFromString(
      (sibling.textContent || sibling.innerHTML).slice(0, MAX_NOSCRIPT),
      'text/html',
    );
    const base = baseUri(element);
    for (const image of queryAll(inert, 'img')) {
      const ranked = rankSrcset(parseSrcset(attribute(image, 'srcset')), 1);
      for (const address of [...ranked.map((entry) => entry.address), attribute(image, 'src')]) {
        const url = imageUrl(address, base);
        if (url && !found.includes(url)) found.push(url);
      }
      found.push(...lazyAddresses(image).map((url) => imageUrl(url, base) ?? url));
    }
  }
  return found;
}
