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
 * The modal dialog in front of a document, in shadow roots too; else the element that fills the
 * screen. Everything outside a modal dialog is inert: it can be neither clicked nor focused.
 */
export function openModal(of: Document = document): Element | undefined {
  const inFront = rootsInFront(of);
  const modals = inFront.roots.flatMap((root) => queryAll(root, ':modal'));
  const dialogs = modals.filter((modal) => localName(modal) === 'dialog');
  // The order in the document says nothing about the order in which they were opened.
  const hit = dialogs.find((dialog) => inFront.hits.some((element) => isIn(dialog, element)));
  return hit ?? dialogs.at(-1) ?? modals.at(-1);
}

/** Whether an element lies in another, shadow roots and slots included. */
export function isIn(around: Element, element: Element): boolean {
  const ancestors = new Set(withAncestors(element));
  return ancestors.has(around) || slottedInto(around).some((slotted) => ancestors.has(slotted));
}

/** What the slots in an element show. */
function slottedInto(element: Element): Element[] {
  return queryAll(element, 'slot').flatMap((slot) =>
    HTMLSlotElement.prototype.assignedElements.call(slot, { flatten: true }),
  );
}

/** Where focus and hit testing lead: a modal dialog leaves them no other way. */
function rootsInFront(of: Document): { roots: Root[]; hits: Element[] } {
  const roots = new Set<Root>([of]);
  const hits = new Set<Element>();
  const { innerWidth, innerHeight } = viewOf(of) ?? window;
  for (const root of roots) {
    const focused = root === of ? activeElement(root) : root.activeElement;
    const [middle] = elementsAt(root, innerWidth / 2, innerHeight / 2);
    const [corner] = elementsAt(root, 1, 1);
    for (const element of [focused, middle, corner]) {
      // The chooser is a modal dialog as well, in an overlay of ours.
      if (!element || isOurs(element)) continue;
      if (element === middle || element === corner) hits.add(element);
      const shadow = openShadowOf(element);
      if (shadow) roots.add(shadow);
    }
  }
  return { roots: [...roots], hits: [...hits] };
}
