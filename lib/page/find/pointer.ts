/**
 * Finds what was under the pointer when a menu entry was picked. Chrome's menus do not report the point.
 *
 * Measured in Chromium 156 on Linux with real right clicks (xdotool):
 * - While the menu is open no event reaches the page and `:hover` stays at what was right-clicked.
 * - When an entry is picked, one trusted `pointermove` follows 1 to 10 ms later, at the place of the
 *   pointer: the clicked place if the entry was picked by keyboard (no movement), the place under
 *   the menu if by mouse. From then on `:hover` is what lies under the *menu entry*: wrong.
 * - A function injected by an awake worker as its first act looked before that event in 13 of 15
 *   picks by mouse and in 4 of 6 by keyboard (2 to 8 ms after the pick); a worker that has to be
 *   started first must be expected to come too late.
 * - After a keyboard command `:hover` is right at any time, also when the page has moved under a
 *   resting pointer; with the pointer outside the page it is empty.
 *
 * Hence the rule. `watchPointer` remembers `:hover` at once and listens for that event for a moment:
 * - it comes, without movement: its place is the clicked place                       -> 'point'
 * - it comes, with movement: what was remembered before it is the clicked element    -> 'element'
 * - it does not come after a menu: we were too late, `:hover` may be wrong               -> 'guess'
 *   (then pressed.ts may still know the clicked element)
 * - a command: no event is expected, `:hover` is right                               -> 'element'
 * A guess never wins by itself: the chooser shows the candidates around the pointer.
 */
import type { Certainty } from './candidate';
import type { Point } from './geometry';

/** Result of `watchPointer`, kept in the isolated world of the frame until the finder reads it. */
export interface Pointed {
  certainty: Certainty;
  element?: Element;
  point?: Point;
  /** It follows a menu; otherwise a key. */
  isMenu?: true;
}

interface World {
  upscalePointer?: Promise<Pointed>;
  chrome?: { dom?: { openOrClosedShadowRoot?(element: Element): ShadowRoot | null } };
}

/**
 * Injected as a function, before anything else is awaited. Uses nothing from outside its body.
 * @param how 'menu' after a menu entry, 'command' after a key
 * @returns once the pointer is known (at most 60 ms); the finder takes it from the world
 */
export async function watchPointer(how: 'menu' | 'command'): Promise<boolean> {
  const world = globalThis as World;
  const open = (element: Element): ShadowRoot | null => {
    const firefox = (element as { openOrClosedShadowRoot?: ShadowRoot | null })
      .openOrClosedShadowRoot;
    if (firefox !== undefined) return firefox;
    try {
      return world.chrome?.dom?.openOrClosedShadowRoot?.(element) ?? element.shadowRoot;
    } catch {
      // Chrome throws for elements other than HTML, for example SVG.
      return element.shadowRoot;
    }
  };
  const hovered = (): Element | undefined => {
    let found: Element | undefined;
    let root: ParentNode | null = document;
    while (root) {
      // Call it through the prototypes: an image named "querySelectorAll" hides the method.
      const all: NodeListOf<Element> =
        root === document
          ? Document.prototype.querySelectorAll.call(root, ':hover')
          : DocumentFragment.prototype.querySelectorAll.call(root, ':hover');
      const last: Element | undefined = all[all.length - 1];
      if (!last) break;
      found = last;
      root = open(last);
    }
    return found;
  };
  const element = hovered();
  const known = (certainty: Certainty, point?: Point): Pointed => ({
    certainty,
    ...(element && { element }),
    ...(point && { point }),
    ...(how === 'menu' && { isMenu: true as const }),
  });
  world.upscalePointer =
    how === 'command'
      ? Promise.resolve(known(element ? 'element' : 'guess'))
      : new Promise((resolve) => {
          const done = (pointed: Pointed): void => {
            clearTimeout(timer);
            window.removeEventListener('pointermove', onMove, true);
            resolve(pointed);
          };
          const onMove = (event: PointerEvent): void => {
            if (!event.isTrusted) return;
            const isStill = event.movementX === 0 && event.movementY === 0;
            const point = { x: event.clientX, y: event.clientY };
            if (isStill) done(known('point', point));
            else done(known(element ? 'element' : 'guess', element ? undefined : point));
          };
          const timer = setTimeout(() => done(known('guess')), 60);
          window.addEventListener('pointermove', onMove, { capture: true, passive: true });
        });
  await world.upscalePointer;
  return true;
}

/** Takes the result of `watchPointer`; a guess if it never ran. */
export async function takePointed(): Promise<Pointed> {
  const world = globalThis as World;
  const pointed = await world.upscalePointer;
  delete world.upscalePointer;
  return pointed ?? { certainty: 'guess' };
}

/** Opens shadow roots through the extension API, also closed ones; without the API only open ones. */
export function openShadowOf(element: Element): ShadowRoot | null {
  const { chrome } = globalThis as World;
  const firefox = (element as { openOrClosedShadowRoot?: ShadowRoot | null })
    .openOrClosedShadowRoot;
  if (firefox !== undefined) return firefox;
  try {
    return chrome?.dom?.openOrClosedShadowRoot?.(element) ?? element.shadowRoot;
  } catch {
    return element.shadowRoot;
  }
}
