import type { Source } from './candidate';
import { attribute, baseUri, boxOf, isHtml, parentElement, queryAll } from './dom';
import { lazyAddresses, noscriptAddresses } from './lazy';
import { linkTarget } from './link-target';
import { parseSrcset, rankSrcset } from './srcset';
import { isNothing, isStandIn, isUniform } from './stand-in';
import { imageUrl } from './urls';

/** Types of `<source>` that no supported browser decodes. */
const UNREADABLE = /^image\/(?:jp2|jpx|jpm|vnd\.ms-photo)/i;

/** An `<img>`, alone or in a `<picture>`. */
export function imgSource(element: HTMLImageElement): Source[] {
  const base = baseUri(element);
  const picture = parentElement(element);
  const inPicture = picture !== undefined && isHtml(picture, 'picture');
  const shown = imageUrl(element.currentSrc || attribute(element, 'src'), base);
  const { width, height, larger } = versionsOf(element, inPicture ? picture : undefined, shown);
  const lazy = [...lazyAddresses(element), ...(inPicture ? sourceLazy(picture) : [])];
  const inNoscript = noscriptAddresses(inPicture ? picture : element);
  const link = linkOf(element) ?? [];
  const isPlaceholder =
    !shown ||
    isStandIn(element, shown) ||
    (lazy.length + inNoscript.length + link.length + larger.length > 0 && isUniform(element));
  const shared = {
    element,
    alt: attribute(element, 'alt') ?? '',
    referrerPolicy: attribute(element, 'referrerpolicy') ?? '',
    crossOrigin: attribute(element, 'crossorigin') ?? undefined,
  };
  // The picture for those without scripts is surely one; an attribute may hold something else.
  const [first, ...others] = [...lazy, ...inNoscript, ...link, ...larger];
  if (isPlaceholder && first) {
    return [clean({ ...shared, how: 'lazy', url: first, width: 0, height: 0, originals: others })];
  }
  if (!shown || isNothing(element)) return [];
  return [
    clean({
      ...shared,
      how: inPicture ? 'picture' : 'img',
      url: shown,
      width,
      height,
      originals: [...link, ...lazy, ...inNoscript, ...larger, ...fallback(element, shown)],
    }),
  ];
}

function linkOf(element: Element): string[] | undefined {
  const target = linkTarget(element);
  return target ? [target] : undefined;
}

interface Versions {
  /** Size of the shown file, px. */
  width: number;
  height: number;
  larger: string[];
}

/**
 * Reads the `srcset` of an image and of its `<picture>`. Sources that do not match now may still have the
 * largest version; the size is verified after decoding.
 */
function versionsOf(
  element: HTMLImageElement,
  picture: Element | undefined,
  shown: string | undefined,
): Versions {
  const { naturalWidth, naturalHeight } = element;
  const base = baseUri(element);
  const sets = [...(picture ? queryAll(picture, ':scope > source') : []), element].filter(
    (one) => !UNREADABLE.test(attribute(one, 'type') ?? ''),
  );
  const entries = sets.flatMap((one) => parseSrcset(attribute(one, 'srcset')));
  const versions = rankSrcset(entries, naturalWidth || boxOf(element).width).map((entry) => ({
    url: imageUrl(entry.address, base) ?? '',
    pixels: entry.pixels,
  }));
  // The natural size is the size of the file divided by its density in the set. If the set has the file
  // twice, use the lower density.
  const own = naturalWidth > 0 ? versions.findLast(({ url }) => url === shown)?.pixels : undefined;
  const width = Math.round(own ?? naturalWidth);
  return {
    width,
    height: own ? Math.round((naturalHeight * width) / naturalWidth) : naturalHeight,
    larger: versions.filter(({ pixels }) => pixels > width).map(({ url }) => url),
  };
}

/** The `src` of an image that shows another source: the same picture in another format, which may be larger. */
function fallback(element: HTMLImageElement, shown: string): string[] {
  const url = imageUrl(attribute(element, 'src'), baseUri(element));
  return url && url !== shown && !/^data:/i.test(url) ? [url] : [];
}

function sourceLazy(picture: Element): string[] {
  return queryAll(picture, ':scope > source').flatMap(lazyAddresses);
}

function clean(source: Omit<Source, 'crossOrigin'> & { crossOrigin?: string | undefined }): Source {
  const { crossOrigin, ...rest } = source;
  return crossOrigin === undefined ? rest : { ...rest, crossOrigin };
}
