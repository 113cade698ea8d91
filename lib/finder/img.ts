import type { Source } from './candidate';
import { attribute, baseUri, boxOf, isHtml, parentElement, queryAll } from './dom';
import { lazyAddresses, noscriptAddresses } from './lazy';
import { linkTarget } from './link-target';
import { parseSrcset, rankSrcset } from './srcset';
import { imageUrl } from './urls';

/** Types of `<source>` no browser of ours decodes. */
const UNREADABLE = /^image\/(?:jp2|jpx|jpm|vnd\.ms-photo)/i;

/** An `<img>`, alone or in a `<picture>`. */
export function imgSource(element: HTMLImageElement): Source[] {
  const base = baseUri(element);
  const picture = parentElement(element);
  const inPicture = picture !== undefined && isHtml(picture, 'picture');
  const shown = imageUrl(element.currentSrc || attribute(element, 'src'), base);
  const { naturalWidth, naturalHeight } = element;
  const lazy = [...lazyAddresses(element), ...(inPicture ? sourceLazy(picture) : [])];
  const isPlaceholder = !shown || isStandIn(element, shown);
  if (isPlaceholder) lazy.push(...noscriptAddresses(inPicture ? picture : element));
  const larger = [
    ...(linkOf(element) ?? []),
    ...lazy,
    ...(inPicture ? largerSources(picture, element) : []),
    ...largerEntries(element, attribute(element, 'srcset')),
  ];
  const shared = {
    element,
    alt: attribute(element, 'alt') ?? '',
    referrerPolicy: attribute(element, 'referrerpolicy') ?? '',
    crossOrigin: attribute(element, 'crossorigin') ?? undefined,
  };
  const [first, ...rest] = lazy;
  if (isPlaceholder && first) {
    const originals = [...(linkOf(element) ?? []), ...rest];
    return [clean({ ...shared, how: 'lazy', url: first, width: 0, height: 0, originals })];
  }
  if (!shown || isNothing(element)) return [];
  return [
    clean({
      ...shared,
      how: inPicture ? 'picture' : 'img',
      url: shown,
      width: naturalWidth,
      height: naturalHeight,
      originals: larger,
    }),
  ];
}

function linkOf(element: Element): string[] | undefined {
  const target = linkTarget(element);
  return target ? [target] : undefined;
}

/** A 1x1 pixel says nothing whatever it is stretched to. */
function isNothing({ complete, naturalWidth, naturalHeight }: HTMLImageElement): boolean {
  return complete && naturalWidth > 0 && naturalWidth <= 2 && naturalHeight <= 2;
}

/** Whether the image only keeps the place until its lazy loader has run. */
function isStandIn(element: HTMLImageElement, shown: string): boolean {
  if (isNothing(element)) return true;
  if (element.complete && element.naturalWidth === 0) return true;
  if (/^data:image\/(?:gif|svg)/i.test(shown)) return shown.length < 1500;
  return /(?:blank|spacer|placeholder|lazy|loading|grey|pixel)[^/]*\.(?:gif|svg|png)(?:$|\?)/i.test(
    shown,
  );
}

/** Entries of the image's own set that are larger than what is shown. */
function largerEntries(element: HTMLImageElement, srcset: string | null): string[] {
  const base = baseUri(element);
  const cssWidth = element.naturalWidth || boxOf(element).width;
  return rankSrcset(parseSrcset(srcset), cssWidth)
    .filter(({ pixels }) => pixels > element.naturalWidth)
    .map(({ address }) => imageUrl(address, base) ?? '');
}

/**
 * Entries of all the sources of a `<picture>`. Those that do not match now may still hold the
 * largest version; the size is checked once it is decoded.
 */
function largerSources(picture: Element, image: HTMLImageElement): string[] {
  const base = baseUri(picture);
  const entries = queryAll(picture, ':scope > source').flatMap((source) =>
    UNREADABLE.test(attribute(source, 'type') ?? '')
      ? []
      : parseSrcset(attribute(source, 'srcset')),
  );
  return rankSrcset(entries, image.naturalWidth || boxOf(image).width)
    .filter(({ pixels }) => pixels > image.naturalWidth)
    .map(({ address }) => imageUrl(address, base) ?? '');
}

function sourceLazy(picture: Element): string[] {
  return queryAll(picture, ':scope > source').flatMap(lazyAddresses);
}

function clean(source: Omit<Source, 'crossOrigin'> & { crossOrigin?: string | undefined }): Source {
  const { crossOrigin, ...rest } = source;
  return crossOrigin === undefined ? rest : { ...rest, crossOrigin };
}
