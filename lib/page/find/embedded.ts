import type { Source } from './candidate';
import { attribute, baseUri, boxOf, isSvg, parentElement } from './dom';
import { linkTarget } from './link-target';
import { imageUrl, looksLikeImage } from './urls';

/** `<input type=image>`. */
export function inputSource(element: HTMLInputElement): Source[] {
  if ((attribute(element, 'type') ?? '').toLowerCase() !== 'image') return [];
  return fromAttribute(element, 'input', 'src', attribute(element, 'alt') ?? '');
}

/** `<object>` and `<embed>` that hold an image. */
export function objectSource(element: HTMLObjectElement): Source[] {
  return isImage(element, 'data') ? fromAttribute(element, 'object', 'data') : [];
}

export function embedSource(element: HTMLEmbedElement): Source[] {
  return isImage(element, 'src') ? fromAttribute(element, 'embed', 'src') : [];
}

function isImage(element: Element, name: string): boolean {
  const type = attribute(element, 'type');
  if (type) return /^image\//i.test(type);
  return looksLikeImage(imageUrl(attribute(element, name), baseUri(element)) ?? '');
}

/** `<image>` of an SVG. */
export function svgImageSource(element: SVGImageElement): Source[] {
  const name = attribute(element, 'href') === null ? 'xlink:href' : 'href';
  return fromAttribute(element, 'svg-image', name);
}

/** An inline `<svg>`, only the outermost one. */
export function svgSource(element: SVGSVGElement): Source[] {
  for (let at = parentElement(element); at; at = parentElement(at)) {
    if (isSvg(at, 'svg')) return [];
  }
  const { width, height } = boxOf(element);
  if (element.childElementCount === 0) return [];
  return [
    {
      how: 'svg',
      element,
      width: Math.round(width),
      height: Math.round(height),
      originals: [],
      isPixels: true,
    },
  ];
}

function fromAttribute(element: Element, how: Source['how'], name: string, alt?: string): Source[] {
  const url = imageUrl(attribute(element, name), baseUri(element));
  if (!url) return [];
  const target = linkTarget(element);
  const originals = target ? [target] : [];
  const source: Source = { how, element, url, width: 0, height: 0, originals };
  return [alt === undefined ? source : { ...source, alt }];
}
