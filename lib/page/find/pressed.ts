/**
 * Finds the element in which the mouse was pressed, after the fact. A right click moves the focus and the caret
 * before the menu opens, and nothing moves them back: neither the pointer, which leaves for the menu entry, nor a
 * worker that has to be started first.
 *
 * Measured in Chromium 156 on Linux with real right clicks (xdotool), the worker asleep, the entry picked by mouse:
 * - A press focuses the nearest focusable element (a link, a button, `tabindex`), else the body.
 * - It puts the caret in the pressed element, also in an empty box with a background. Not in a link, button,
 *   canvas, image or drawing, and not where `user-select` is `none`: there the caret of an earlier press remains.
 */
import { activeElement, isOfSvg, localName, type OpenShadow, withAncestors } from './dom';

/** Where the mouse was pressed last. */
export interface Pressed {
  element: Element;
  /** A focus is of the last press. A caret may be of an earlier one; see `takesCaret`. */
  by: 'focus' | 'caret';
}

const MAX_DEPTH = 16;

/** The element of the last press; undefined if neither focus nor caret tells. */
export function pressedElement(of: Document, openShadow: OpenShadow): Pressed | undefined {
  const focused = focusedElement(of, openShadow);
  const caret = caretElement(of, openShadow);
  if (!focused) return caret && { element: caret, by: 'caret' };
  const isInside = caret && Array.from(withAncestors(caret)).includes(focused);
  return { element: isInside ? caret : focused, by: 'focus' };
}

/** Whether the mouse was pressed no more than once in this frame: browsers count events for every page. */
export function isFirstPress(): boolean {
  return (performance.eventCounts.get('mousedown') ?? 0) <= 1;
}

/** Whether text is selected. A press in it leaves the selection as it is. */
export function isTextSelected(of: Document): boolean {
  return (Document.prototype.getSelection.call(of) as Selection | null)?.type === 'Range';
}

/** Whether a press on an element sets the caret. */
export function takesCaret(element: Element): boolean {
  if (['canvas', 'video', 'img', 'iframe'].includes(localName(element))) return false;
  if (isOfSvg(element)) return false;
  return getComputedStyle(element).userSelect !== 'none';
}

function focusedElement(of: Document, openShadow: OpenShadow): Element | undefined {
  let found = activeElement(of);
  for (let depth = 0; found && depth < MAX_DEPTH; depth += 1) {
    const inner: Element | null = openShadow(found)?.activeElement ?? null;
    if (!inner) break;
    found = inner;
  }
  const isNone = !found || ['body', 'html', 'iframe', 'frame'].includes(localName(found));
  return isNone ? undefined : (found as Element);
}

/** Chromium tells the place in a shadow root only to those who name the root. */
type Composed = Selection & {
  getComposedRanges?(options: { shadowRoots: ShadowRoot[] }): StaticRange[];
};

function caretElement(of: Document, openShadow: OpenShadow): Element | undefined {
  const selection: Composed | null = Document.prototype.getSelection.call(of);
  const shadowRoots: ShadowRoot[] = [];
  let node = selection?.anchorNode ?? null;
  for (let depth = 0; node instanceof Element && depth < MAX_DEPTH; depth += 1) {
    const shadow = openShadow(node);
    if (!shadow || shadowRoots.includes(shadow)) break;
    shadowRoots.push(shadow);
    const [range] = selection?.getComposedRanges?.({ shadowRoots }) ?? [];
    node = range?.startContainer ?? node;
  }
  if (!node || node === of) return undefined;
  const element = node instanceof Element ? node : node.parentElement;
  return element && !['body', 'html'].includes(localName(element)) ? element : undefined;
}
