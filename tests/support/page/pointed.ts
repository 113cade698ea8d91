import type { Pointed } from '@/lib/page/find/pointer';

interface World {
  upscalePointer?: Promise<Pointed>;
}

/** What `watchPointer` has seen, for the finder to take. */
export function pointed(value: Pointed): void {
  (globalThis as World).upscalePointer = Promise.resolve(value);
}

/** Nothing was watched. */
export function forgetPointed(): void {
  delete (globalThis as World).upscalePointer;
}
