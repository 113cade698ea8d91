import { type Acquired, acquire, type SourceDeps } from './acquire';
import { deadline } from './deadline';
import { LIMITS } from './limits';
import type { ImageOrigin, PageOrigin } from './origin';

export interface BestDeps extends SourceDeps {
  /** Size of a picture in px; undefined if it is none. */
  measure(bytes: Blob): Promise<{ width: number; height: number } | undefined>;
}

export interface BestAcquired extends Acquired {
  /** The bytes are a larger version of what was shown. */
  isLargerOriginal: boolean;
}

/** Guesses must not keep the person waiting for long: one of them, and all together. */
const GUESS_LIMITS = { ...LIMITS, headersMs: 5_000 };
const GUESSING_MS = 20_000;
/** How many guesses are tried at most. */
const GUESSES = 4;

/**
 * Gets the bytes of an image, or of a larger version of it if the page or a CDN's known naming
 * leads to one. A guess asks for no permission of its own, and one that fails costs nothing but
 * its time.
 * @throws what `acquire` throws for the image itself, if no larger version was found either
 */
export async function acquireBest(
  origin: ImageOrigin,
  deps: BestDeps,
  signal?: AbortSignal,
): Promise<BestAcquired> {
  const shown = acquire(origin, deps, signal).then(
    (acquired) => ({ acquired }),
    (error: unknown) => ({ error }),
  );
  const larger = origin.kind === 'page' ? await findLarger(origin, shown, deps, signal) : undefined;
  if (larger) return { ...larger, isLargerOriginal: true };
  const outcome = await shown;
  if ('error' in outcome) throw outcome.error;
  return { ...outcome.acquired, isLargerOriginal: false };
}

async function findLarger(
  origin: PageOrigin,
  shown: Promise<{ acquired: Acquired } | { error: unknown }>,
  deps: BestDeps,
  signal?: AbortSignal,
): Promise<Acquired | undefined> {
  const { originals = [], ...rest } = origin;
  const guessing = deadline(GUESSING_MS, signal);
  try {
    for (const url of originals.slice(0, GUESSES)) {
      if (url === origin.url) continue;
      const guess = await tryGuess({ ...rest, url }, deps, guessing.signal);
      signal?.throwIfAborted();
      if (!guess) continue;
      const outcome = await shown;
      const shownSize =
        'acquired' in outcome ? await deps.measure(outcome.acquired.bytes) : undefined;
      // Where the shown image cannot be read, a readable version of it is better than none.
      if (!shownSize || areaOf(guess.size) > areaOf(shownSize)) return guess.acquired;
    }
    return undefined;
  } finally {
    guessing.stop();
  }
}

async function tryGuess(origin: PageOrigin, deps: BestDeps, signal: AbortSignal) {
  try {
    const acquired = await acquire(origin, { ...deps, limits: GUESS_LIMITS }, signal);
    const size = await deps.measure(acquired.bytes);
    return size && { acquired, size };
  } catch {
    return undefined;
  }
}

function areaOf({ width, height }: { width: number; height: number }): number {
  return width * height;
}
