import {
  activeElement,
  elementsAt,
  localName,
  queryAll,
  type Root,
  viewOf,
  withAncestors,
} from './dom';
import { openShadowOf } from './pointer';
import { isOurs } from './top-layer';

/**
 * The topmost modal dialog of a document, also in shadow roots; otherwise the fullscreen element. Everything
 * outside a modal dialog is inert: it can be neither clicked nor focused.
 */
export function openModal(of: Document = document): Element | undefined {
  const inFront = rootsInFront(of);
  const modals = inFront.roots.flatMap((root) => queryAll(root, ':modal'));
  const dialogs = modals.filter((modal) => localName(modal) === 'dialog');
  // The order in the document is not the order of opening.
  const hit = dialogs.find((dialog) => inFront.hits.some((element) => isIn(dialog, element)));
  return hit ?? dialogs.at(-1) ?? modals.at(-1);
}

/** Whether an element is inside another, across shadow roots and slots. */
export function isIn(around: Element, element: Element): boolean {
  const ancestors = new Set(withAncestors(element));
  return ancestors.has(around) || slottedInto(around).some((slotted) => ancestors.has(slotted));
}

/** The nodes that the slots in an element show. */
function slottedInto(element: Element): Element[] {
  return queryAll(element, 'slot').flatMap((slot) =>
    HTMLSlotElement.prototype.assignedElements.call(slot, { flatten: true }),
  );
}

/** Elements found by focus and hit testing, which a modal dialog captures. */
function rootsInFront(of: Document): { roots: Root[]; hits: Element[] } {
  const roots = new Set<Root>([of]);
  const hits = new Set<Element>();
  const { innerWidth, innerHeight } = viewOf(of) ?? window;
  for (const root of roots) {
    const focused = root === of ? activeElement(root) : root.activeElement;
    const [middle] = elementsAt(root, innerWidth / 2, innerHeight / 2);
    const [corner] = elementsAt(root, 1, 1);
    for (const element of [focused, middle, corner]) {
      // The chooser is a modal dialog in an overlay of ours.
      if (!element || isOurs(element)) continue;
      if (element === middle || element === corner) hits.add(element);
      const shadow = openShadowOf(element);
      if (shadow) roots.add(shadow);
    }
  }
  return { roots: [...roots], hits: [...hits] };
}
