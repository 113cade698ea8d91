import {
  attribute,
  baseUri,
  boxOf,
  childrenOf,
  documentElement,
  isConnected,
  localName,
  parentElement,
  queryAll,
  queryList,
  type Root,
  rootOf,
  viewOf,
} from '../find/dom';
import { MAX_FRAMES, MAX_TOLD } from './collected';
import type { Spot } from './order';

/** Containers of what does not move with the page. */
const FIXED = { kind: 'fixed' };
const PAGE = { kind: 'page' };

/** Sorts elements as they follow each other in a document, through its shadow roots. */
export function inDocumentOrder(of: Document, elements: ReadonlySet<Element>): Element[] {
  const roots = new Set<Node>();
  const hosts = new Set<Element>();
  for (const element of elements) {
    let root = rootOf(element);
    while (!roots.has(root)) {
      roots.add(root);
      if (!(root instanceof ShadowRoot)) break;
      hosts.add(root.host);
      root = rootOf(root.host);
    }
  }
  const shadows = new Map<Element, Root>();
  for (const root of roots) if (root instanceof ShadowRoot) shadows.set(root.host, root);
  const sorted: Element[] = [];
  const open: { list: NodeListOf<Element>; at: number }[] = [{ list: queryList(of, '*'), at: 0 }];
  for (let top = open.at(-1); top; top = open.at(-1)) {
    const element = top.list[top.at];
    top.at += 1;
    if (!element) open.pop();
    else if (elements.has(element)) sorted.push(element);
    const shadow = element && hosts.has(element) ? shadows.get(element) : undefined;
    if (shadow) open.push({ list: queryList(shadow, '*'), at: 0 });
  }
  return sorted;
}

/** Children of which at least so many are placed freely make a grid; so many are looked at. */
const MIN_FREE = 3;
const MAX_CHILDREN = 20;

interface Around {
  space: object;
  grid: object | undefined;
}

/** What stands for scroll containers and grids, so that remembered places do not keep removed ones. */
export type Tokens = WeakMap<Element, object>;

/** Measures where elements are in the content of their scroll containers. After a pause call `resume`. */
export class Spots {
  private readonly known = new Map<Element, Around>();
  private readonly grids = new Map<Element, boolean>();
  private readonly scrollers = new Map<object, Element>();
  /** Where the content of a scroll container begins, CSS px in the viewport. */
  private readonly origins = new Map<object, { x: number; y: number }>([[FIXED, { x: 0, y: 0 }]]);

  constructor(private readonly tokens: Tokens) {
    this.resume();
  }

  /** Takes in how far everything has been scrolled since. */
  resume(): void {
    this.origins.set(PAGE, { x: -window.scrollX, y: -window.scrollY });
    for (const [token, scroller] of this.scrollers) this.origins.set(token, originOf(scroller));
  }

  spotOf(id: string, element: Element): Spot {
    const { space, grid } = this.aroundOf(element);
    const { x, y } = this.origins.get(space) ?? { x: 0, y: 0 };
    const box = boxOf(laidOut(element));
    return { id, space, grid, box: { ...box, x: box.x - x, y: box.y - y } };
  }

  /** The nearest scroll container around an element, and the outermost box in it that places its content freely. */
  private aroundOf(element: Element): Around {
    const passed: Element[] = [];
    let found: Around | undefined;
    for (let at: Element | undefined = element; at && !found; at = parentElement(at)) {
      found = this.known.get(at) ?? this.endAt(at);
      if (!found) passed.push(at);
    }
    let around = found ?? { space: PAGE, grid: undefined };
    for (const at of passed.reverse()) {
      const parent = parentElement(at);
      if (!around.grid && parent && isFreelyPlaced(at) && this.isGrid(parent)) {
        around = { ...around, grid: this.keyOf(parent) };
      }
      this.known.set(at, around);
    }
    return around;
  }

  /** What is around everything in an element, if it begins a space of its own. */
  private endAt(element: Element): Around | undefined {
    const name = localName(element);
    if (name === 'body' || name === 'html') return { space: PAGE, grid: undefined };
    if (getComputedStyle(element).position === 'fixed') return { space: FIXED, grid: undefined };
    if (!isScroller(element)) return undefined;
    return { space: this.tokenOf(element), grid: undefined };
  }

  /** Whether an element places several children freely. */
  private isGrid(element: Element): boolean {
    const known = this.grids.get(element);
    if (known !== undefined) return known;
    let free = 0;
    let seen = 0;
    for (const child of childrenOf(element)) {
      seen += 1;
      if (seen > MAX_CHILDREN || free >= MIN_FREE) break;
      if (isFreelyPlaced(child)) free += 1;
    }
    this.grids.set(element, free >= MIN_FREE);
    return free >= MIN_FREE;
  }

  private keyOf(element: Element): object {
    const token = this.tokens.get(element) ?? {};
    this.tokens.set(element, token);
    return token;
  }

  /** Notes a scroll container. @returns its token */
  private tokenOf(scroller: Element): object {
    const token = this.keyOf(scroller);
    this.scrollers.set(token, scroller);
    this.origins.set(token, originOf(scroller));
    return token;
  }
}

function originOf(scroller: Element): { x: number; y: number } {
  const { x, y } = boxOf(scroller);
  return { x: x - scroller.scrollLeft, y: y - scroller.scrollTop };
}

function isFreelyPlaced(element: Element): boolean {
  return getComputedStyle(element).position === 'absolute';
}

/** Whether an element is a scroll container, other than that of the page. */
function isScroller(element: Element): boolean {
  if (localName(element) === 'body' || localName(element) === 'html') return false;
  const { scrollHeight, clientHeight, scrollWidth, clientWidth } = element;
  if (scrollHeight <= clientHeight && scrollWidth <= clientWidth) return false;
  return /auto|scroll|hidden/.test(getComputedStyle(element).overflow);
}

/** The element, or the box around it that is laid out, if it is not. */
function laidOut(element: Element): Element {
  for (let at: Element | undefined = element; at; at = parentElement(at)) {
    const { x, y, width, height } = boxOf(at);
    if (width > 0 || height > 0 || x !== 0 || y !== 0) return at;
  }
  return element;
}

/** The child frames of a document. */
export interface ChildFrames {
  /** By element: index in `window.frames`; in shadow roots, which it leaves out, from `MAX_FRAMES` on. */
  indexes: Map<Element, number>;
  /** Addresses of the frames in shadow roots, as their elements name them, in the order of their indexes. */
  hidden: string[];
}

export function childFrames(roots: Iterable<Root>): ChildFrames {
  const known = new Map<unknown, number>();
  for (let at = 0; at < Math.min(window.length, MAX_FRAMES); at += 1) known.set(window[at], at);
  const indexes = new Map<Element, number>();
  const hidden: string[] = [];
  for (const root of roots) {
    const isShadow = root instanceof ShadowRoot;
    if (known.size === 0 && !isShadow) continue;
    for (const element of queryAll(root, 'iframe, frame')) {
      if (!isConnected(element)) continue;
      const index = known.get((element as HTMLIFrameElement).contentWindow);
      if (index !== undefined) indexes.set(element, index);
      else if (isShadow && hidden.length < MAX_FRAMES) {
        indexes.set(element, MAX_FRAMES + hidden.length);
        hidden.push(addressOf(element));
      }
    }
  }
  return { indexes, hidden };
}

/** The address that a frame has begun with. */
function addressOf(frame: Element): string {
  if (attribute(frame, 'srcdoc') !== null) return 'about:srcdoc';
  const source = attribute(frame, 'src') ?? '';
  return (URL.parse(source, baseUri(frame))?.href ?? 'about:blank').slice(0, MAX_TOLD);
}

/** Indexes in `window.frames` from the top window down to this one; undefined if a shadow root hides one of them. */
export function framePath(): number[] | undefined {
  const path: number[] = [];
  for (let at: Window = window; at !== at.parent; at = at.parent) {
    const { parent } = at;
    let index = -1;
    for (let one = 0; one < Math.min(parent.length, MAX_FRAMES) && index === -1; one += 1) {
      if (parent[one] === at) index = one;
    }
    if (index === -1 || path.length > 16) return undefined;
    path.unshift(index);
  }
  return path;
}

/** Whether rows of the page run from right to left. */
export function isRightToLeft(of: Document): boolean {
  const root = documentElement(of);
  return root !== null && viewOf(of) !== null && getComputedStyle(root).direction === 'rtl';
}
