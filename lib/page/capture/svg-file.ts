import { attribute, isOfSvg, isSvg, localName, ownerDocument, queryAll } from '../find/dom';
import { copyStyle } from './svg-style';

const SVG = 'http://www.w3.org/2000/svg';
/** Larger drawings keep only their attributes: reading the styles would freeze the page. */
const MAX_STYLED = 2000;
/** How deep references are followed. */
const MAX_DEPTH = 4;

/**
 * Makes a file of an inline `<svg>`, in the size of its layout before transforms. It includes the current
 * styles of its parts, and the elements that `<use>` and `url(#...)` reference elsewhere in the document. It
 * excludes scripts and event handlers.
 * @param width on the page, CSS px; used if the layout has none
 * @returns undefined if it shows images from elsewhere: a file that is drawn as an image loads none, and would lack them
 */
export function svgFile(element: SVGSVGElement, width: number, height: number): Blob | undefined {
  const copy = element.cloneNode(true) as SVGSVGElement;
  const size = layoutSize(element) ?? { width, height };
  const isStyled = queryAll(element, '*').length < MAX_STYLED;
  // The file must not keep the transform on the page.
  copy.removeAttribute('transform');
  copyStyle(element, copy, true);
  if (isStyled) copyStyles(element, copy);
  const view = `0 0 ${size.width} ${size.height}`;
  if (!copy.getAttribute('viewBox')) copy.setAttribute('viewBox', view);
  const drawn = drawnSize(element, size.width, size.height);
  copy.setAttribute('xmlns', SVG);
  copy.setAttribute('width', String(Math.max(1, Math.round(drawn.width))));
  copy.setAttribute('height', String(Math.max(1, Math.round(drawn.height))));
  borrow(element, copy, isStyled);
  if (queryAll(copy, 'image, feImage, img').some(isFromElsewhere)) return undefined;
  for (const part of [copy, ...queryAll(copy, '*')]) {
    if (localName(part) === 'script') part.remove();
    for (const { name } of Array.from(part.attributes)) {
      if (/^on/i.test(name)) part.removeAttribute(name);
    }
  }
  return new Blob([new XMLSerializer().serializeToString(copy)], { type: 'image/svg+xml' });
}

function isFromElsewhere(part: Element): boolean {
  const address = ['href', 'xlink:href', 'src'].map((name) => attribute(part, name)).find(Boolean);
  return address !== undefined && address !== null && !/^\s*(?:data:|#)/i.test(address);
}

/** Layout size of the drawing, px; undefined if it has no box. */
function layoutSize(element: SVGSVGElement): { width: number; height: number } | undefined {
  const { paddingLeft, paddingRight, paddingTop, paddingBottom } = getComputedStyle(element);
  const px = Number.parseFloat;
  const width = element.clientWidth - px(paddingLeft) - px(paddingRight);
  const height = element.clientHeight - px(paddingTop) - px(paddingBottom);
  return width > 0 && height > 0 ? { width, height } : undefined;
}

/** The part of the box that the drawing fills: another aspect ratio leaves margins. */
function drawnSize(
  element: SVGSVGElement,
  width: number,
  height: number,
): { width: number; height: number } {
  const view = element.viewBox.baseVal;
  const { align, meetOrSlice } = element.preserveAspectRatio.baseVal;
  const hasMargins =
    element.hasAttribute('viewBox') &&
    view.width > 0 &&
    view.height > 0 &&
    align !== SVGPreserveAspectRatio.SVG_PRESERVEASPECTRATIO_NONE &&
    meetOrSlice === SVGPreserveAspectRatio.SVG_MEETORSLICE_MEET;
  if (!hasMargins) return { width, height };
  const scale = Math.min(width / view.width, height / view.height);
  return { width: view.width * scale, height: view.height * scale };
}

/** The elements of a drawing, without the content of HTML in it. */
function copyStyles(source: Element, target: Element): void {
  const copies = queryAll(target, '*');
  const hasHtml = queryAll(source, 'foreignObject').length > 0;
  for (const [index, part] of queryAll(source, '*').entries()) {
    const copy = copies[index];
    if (!copy || !isOfSvg(part)) continue;
    if (!isSvg(part, 'style')) copyStyle(part, copy as SVGElement);
    // The styles are in the elements now; a style sheet would restart its animations.
    else if (!hasHtml) copy.textContent = fontsOf(part);
  }
}

function fontsOf({ sheet }: SVGStyleElement): string {
  const rules = Array.from(sheet?.cssRules ?? [], ({ cssText }) => cssText);
  return rules.filter((rule) => rule.startsWith('@font-face')).join('\n');
}

/** Copies the targets of `<use href="#...">` and `url(#...)` that are outside the drawing. */
function borrow(element: Element, copy: Element, isStyled: boolean): void {
  const page = ownerDocument(element);
  if (!page) return;
  const defs = Document.prototype.createElementNS.call(document, SVG, 'defs');
  const tried = new Set<string>();
  // Copied elements may reference others.
  for (let depth = 0; depth < MAX_DEPTH; depth += 1) {
    const missing = [...namesIn(copy)].filter(
      (name) => !tried.has(name) && queryAll(copy, `#${CSS.escape(name)}`).length === 0,
    );
    for (const name of missing) {
      tried.add(name);
      const [found] = queryAll(page, `#${CSS.escape(name)}`);
      if (!found) continue;
      const part = found.cloneNode(true) as SVGElement;
      if (isStyled && isOfSvg(found) && queryAll(found, '*').length < MAX_STYLED) {
        copyStyle(found, part);
        copyStyles(found, part);
      }
      defs.append(part);
    }
    if (missing.length === 0 || defs.childElementCount === 0) return;
    copy.prepend(defs);
  }
}

function namesIn(copy: Element): Set<string> {
  const names = new Set<string>();
  for (const part of [copy, ...queryAll(copy, '*')]) {
    for (const { value } of Array.from(part.attributes)) {
      for (const [, whole, inUrl] of value.matchAll(/^#(.+)$|url\(["']?#([^"')]+)/g)) {
        names.add(whole ?? inUrl ?? '');
      }
    }
  }
  return names;
}
