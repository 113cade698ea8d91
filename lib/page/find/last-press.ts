/**
 * Remembers where the menu was last opened in this frame. A background that has to be started for a click comes too
 * late to see the pointer, which is on the menu entry by then. This listener is there before: in a frame that was
 * used before, and in every frame of a site that the person has allowed.
 */
import { hitsAt, isConnected } from './dom';
import type { Point } from './geometry';
import { openShadowOf } from './pointer';

/** Where the menu was opened. */
export interface LastPress {
  /** In the viewport of this frame, CSS px. */
  point: Point;
  /** What was at that point. */
  element: Element;
}

interface Memory {
  /** Menus that were opened before this frame began to remember. */
  missed: number;
  seen: number;
  last?: LastPress | undefined;
}

type World = { upscalePresses?: Memory };

/** Starts to remember. Does nothing in a frame that remembers already. */
export function rememberPresses(): void {
  const world = globalThis as World;
  if (world.upscalePresses) return;
  const memory: Memory = { missed: openedMenus(), seen: 0 };
  world.upscalePresses = memory;
  window.addEventListener(
    'contextmenu',
    (event) => {
      // A page can invent one.
      if (!event.isTrusted) return;
      const point = { x: event.clientX, y: event.clientY };
      const [element] = hitsAt(document, point, openShadowOf);
      memory.seen += 1;
      memory.last = element && { point, element };
    },
    { capture: true, passive: true },
  );
}

/**
 * @returns where the menu was opened last; undefined if this frame did not remember yet, if the page kept the event
 *   from us, or if what was there is gone
 */
export function lastPress(): LastPress | undefined {
  const memory = (globalThis as World).upscalePresses;
  // A listener of the page that is older than ours can stop the event. The browser counts it all the same.
  if (!memory?.last || memory.missed + memory.seen !== openedMenus()) return undefined;
  return isConnected(memory.last.element) ? memory.last : undefined;
}

/** What is there now, front to back; the element alone if the page has moved while the background was started. */
export function hitsOf({ point, element }: LastPress): { hits: Element[]; hasMoved: boolean } {
  const hits = hitsAt(document, point, openShadowOf);
  const hasMoved = hits[0] !== element;
  return { hits: hasMoved ? [element] : hits, hasMoved };
}

/** How many menus were opened in this frame, as the browser counts. */
function openedMenus(): number {
  return performance.eventCounts.get('contextmenu') ?? 0;
}
