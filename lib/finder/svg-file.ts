import { isSvg, ownerDocument, queryAll } from './dom';

const SVG = 'http://www.w3.org/2000/svg';
/** Properties that style sheets of the page give a drawing. */
const PAINT = [
  'fill',
  'fill-opacity',
  'fill-rule',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-linecap',
  'stroke-linejoin',
  'stroke-dasharray',
  'opacity',
  'color',
  'stop-color',
  'stop-opacity',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
  'visibility',
  'display',
];
/** Larger drawings keep their attributes only: reading styles of more would freeze the page. */
const MAX_STYLED = 2000;

/**
 * Makes a file of an inline `<svg>`: its size on the page, what style sheets gave it, and what its
 * `<use>` elements borrow from elsewhere in the document. Scripts and event handlers are left out.
 * @param width on the page, CSS px
 */
export function svgFile(element: SVGSVGElement, width: number, height: number): Blob {
  const copy = element.cloneNode(true) as SVGSVGElement;
  const before = [element, ...queryAll(element, '*')];
  const after = [copy, ...queryAll(copy, '*')];
  if (before.length <= MAX_STYLED) {
    for (const [index, source] of before.entries()) paint(source, after[index]);
  }
  if (!copy.getAttribute('viewBox')) copy.setAttribute('viewBox', `0 0 ${width} ${height}`);
  const drawn = drawnSize(element, width, height);
  copy.setAttribute('xmlns', SVG);
  copy.setAttribute('width', String(Math.max(1, Math.round(drawn.width))));
  copy.setAttribute('height', String(Math.max(1, Math.round(drawn.height))));
  borrow(element, copy);
  for (const part of [copy, ...queryAll(copy, '*')]) {
    if (isSvg(part, 'script')) part.remove();
    for (const { name } of Array.from(part.attributes)) {
      if (/^on/i.test(name)) part.removeAttribute(name);
    }
  }
  return new Blob([new XMLSerializer().serializeToString(copy)], { type: 'image/svg+xml' });
}

/** What the drawing takes of its box: one of another shape leaves margins, which are no picture. */
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

function paint(source: Element, target: Element | undefined): void {
  if (!target) return;
  const style = getComputedStyle(source);
  for (const property of PAINT) {
    const value = style.getPropertyValue(property);
    // References into the page's address mean the same fragment inside the file.
    if (value) target.setAttribute(property, value.replace(/url\("[^"#]*(#[^"]+)"\)/, 'url($1)'));
  }
  target.removeAttribute('style');
  target.removeAttribute('class');
}

/** Copies what `<use href="#...">` and `url(#...)` point at and the drawing itself lacks. */
function borrow(element: Element, copy: Element): void {
  const page = ownerDocument(element);
  if (!page) return;
  const missing = new Set<string>();
  for (const part of [copy, ...queryAll(copy, '*')]) {
    for (const { value } of Array.from(part.attributes)) {
      const id = /^#(.+)$|url\(["']?#([^"')]+)/.exec(value);
      const name = id?.[1] ?? id?.[2];
      if (name && queryAll(copy, `#${CSS.escape(name)}`).length === 0) missing.add(name);
    }
  }
  if (missing.size === 0) return;
  const defs = Document.prototype.createElementNS.call(document, SVG, 'defs');
  for (const name of missing) {
    const [found] = queryAll(page, `#${CSS.escape(name)}`);
    if (found) defs.append(found.cloneNode(true));
  }
  copy.prepend(defs);
}
