import { attribute, baseUri, isHtml, localName, withAncestors } from './dom';
import { imageUrl, looksLikeImage } from './urls';

/** Attributes in which galleries store the full image of a link to a page. */
const FULL = ['data-full', 'data-src', 'data-image', 'data-original', 'data-mfp-src', 'data-href'];

/** The image address of a link at or around this element, if it links to an image. */
export function linkTarget(element: Element): string | undefined {
  let steps = 0;
  for (const at of withAncestors(element)) {
    if (isHtml(at, 'a') || isHtml(at, 'area') || localName(at) === 'a') return ofLink(at);
    // A link far outside the image links to something else.
    steps += 1;
    if (steps > 8) return undefined;
  }
  return undefined;
}

function ofLink(link: Element): string | undefined {
  const href = attribute(link, 'href') ?? attribute(link, 'xlink:href');
  for (const value of [href, ...FULL.map((name) => attribute(link, name))]) {
    const url = imageUrl(value, baseUri(link));
    if (url && looksLikeImage(url)) return url;
  }
  return undefined;
}
