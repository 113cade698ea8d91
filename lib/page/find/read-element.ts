import type { Source } from './candidate';
import { cssSources } from './css-images';
import { attribute, isHtml, isSvg, localName } from './dom';
import { embedSource, inputSource, objectSource, svgImageSource, svgSource } from './embedded';
import { imgSource } from './img';
import { lazyAddresses } from './lazy';
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
  const [url, ...originals] = isHtml(element, 'img') ? [] : lazyAddresses(element);
  if (url && isHolder(element)) {
    return [{ how: 'lazy', element, url, width: 0, height: 0, originals }];
  }
  return [];
}

/** A link to an image that contains no image ("full size"). */
export function readLink(element: Element): Source[] {
  const url = isHtml(element, 'a') || isHtml(element, 'area') ? linkTarget(element) : undefined;
  return url ? [{ how: 'link', element, url, width: 0, height: 0, originals: [] }] : [];
}

/** A box to which a lazy loader adds a background; links use the same attributes for other addresses. */
function isHolder(element: Element): boolean {
  return (
    ['div', 'span', 'section', 'figure', 'article', 'li', 'header', 'picture'].includes(
      localName(element),
    ) &&
    ['data-bg', 'data-background', 'data-background-image', 'data-src', 'data-bgset'].some(
      (name) => attribute(element, name) !== null,
    )
  );
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
