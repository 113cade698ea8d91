import { baseUri, boxOf, isHtml } from '../find/dom';
import { imageUrl } from '../find/urls';
import { HrefSwap } from './href-swap';
import { InlineStyle } from './inline-style';
import type { Ready } from './results';
import { drawnImage, isPlain, type Kind } from './showing';
import { computedValue, filesOf, isStyled, layersOf, type StyledKind } from './styled';

/** px. Of a file in CSS px: as large as a page without styles would show it. */
export interface Size {
  width: number;
  height: number;
}

/** What one address of a place is to show. */
export interface Part {
  result: Ready;
  /** Of the picture that the page shows; undefined where it does not matter. */
  natural: Size | undefined;
}

/** What is done to one element so that it shows a result. */
export interface Swap {
  /** Whether the page has left it as it is. */
  readonly isIntact: boolean;
  /** Whether the element got a fixed size, which does not follow its surroundings. */
  readonly isPinned: boolean;
  undo(): void;
}

/** Boxes that differ by less are the same, CSS px. */
const SAME_PX = 0.02;

export interface SwapOrder {
  element: Element;
  kind: Kind;
  /** By address, at least one. Only a place with layers has several. */
  parts: ReadonlyMap<string, Part>;
}

/**
 * Has elements show results. Only inline styles and `href` are changed, never what the page says about its image
 * (`src`, `srcset`, `sizes`, `<source>`): once a style of ours is gone, the element shows what the page wants at that
 * moment.
 * @returns by order; undefined if an element must be left alone
 */
export function swapAll(orders: readonly SwapOrder[]): (Swap | undefined)[] {
  // All are measured before the first is changed, so that the page is laid out once, and once again afterwards.
  const befores = orders.map(({ element }) => beforeOf(element));
  const swaps = orders.map((order) => begin(order));
  // A browser loads an image of a style when it resolves that style, with the rights of whoever has it do so: here those
  // of our world, in the frame to come those of the page, whose policy may forbid it (Chromium 156).
  for (const { element } of orders) void getComputedStyle(element).backgroundImage;
  for (const step of [keepRatio, pin]) {
    const moved = orders.flatMap((order, at) => {
      const [before, swap] = [befores[at], swaps[at]];
      if (!before || !swap || !hasBoxOfPicture(order)) return [];
      return isSame(before.box, boxOf(order.element)) ? [] : [{ order, before, swap }];
    });
    for (const { order, before, swap } of moved) step(order, before, swap);
  }
  return swaps;
}

/** Whether the picture decides how large the element is. */
function hasBoxOfPicture({ kind }: SwapOrder): boolean {
  return kind === 'img' || kind === 'content';
}

interface Before {
  box: Size;
  /** As a style sheet would say them, in px. */
  width: string;
  height: string;
}

function beforeOf(element: Element): Before {
  const { width, height } = getComputedStyle(element);
  return { box: boxOf(element), width, height };
}

interface Styled extends Swap {
  style: InlineStyle;
  isPinned: boolean;
}

function begin(order: SwapOrder): Styled | HrefSwap | undefined {
  const { element, kind } = order;
  const [part] = order.parts.values();
  if (!part) return undefined;
  if (kind === 'svg-image' || kind === 'used-image') return swapHref(element, part);
  const properties = isStyled(kind)
    ? asStyled(element, kind, order.parts)
    : asPicture(element, kind, part);
  if (!properties || !(element instanceof HTMLElement)) return undefined;
  const style = new InlineStyle(element);
  if (!style.set(properties)) return undefined;
  return {
    style,
    isPinned: false,
    get isIntact() {
      return style.isIntact;
    },
    undo: () => style.restore(),
  };
}

function swapHref(element: Element, { result }: Part): HrefSwap | undefined {
  const image = drawnImage(element);
  return image && new HrefSwap(image, result.url);
}

function asPicture(element: Element, kind: Kind, part: Part): Record<string, string> | undefined {
  if (kind === 'img') return asContent(element, part);
  if (kind === 'canvas' || kind === 'input' || kind === 'object') {
    return behind(element, part.result.url);
  }
  return undefined;
}

/** Replaces the layers whose results are there, and leaves the others. */
function asStyled(
  element: Element,
  kind: StyledKind,
  parts: ReadonlyMap<string, Part>,
): Record<string, string> | undefined {
  // Where slices are in px of the file, those of a larger one are elsewhere.
  if (kind === 'border-image-source' && !hasSlicesInPercent(element)) return undefined;
  const value = computedValue(element, kind);
  const layers = layersOf(value);
  const base = baseUri(element);
  let isChanged = false;
  for (const { at, address } of filesOf(value)) {
    const part = parts.get(imageUrl(address, base) ?? '');
    if (!part) continue;
    layers[at] = imageOf(part);
    isChanged = true;
  }
  return isChanged ? { [kind]: layers.join(', ') } : undefined;
}

function hasSlicesInPercent(element: Element): boolean {
  const slices = getComputedStyle(element).borderImageSlice.replace('fill', '').trim();
  return slices.split(/\s+/).every((slice) => slice.endsWith('%'));
}

/** A result as dense as it takes to have the size of the original, whatever the page makes of that. */
function imageOf({ result, natural }: Part): string {
  const url = `url("${result.url}")`;
  return natural && natural.width > 0 ? `image-set(${url} ${result.width / natural.width}x)` : url;
}

function asContent(element: Element, part: Part): Record<string, string> | undefined {
  const { result, natural } = part;
  if (!natural || natural.width === 0) return undefined;
  const content = imageOf(part);
  // With a `srcset` the size is rounded, and its proportions with it.
  const isExact = isHtml(element, 'img') && isPlain(element);
  const isSimilar = result.width * natural.height === result.height * natural.width;
  if (!isExact || isSimilar || !isRatioFree(element)) return { content };
  return { content, 'aspect-ratio': `${natural.width} / ${natural.height}` };
}

/** Whether the proportions of an image follow from its file. */
function isRatioFree(element: Element): boolean {
  return getComputedStyle(element).aspectRatio.startsWith('auto');
}

/** Moves what an element has painted out of its box, and paints the result behind it. */
function behind(element: Element, url: string): Record<string, string> | undefined {
  const { objectFit, objectPosition } = getComputedStyle(element);
  const size = { fill: '100% 100%', contain: 'contain', cover: 'cover' }[objectFit];
  if (!size) return undefined;
  return {
    'object-position': '0 -100000px',
    'background-image': `url("${url}")`,
    'background-size': size,
    'background-position': objectPosition,
    'background-repeat': 'no-repeat',
    'background-origin': 'content-box',
    'background-clip': 'content-box',
  };
}

/** Where the result has not quite the proportions of the original, and those are not known exactly. */
function keepRatio({ element, parts }: SwapOrder, _: Before, swap: Swap): void {
  const [part] = parts.values();
  const natural = part?.natural;
  if (!natural || !isStyle(swap)) return;
  if (!isRatioFree(element)) return;
  swap.style.set({ 'aspect-ratio': `${natural.width} / ${natural.height}` });
}

/** The last resort: a size in px. It is taken anew when the window changes its size. */
function pin(_: SwapOrder, { width, height }: Before, swap: Swap): void {
  if (!isStyle(swap) || !width.endsWith('px') || !height.endsWith('px')) return;
  swap.style.set({ width, height });
  swap.isPinned = true;
}

function isStyle(swap: Swap): swap is Styled {
  return 'style' in swap;
}

function isSame(a: Size, b: Size): boolean {
  return Math.abs(a.width - b.width) < SAME_PX && Math.abs(a.height - b.height) < SAME_PX;
}
