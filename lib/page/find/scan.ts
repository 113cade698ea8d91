import type { ShownBox } from './candidate';
import {
  attribute,
  baseUri,
  boxOf,
  childrenOf,
  elementsAt,
  localName,
  type OpenShadow,
  ownerDocument,
  parentElement,
  queryAll,
  type Root,
  rootOf,
  viewOf,
  withAncestors,
} from './dom';
import { frameOf, within } from './frame-element';
import { type Box, gap, HERE, overlap, type Placement, type Point, placed } from './geometry';
import { isIn, openModal } from './modal';
import { PICTURES } from './read-element';
import { mayHost } from './top-layer';

/** An element at or near the searched place. */
export interface NearbyElement {
  element: Element;
  /** In the viewport in which the search started. */
  box: Box;
  placement: Placement;
  /** From the place, CSS px. */
  distance: number;
  /** Position among the elements at the point, 0 in front; absent with `pointer-events: none`. */
  stack?: number;
  /** It is inert: it can be neither clicked nor focused. */
  isInert?: true;
}

export interface ScanResult {
  nearby: NearbyElement[];
  /** Elements at the point, front to back, through shadow roots and frames of the same origin. */
  hits: Element[];
  /** A frame at the point, or the searched element, of another origin. */
  frame?: { rect: ShownBox; url: string; element: Element };
}

/** Most elements of one document or shadow root that are visited. */
const MAX_ELEMENTS = 40_000;
const MAX_DEPTH = 16;
/** Elements whose content may lie anywhere outside their box. */
const ROOTS = new Set(['html', 'body', 'frameset']);

export interface ScanOptions {
  root: Document;
  /** In the viewport of `root`; a point has no width and no height. */
  place: Box;
  /** How far from the place an element may be, CSS px. */
  reach: number;
  openShadow: OpenShadow;
  /** The searched element, if no point is known. */
  element?: Element | undefined;
  /** Our own overlay. */
  ignore?: Element | undefined;
}

/**
 * Lists every element whose box is at or near the place. It uses geometry, because hit testing skips elements
 * with `pointer-events: none`, and hit testing, because only that knows the stacking order.
 */
export function scan(options: ScanOptions): ScanResult {
  return new Scan(options).run();
}

class Scan {
  private readonly nearby: NearbyElement[] = [];
  private readonly hits: Element[] = [];
  private readonly stacks = new Map<Element, number>();
  private readonly clips = new Map<Element, boolean>();
  private readonly modals = new Map<Document, Element | undefined>();
  private frame: ScanResult['frame'];

  constructor(private readonly options: ScanOptions) {}

  run(): ScanResult {
    const { root, place } = this.options;
    const point = this.point();
    if (point) {
      this.hit(root, point, 0);
      for (const [index, element] of this.hits.entries()) this.stacks.set(element, index);
    }
    this.walk(root, place, HERE, 0);
    const { nearby, hits, frame } = this;
    return frame ? { nearby, hits, frame } : { nearby, hits };
  }

  /** The place, or the middle of what is visible of the searched element. A page as a whole has no middle. */
  private point(): Point | undefined {
    const { root, place, element } = this.options;
    if (place.width === 0 && place.height === 0) return place;
    if (!element || ROOTS.has(localName(element))) return undefined;
    const { innerWidth, innerHeight } = viewOf(root) ?? window;
    const visible = overlap(place, { x: 0, y: 0, width: innerWidth, height: innerHeight });
    if (visible.width === 0 || visible.height === 0) return undefined;
    return { x: visible.x + visible.width / 2, y: visible.y + visible.height / 2 };
  }

  private hit(root: Root, point: Point, depth: number): void {
    if (depth > MAX_DEPTH) return;
    for (const element of elementsAt(root, point.x, point.y)) {
      if (this.hits.includes(element) || element === this.options.ignore) continue;
      const shadow = this.options.openShadow(element);
      if (shadow) this.hit(shadow, point, depth + 1);
      const inner = frameOf(element);
      if (inner?.document) {
        this.hit(inner.document, within({ ...point, width: 0, height: 0 }, inner), depth + 1);
      }
      if (!this.hits.includes(element)) this.hits.push(element);
    }
  }

  private walk(root: Root, place: Box, placement: Placement, depth: number): void {
    if (depth > MAX_DEPTH) return;
    for (const [element, box] of this.boxes(root, place)) {
      const distance = gap(box, place);
      this.descend(element, place, placement, distance, depth);
      if (isFlat(box) && !this.stacks.has(element)) continue;
      if (distance <= this.options.reach) this.add(element, box, distance, place, placement);
    }
  }

  /**
   * Elements that may be at the place, with their boxes: every image and frame of the document, the hits of hit
   * testing, and other elements nearby, from the root down. A branch with a distant box is skipped: measuring
   * 24,000 boxes takes 60 ms. So a decoration is missed if it overflows its parent by far *and* has
   * `pointer-events: none`.
   */
  private boxes(root: Root, place: Box): Map<Element, Box> {
    const found = new Map<Element, Box>();
    const measure = (element: Element): Box => {
      const box = boxOf(element);
      found.set(element, box);
      return box;
    };
    const open = Array.from(childrenOf(root));
    for (let element = open.pop(); element; element = open.pop()) {
      if (element === this.options.ignore) continue;
      const box = measure(element);
      const isFar = gap(box, place) > this.options.reach && !isFlat(box);
      if (isFar && !ROOTS.has(localName(element))) continue;
      if (found.size > MAX_ELEMENTS) break;
      for (const child of childrenOf(element)) open.push(child);
    }
    for (const element of queryAll(root, `${PICTURES}, iframe, frame`).slice(0, MAX_ELEMENTS)) {
      if (!found.has(element)) measure(element);
    }
    for (const hit of this.hits) {
      if (rootOf(hit) !== root) continue;
      for (const element of withAncestors(hit)) {
        if (found.has(element) || rootOf(element) !== root) break;
        measure(element);
      }
    }
    return found;
  }

  private add(
    element: Element,
    box: Box,
    distance: number,
    place: Box,
    placement: Placement,
  ): void {
    const stack = this.stacks.get(element);
    if (this.isBehindModal(element)) return;
    if (stack === undefined) {
      const isVisible = Element.prototype.checkVisibility.call(element, {
        visibilityProperty: true,
      });
      if (!isVisible || this.isClipped(element, place)) return;
    }
    this.nearby.push({
      element,
      box: placed(box, placement),
      placement,
      distance,
      ...(stack !== undefined && { stack }),
      ...(stack === undefined && isMadeInert(element) && { isInert: true as const }),
    });
  }

  /** Behind a modal dialog the page is inert, so no image there can be meant. */
  private isBehindModal(element: Element): boolean {
    const document = ownerDocument(element);
    if (!document) return false;
    if (!this.modals.has(document)) this.modals.set(document, openModal(document));
    const modal = this.modals.get(document);
    // What lies above a fullscreen element stays usable.
    return modal !== undefined && localName(modal) === 'dialog' && !isIn(modal, element);
  }

  /** Whether a scroll container clips the part of the element at the place. */
  private isClipped(element: Element, place: Box): boolean {
    const parent = parentElement(element);
    if (!parent || getComputedStyle(element).position === 'fixed') return false;
    const known = this.clips.get(parent);
    if (known !== undefined) return known;
    const clips =
      getComputedStyle(parent).overflowX !== 'visible' &&
      localName(parent) !== 'body' &&
      localName(parent) !== 'html' &&
      gap(boxOf(parent), place) > this.options.reach;
    const isHidden = clips || this.isClipped(parent, place);
    this.clips.set(parent, isHidden);
    return isHidden;
  }

  private descend(
    element: Element,
    place: Box,
    placement: Placement,
    distance: number,
    depth: number,
  ): void {
    if (mayHost(element)) {
      const shadow = this.options.openShadow(element);
      if (shadow) this.walk(shadow, place, placement, depth + 1);
      return;
    }
    const inner = frameOf(element);
    if (!inner || distance > this.options.reach) return;
    const around = placed({ x: inner.x, y: inner.y, width: 1, height: 1 }, placement);
    if (inner.document) {
      this.walk(
        inner.document,
        within(place, inner),
        {
          x: around.x,
          y: around.y,
          scaleX: placement.scaleX * inner.scaleX,
          scaleY: placement.scaleY * inner.scaleY,
        },
        depth + 1,
      );
    } else if (this.stacks.has(element) || element === this.options.element) {
      const url = attribute(element, 'src') ?? '';
      const href = URL.parse(url, baseUri(element))?.href ?? '';
      const { devicePixelRatio } = viewOf(this.options.root) ?? window;
      const rect = { ...placed(boxOf(element), placement), devicePixelRatio };
      this.frame ??= { rect, url: href.slice(0, 8192), element };
    }
  }
}

function isMadeInert(element: Element): boolean {
  for (const at of withAncestors(element)) if (attribute(at, 'inert') !== null) return true;
  return false;
}

/** An element without a size may still have visible content: `display: contents`, floats. */
function isFlat({ width, height }: Box): boolean {
  return width === 0 || height === 0;
}
