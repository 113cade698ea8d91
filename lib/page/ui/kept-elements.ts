/** How many are kept in a frame; the oldest go first. */
const MAX_KEPT = 200;

interface World {
  /** Read by `boxOfImage` of lib/browser/tabs/screen.ts. Weak: what the page drops may go. */
  upscaleElements?: Map<string, WeakRef<Element>>;
}

/** Remembers an element in this frame, so that its place can be measured later. @returns its key */
export function keepElement(element: Element): string {
  const world = globalThis as World;
  world.upscaleElements ??= new Map();
  const kept = world.upscaleElements;
  const key = crypto.randomUUID();
  kept.set(key, new WeakRef(element));
  for (const oldest of kept.keys()) {
    if (kept.size <= MAX_KEPT) break;
    kept.delete(oldest);
  }
  return key;
}
