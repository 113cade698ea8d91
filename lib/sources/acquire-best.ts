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
  /** Size of a picture in px; undefined if the bytes are not a picture. */
  measure(bytes: Blob): Promise<Size | undefined>;
}

export interface BestAcquired extends Acquired {
  /** Whether the bytes are a larger version of the shown image. */
  isLargerOriginal: boolean;
}

/** Limits of one guess and of all of them: guesses must not delay the job for long. */
const GUESS_LIMITS = { ...LIMITS, headersMs: 5_000 };
const GUESSING_MS = 20_000;
/** Guesses to try. */
const MAX_GUESSES = 4;
/** Relative difference of the aspect ratio that a larger version may have. */
const MAX_DIFFERENCE = 0.02;

/**
 * Gets the bytes of an image, or of a larger version if the page or a known CDN naming leads to one.
 * Only the page relates a guess to the image. So a guess is requested without cookies and only on the
 * site of the shown image; the background sends no Referer, the page its default one. It is used only
 * if it has the same aspect ratio. It never asks for a permission, and a failed guess costs only time.
 * @throws what `acquire` throws for the image itself, if there is no larger version either
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
  const guesses = originals.filter((url) => url !== origin.url && mayBeOriginal(url, origin));
  const guessing = deadline(GUESSING_MS, signal);
  try {
    for (const url of guesses.slice(0, MAX_GUESSES)) {
      const guess = await tryGuess({ ...rest, url }, deps, guessing.signal);
      signal?.throwIfAborted();
      if (!guess) continue;
      const outcome = await shown;
      const measured =
        'acquired' in outcome ? await deps.measure(outcome.acquired.bytes) : undefined;
      // If the shown image cannot be read, any readable version is better than none.
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
 * Whether to try an address that the page names: bytes of the page itself, or of the site of the
 * shown image (of the frame, if the image has no address). Our CDN rules never lead to another site.
 */
function mayBeOriginal(url: string, { url: shown, frameUrl }: PageOrigin): boolean {
  if (/^blob:/i.test(url)) return true;
  if (/^file:/i.test(url)) return /^file:/i.test(shown);
  const base = /^https?:/i.test(shown) ? shown : frameUrl;
  // Pages mix http and https. Without cookies the scheme makes no difference.
  return isSameSite(url.replace(/^http:/i, 'https:'), base.replace(/^http:/i, 'https:'));
}

/** Whether two sizes have the same aspect ratio, give or take one px of the smaller one. */
function hasSameShape(shown: Size, other: Size): boolean {
  const difference = (other.width / other.height) * (shown.height / shown.width);
  const tolerance = Math.max(MAX_DIFFERENCE, 1 / Math.min(shown.width, shown.height));
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
