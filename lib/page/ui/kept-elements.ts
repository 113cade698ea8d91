import { randomUuid } from '../find/uuid';

/** Most kept elements of a frame; the oldest are dropped first. */
const MAX_KEPT = 200;

interface World {
  /** Read by `boxOfImage` of lib/browser/tabs/screen.ts. Weak references, so that removed elements can be collected. */
  upscaleElements?: Map<string, WeakRef<Element>>;
}

/** Keeps an element of this frame, so that its box can be measured later. @returns its key */
export function keepElement(element: Element): string {
  const world = globalThis as World;
  world.upscaleElements ??= new Map();
  const kept = world.upscaleElements;
  const key = randomUuid();
  kept.set(key, new WeakRef(element));
  for (const oldest of kept.keys()) {
    if (kept.size <= MAX_KEPT) break;
    kept.delete(oldest);
  }
  return key;
}
