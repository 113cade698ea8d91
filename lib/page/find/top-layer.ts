import {
  documentElement,
  elementsAt,
  localName,
  queryAll,
  type Root,
  rootOf,
  withAncestors,
} from './dom';
import { openShadowOf } from './pointer';

/** Elements that a page can put above everything, also above a modal dialog, which stays usable. */
const LAYERS = [':popover-open', ':fullscreen'] as const;
/** The images of a view transition are drawn above the top layer. */
const TRANSITION = ':active-view-transition';

interface World {
  /** Our overlays in this frame; all our scripts share the set. */
  upscaleOverlays?: WeakSet<Element>;
}

/** Registers an overlay as ours. A page cannot do that. */
export function noteOurs(host: Element): void {
  const world = globalThis as World;
  world.upscaleOverlays ??= new WeakSet();
  world.upscaleOverlays.add(host);
}

export function isOurs(element: Element): boolean {
  return (globalThis as World).upscaleOverlays?.has(element) ?? false;
}

/**
 * Whether the page shows something that may cover our overlay. The order of the top layer cannot be read, and
 * a child may be drawn far outside its box, so every element of the page in the top layer counts.
 * @param isThorough searches every shadow root, which takes a few ms in large documents
 */
export function isForeignOnTop(host: Element, isThorough: boolean): boolean {
  const around = new Set(withAncestors(host));
  const root = documentElement(document);
  if (root && isMatching(root, TRANSITION)) return true;
  const roots = isThorough ? everyRoot() : new Set<Root>([document, rootOf(host) as Root]);
  for (const each of roots) {
    for (const layer of LAYERS) {
      const foreign = found(each, layer).some(
        (element) => !isOurs(element) && !around.has(element),
      );
      if (foreign) return true;
    }
  }
  return false;
}

/** Whether a click at this point of the viewport, CSS px, hits the overlay. */
export function isHit(host: Element, x: number, y: number): boolean {
  return elementsAt(rootOf(host) as Root, x, y)[0] === host;
}

/** Whether the overlay is still in the top layer. */
export function isInTopLayer(host: Element): boolean {
  return isMatching(host, ':popover-open');
}

function isMatching(element: Element, selector: string): boolean {
  try {
    return Element.prototype.matches.call(element, selector);
  } catch {
    // Unknown in this browser.
    return false;
  }
}

function found(root: Root, selector: string): Element[] {
  try {
    return queryAll(root, selector);
  } catch {
    return [];
  }
}

function everyRoot(): Set<Root> {
  const roots = new Set<Root>([document]);
  for (const root of roots) {
    for (const element of queryAll(root, '*')) {
      if (!mayHost(element) || isOurs(element)) continue;
      const shadow = openShadowOf(element);
      if (shadow) roots.add(shadow);
    }
  }
  return roots;
}

/** Elements that can have a shadow root besides custom elements, by the DOM standard. */
const HOSTS = new Set(
  'article aside blockquote body div footer h1 h2 h3 h4 h5 h6 header main nav p section span'.split(
    ' ',
  ),
);

/** Whether an element can have a shadow root. */
export function mayHost(element: Element): boolean {
  const name = localName(element);
  return name.includes('-') || HOSTS.has(name);
}
