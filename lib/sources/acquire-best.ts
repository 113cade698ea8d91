import { acquire } from './acquire';
import { deadline } from './deadline';
import { LIMITS } from './limits';
import type { ImageOrigin, PageOrigin } from './origin';
import { isSameSite } from './same-site';
import type { Acquired, SourceDeps } from './source-deps';

/** px */
interface Size {
  width: number;
  height: number;
}

export interface BestDeps extends SourceDeps {
  /** Size of an image in px; undefined if it is not an image. */
  measure(bytes: Blob): Promise<Size | undefined>;
}

export interface BestAcquired extends Acquired {
  /** The bytes are a larger version of what was shown. */
  isLargerOriginal: boolean;
}

/** Time limits for guesses, each and all together, because the person is waiting. */
const GUESS_LIMITS = { ...LIMITS, headersMs: 5_000 };
const GUESSING_MS = 20_000;
/** Maximum number of guesses. */
const GUESSES = 4;
/** Maximum difference of a larger version's proportions. */
const MOST_DIFFERENCE = 0.02;

/**
 * Gets the bytes of an image, or of a larger version of it if the page or a CDN's known naming
 * leads to one. Only the page relates a guess to the image, so it is requested anonymously,
 * without a Referer from the background and with the page's own default one from the page, only on the
 * site of the shown image, and used only if it has the same proportions. It never asks for a permission of
 * its own, and a failed guess costs only its time.
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
  const { originals = [], isShown: _, allowedHosts: _a, ...rest } = origin;
  const worth = originals.filter((url) => url !== origin.url && mayBeOriginal(url, origin));
  const guessing = deadline(GUESSING_MS, signal);
  try {
    for (const url of worth.slice(0, GUESSES)) {
      const guess = await tryGuess({ ...rest, url }, deps, guessing.signal);
      signal?.throwIfAborted();
      if (!guess) continue;
      const outcome = await shown;
      const measured =
        'acquired' in outcome ? await deps.measure(outcome.acquired.bytes) : undefined;
      // If the shown image cannot be read, a readable version of it is better than none.
      const size = measured ?? origin.size;
      if (!size || !hasSameShape(size, guess.size)) continue;
      if (!measured || areaOf(guess.size) > areaOf(measured)) return guess.acquired;
    }
    return undefined;
  } finally {
    guessing.stop();
  }
}

/**
 * Whether an address that the page names may be tried: bytes of the page itself, or of the
 * site of the shown image (of the frame, if that has no address). Our own rules
 * for image hosts never lead to another site.
 */
function mayBeOriginal(url: string, { url: shown, frameUrl }: PageOrigin): boolean {
  if (/^blob:/i.test(url)) return true;
  if (/^file:/i.test(url)) return /^file:/i.test(shown);
  const base = /^https?:/i.test(shown) ? shown : frameUrl;
  // Pages name http and https alike; without cookies the scheme makes no difference.
  return isSameSite(url.replace(/^http:/i, 'https:'), base.replace(/^http:/i, 'https:'));
}

/** Whether two sizes have the same proportions, within one px of the smaller one. */
function hasSameShape(shown: Size, other: Size): boolean {
  const difference = (other.width / other.height) * (shown.height / shown.width);
  const tolerance = Math.max(MOST_DIFFERENCE, 1 / Math.min(shown.width, shown.height));
  return Math.abs(difference - 1) <= tolerance;
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

function areaOf({ width, height }: Size): number {
  return width * height;
}
