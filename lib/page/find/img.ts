import type { Source } from './candidate';
import { attribute, baseUri, boxOf, isHtml, parentElement, queryAll } from './dom';
import { boxesAround, type Named, namedBy, noscriptAddresses } from './lazy';
import { linkTarget } from './link-target';
import { parseSrcset, rankSrcset } from './srcset';
import { isBlankAddress, isNothing, isStandIn, isUniform } from './stand-in';
import { imageUrl } from './urls';

/** Types of `<source>` that no supported browser decodes. */
const UNREADABLE = /^image\/(?:jp2|jpx|jpm|vnd\.ms-photo)/i;

/** Longest address of a stand-in that is told, in characters. */
const MAX_ADDRESS = 8_192;

/** An `<img>`, alone or in a `<picture>`. */
export function imgSource(element: HTMLImageElement): Source[] {
  const base = baseUri(element);
  const parent = parentElement(element);
  const picture = parent && isHtml(parent, 'picture') ? parent : undefined;
  const shown = imageUrl(element.currentSrc || attribute(element, 'src'), base);
  const { width, height, larger, others } = versionsOf(element, picture, shown);
  const own = ownNames(element, picture);
  const beside = noscriptAddresses(picture ?? element);
  const link = linkOf(element) ?? [];
  const shared = {
    element,
    alt: attribute(element, 'alt') ?? '',
    referrerPolicy: attribute(element, 'referrerpolicy') ?? '',
    crossOrigin: attribute(element, 'crossorigin') ?? undefined,
  };
  const isMissing = !shown || isStandIn(element, shown);
  // Otherwise the loader has done its work.
  if (isMissing || !own.place.includes(shown)) {
    const { place, larger: full } = ownNames(element, picture, true);
    const outer = place.length > 0 ? [] : boxesAround(element).flatMap((box) => namedBy(box).place);
    // What the place will show comes first. Something larger may be another picture, and is compared with it.
    const meant = [...place, ...beside, ...outer];
    const all = [...meant, ...full, ...link, ...larger, ...others];
    const [url, ...originals] = all.filter((one) => one !== shown);
    if (url && (isMissing || isWaiting(element, own.place))) {
      const standIn = shown && shown.length <= MAX_ADDRESS ? { standIn: shown } : {};
      return [clean({ ...shared, ...standIn, how: 'lazy', url, width: 0, height: 0, originals })];
    }
  }
  if (!shown || isNothing(element)) return [];
  return [
    clean({
      ...shared,
      how: picture ? 'picture' : 'img',
      url: shown,
      width,
      height,
      originals: [...link, ...own.larger, ...own.place, ...beside, ...larger, ...others],
    }),
  ];
}

/**
 * Whether what is shown has not loaded, or has one colour, where something else is named.
 * @param known what attributes of loaders name
 */
function isWaiting(element: HTMLImageElement, known: readonly string[]): boolean {
  const isLoading = !element.complete && element.naturalWidth === 0;
  return isLoading ? known.length > 0 : isUniform(element);
}

function ownNames(element: Element, picture: Element | undefined, isUnknown = false): Named {
  const sources = picture ? queryAll(picture, ':scope > source') : [];
  const named = [element, ...sources].map((one) => namedBy(one, isUnknown));
  return {
    place: named.flatMap(({ place }) => place),
    larger: named.flatMap((one) => one.larger),
  };
}

function linkOf(element: Element): string[] | undefined {
  const target = linkTarget(element);
  return target ? [target] : undefined;
}

interface Versions {
  /** Size of the shown file, px. */
  width: number;
  height: number;
  /** Versions that are larger than the shown file, the largest first. */
  larger: string[];
  /** The same picture in other formats, in a file of unknown size. */
  others: string[];
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
    isMeasured: entry.width !== undefined,
  }));
  // The natural size is the size of the file divided by its density in the set. If the set has the file
  // twice, use the lower density.
  const own = naturalWidth > 0 ? versions.findLast(({ url }) => url === shown)?.pixels : undefined;
  const width = Math.round(own ?? naturalWidth);
  const fallback = imageUrl(attribute(element, 'src'), base);
  const formats = picture
    ? versions.flatMap(({ url, isMeasured }) => (isMeasured ? [] : [url]))
    : [];
  return {
    width,
    height: own ? Math.round((naturalHeight * width) / naturalWidth) : naturalHeight,
    larger: versions.filter(({ pixels }) => pixels > width).map(({ url }) => url),
    others: [...(fallback ? [fallback] : []), ...formats].filter(
      (url) => url !== '' && url !== shown && !/^data:/i.test(url) && !isBlankAddress(url),
    ),
  };
}

function clean(source: Omit<Source, 'crossOrigin'> & { crossOrigin?: string | undefined }): Source {
  const { crossOrigin, ...rest } = source;
  return crossOrigin === undefined ? rest : { ...rest, crossOrigin };
}
