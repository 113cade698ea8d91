import { attribute, boxOf, isHtml } from '../find/dom';
import { InlineStyle } from './inline-style';
import type { Ready } from './results';
import { isPlain, type Kind, topLayer } from './showing';

/** px. Of a file in CSS px: as large as a page without styles would show it. */
export interface Size {
  width: number;
  height: number;
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
  result: Ready;
  /** Of the picture that the page shows; undefined where it does not matter. */
  natural: Size | undefined;
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
      if (!before || !swap || order.kind !== 'img') return [];
      return isSame(before.box, boxOf(order.element)) ? [] : [{ order, before, swap }];
    });
    for (const { order, before, swap } of moved) step(order, before, swap);
  }
  return swaps;
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

function begin({ element, kind, result, natural }: SwapOrder): Styled | HrefSwap | undefined {
  if (kind === 'svg-image') return new HrefSwap(element, result.url);
  const properties = propertiesFor(element, kind, result, natural);
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

function propertiesFor(
  element: Element,
  kind: Kind,
  result: Ready,
  natural: Size | undefined,
): Record<string, string> | undefined {
  const { url, width } = result;
  // As dense as it takes to have the size of the original, whatever the page makes of that.
  const dense =
    natural && natural.width > 0 ? `image-set(url("${url}") ${width / natural.width}x)` : '';
  if (kind === 'img')
    return dense && natural ? asContent(element, dense, result, natural) : undefined;
  if (kind === 'canvas' || kind === 'input') return behind(element, url);
  if (kind !== 'background') return undefined;
  const { backgroundImage } = getComputedStyle(element);
  const top = topLayer(backgroundImage);
  if (!top) return undefined;
  const layers = top.layers.with(top.at, dense || `url("${url}")`);
  return { 'background-image': layers.join(', ') };
}

function asContent(
  element: Element,
  content: string,
  result: Size,
  natural: Size,
): Record<string, string> {
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
function keepRatio({ element, natural }: SwapOrder, _: Before, swap: Swap): void {
  if (!natural || !isStyled(swap)) return;
  if (!isRatioFree(element)) return;
  swap.style.set({ 'aspect-ratio': `${natural.width} / ${natural.height}` });
}

/** The last resort: a size in px. It is taken anew when the window changes its size. */
function pin(_: SwapOrder, { width, height }: Before, swap: Swap): void {
  if (!isStyled(swap) || !width.endsWith('px') || !height.endsWith('px')) return;
  swap.style.set({ width, height });
  swap.isPinned = true;
}

function isStyled(swap: Swap): swap is Styled {
  return 'style' in swap;
}

function isSame(a: Size, b: Size): boolean {
  return Math.abs(a.width - b.width) < SAME_PX && Math.abs(a.height - b.height) < SAME_PX;
}

/** An image of a drawing has its size from the drawing. */
class HrefSwap implements Swap {
  readonly isPinned = false;
  private readonly before: string | null;

  constructor(
    private readonly element: Element,
    private readonly url: string,
  ) {
    this.before = attribute(element, 'href');
    Element.prototype.setAttribute.call(element, 'href', url);
  }

  get isIntact(): boolean {
    return attribute(this.element, 'href') === this.url;
  }

  undo(): void {
    if (!this.isIntact) return;
    if (this.before === null) Element.prototype.removeAttribute.call(this.element, 'href');
    else Element.prototype.setAttribute.call(this.element, 'href', this.before);
  }
}
