import { attribute, isSvg, localName, parentElement } from '../find/dom';

/** Inherited properties. */
const INHERITED =
  `fill fill-opacity fill-rule clip-rule stroke stroke-width stroke-opacity stroke-linecap stroke-linejoin
  stroke-dasharray stroke-dashoffset stroke-miterlimit paint-order marker-start marker-mid marker-end color
  color-interpolation color-interpolation-filters font-family font-size font-style font-weight font-stretch
  font-variant letter-spacing word-spacing text-anchor text-transform text-rendering dominant-baseline
  writing-mode direction white-space visibility shape-rendering image-rendering`.split(/\s+/);

/** Properties that are not inherited, with their initial values. */
const OWN: readonly (readonly [property: string, initial: string])[] = [
  ['opacity', '1'],
  ['filter', 'none'],
  ['clip-path', 'none'],
  ['mask', 'none'],
  ['mask-type', 'luminance'],
  ['mix-blend-mode', 'normal'],
  ['isolation', 'auto'],
  ['vector-effect', 'none'],
  ['stop-color', 'rgb(0, 0, 0)'],
  ['stop-opacity', '1'],
  ['flood-color', 'rgb(0, 0, 0)'],
  ['flood-opacity', '1'],
  ['lighting-color', 'rgb(255, 255, 255)'],
  ['alignment-baseline', 'auto'],
  ['baseline-shift', '0px'],
  ['text-decoration-line', 'none'],
];
/** Properties of the whole drawing; its place on the page and its blending are no part of it. */
const OF_ROOT = new Set(['opacity', 'filter']);

const TRANSFORMS = ['transform', 'translate', 'rotate', 'scale', 'offset-path'];
const ABOUT_TRANSFORMS = ['transform-origin', 'transform-box', 'offset-distance', 'offset-rotate'];

const BOX = ['x', 'y', 'width', 'height'];
/** Attributes that style sheets can also set. */
const GEOMETRY: Record<string, readonly string[]> = {
  rect: [...BOX, 'rx', 'ry'],
  circle: ['cx', 'cy', 'r'],
  ellipse: ['cx', 'cy', 'rx', 'ry'],
  path: ['d'],
  use: BOX,
  svg: BOX,
  image: BOX,
  foreignObject: BOX,
};
/** Elements that browsers clip to their box by default. */
const CUT_OFF = new Set(['svg', 'symbol', 'marker', 'pattern', 'image', 'foreignObject']);
/** Style sheets set the paths of icons; longer paths are drawings and slow to compare. */
const MAX_PATH = 2000;

/**
 * Writes the styles of one element of a drawing into its copy. Inherited values stay inherited, so that a part
 * has the colours of each `<use>` that shows it.
 */
export function copyStyle(source: SVGElement, target: SVGElement, isRoot = false): void {
  const style = getComputedStyle(source);
  const parent = parentElement(source);
  const around = isRoot || !parent ? undefined : getComputedStyle(parent);
  // Through the object model: the policy of a page blocks the attribute.
  target.removeAttribute('style');
  const set = (property: string, value = style.getPropertyValue(property)) =>
    target.style.setProperty(property, inFile(value));
  const isMeant = (property: string, value: string, usual: string | undefined): boolean => {
    const given = attribute(source, property);
    if (given === null) return value !== usual;
    // As a keyword it is the colour of the element that shows the part.
    return given.toLowerCase() !== 'currentcolor' || value !== style.color;
  };
  for (const property of INHERITED) {
    const value = style.getPropertyValue(property);
    if (isMeant(property, value, around?.getPropertyValue(property))) set(property, value);
  }
  for (const [property, initial] of OWN) {
    if (isRoot && !OF_ROOT.has(property)) continue;
    const value = style.getPropertyValue(property);
    if (isMeant(property, value, initial)) set(property, value);
  }
  if (isRoot) return;
  // Without a box, for example in a hidden sprite, there is no computed transform.
  const moved = TRANSFORMS.filter((property) => !isNone(style.getPropertyValue(property)));
  for (const property of moved.length > 0 ? [...moved, ...ABOUT_TRANSFORMS] : []) set(property);
  const isHidden = style.display === 'none' && !isSvg(source, 'symbol');
  if (isHidden || attribute(source, 'display') !== null) set('display');
  const name = localName(source);
  if (CUT_OFF.has(name) && style.overflow === 'visible') set('overflow');
  for (const property of GEOMETRY[name] ?? []) {
    const value = style.getPropertyValue(property);
    if (!isNone(value) && !isSame(source, property, value)) set(property, value);
  }
}

function isNone(value: string): boolean {
  return value === '' || value === 'none' || value === 'auto';
}

/** Turns references to the page's own address into references inside the file. */
function inFile(value: string): string {
  return value.replace(/url\("(?!data:)[^"#]*(#[^"]+)"\)/g, 'url("$1")');
}

/** Whether attribute and style are equal, except for digits that browsers round away. */
function isSame(source: SVGElement, property: string, value: string): boolean {
  const given = attribute(source, property);
  if (given === null) return value === '0px';
  if (property === 'd') return given.length > MAX_PATH || isSamePath(source as SVGPathElement);
  if (!/^[\d.e+-]+(?:px)?$/i.test(given.trim())) return given === value;
  const [a, b] = [Number.parseFloat(given), Number.parseFloat(value)];
  return Math.abs(a - b) <= Math.abs(a) / 100_000;
}

/** Compares a path of the page with one that has only its attributes. */
function isSamePath(source: SVGPathElement): boolean {
  const plain = source.cloneNode() as SVGPathElement;
  plain.removeAttribute('style');
  try {
    const length = source.getTotalLength();
    const slack = length / 1000;
    if (Math.abs(length - plain.getTotalLength()) > slack) return false;
    return [0, 0.3, 0.8].every((part) => {
      const a = source.getPointAtLength(part * length);
      const b = plain.getPointAtLength(part * length);
      return Math.hypot(a.x - b.x, a.y - b.y) <= slack;
    });
  } catch {
    // Empty paths, and in some browsers paths that are not drawn, cannot be measured.
    return true;
  }
}
