import type { Source } from './candidate';
import { attribute, baseUri, boxOf, isSvg, parentElement, queryAll, rootOf } from './dom';
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
  const used = usedImage(element);
  if (used) return svgImageSource(used).map((source) => ({ ...source, element }));
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

const GRAPHICS =
  'image, use, path, rect, circle, ellipse, line, polygon, polyline, text, foreignObject, svg';

/** The image, if a drawing shows one `<use>` of one image and nothing else. */
export function usedImage(element: SVGSVGElement): SVGImageElement | undefined {
  const [use, ...others] = queryAll(element, GRAPHICS);
  if (!use || others.length > 0 || !isSvg(use, 'use')) return undefined;
  const name = attribute(use, 'href') ?? attribute(use, 'xlink:href') ?? '';
  const root = rootOf(element) as Document | ShadowRoot;
  const [target] = /^#./.test(name) ? queryAll(root, `#${CSS.escape(name.slice(1))}`) : [];
  if (!target) return undefined;
  const [image, ...more] = isSvg(target, 'image') ? [target] : queryAll(target, GRAPHICS);
  return image && more.length === 0 && isSvg(image, 'image') ? image : undefined;
}

function fromAttribute(element: Element, how: Source['how'], name: string, alt?: string): Source[] {
  const url = imageUrl(attribute(element, name), baseUri(element));
  if (!url) return [];
  const target = linkTarget(element);
  const originals = target ? [target] : [];
  const source: Source = { how, element, url, width: 0, height: 0, originals };
  return [alt === undefined ? source : { ...source, alt }];
}
