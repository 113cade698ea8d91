import { type LargerAddress, largerAddresses } from '@/lib/originals/larger-addresses';
import { acquire } from './acquire';
import { deadline } from './deadline';
import { ConsentNeeded, PermissionNeeded } from './errors';
import { LIMITS } from './limits';
import type { ImageOrigin, PageOrigin } from './origin';
import { isPrivateAddress } from './private-address';
import { isSameSite } from './same-site';
import type { Acquired, SourceDeps } from './source-deps';

/** px */
interface Size {
  width: number;
  height: number;
}

/** A picture and its size, px. */
interface Measured {
  bytes: Blob;
  size: Size;
}

export interface BestDeps extends SourceDeps {
  /** Size of a picture in px; undefined if the bytes are not a picture. */
  measure(bytes: Blob): Promise<Size | undefined>;
  /** The same from the first bytes of a file; undefined if they do not tell. */
  measureStart(bytes: Blob): Promise<Size | undefined>;
  /** Whether a larger picture shows what the shown one does. May reject. */
  isSamePicture(shown: Measured, larger: Measured): Promise<boolean>;
  /** How long to look for a larger version, ms; 0 for not at all. */
  searchMs(): Promise<number>;
}

export interface BestAcquired extends Acquired {
  /** Set if the bytes are a larger version of the shown image. */
  larger?: {
    /** Host of the larger version; empty for bytes of the page itself. */
    host: string;
    /** Size of the shown image, px; absent if it could not be read. */
    shown?: Size;
  };
}

/** Limits of one guess, from the first byte to the last. */
const GUESS_LIMITS = { ...LIMITS, headersMs: 5_000, totalMs: 20_000 };
/** Guesses to try, all at once. */
const MAX_GUESSES = 8;
/** Relative difference of the aspect ratio that a larger version may have if it cannot be compared. */
const MAX_DIFFERENCE = 0.02;

/**
 * Gets the bytes of an image, or of a larger version that the page, a rule for its host or its own address leads to.
 * All guesses are asked for at once, while the shown image is read. One that has not told a larger size within the
 * time limit is dropped. The largest that shows the same picture is used.
 * Nothing vouches for a guess. So it is requested without cookies, and without a Referer unless a rule for its own
 * host names one; it never asks for a permission; and a failed one costs only time.
 * @throws what `acquire` throws for the image itself, if there is no larger version either
 */
export async function acquireBest(
  origin: ImageOrigin,
  deps: BestDeps,
  signal?: AbortSignal,
): Promise<BestAcquired> {
  const guesses = origin.kind === 'page' ? guessesFor(origin, deps) : [];
  if (origin.kind !== 'page' || guesses.length === 0) return acquire(origin, deps, signal);
  const shown = acquire(origin, deps, signal).then(
    (acquired) => ({ acquired }),
    (error: unknown) => ({ error }),
  );
  const searchMs = await deps.searchMs();
  const found =
    searchMs > 0 ? await search(origin, guesses, shown, searchMs, deps, signal) : undefined;
  const outcome = await shown;
  if (found) return found;
  if ('error' in outcome) throw outcome.error;
  return outcome.acquired;
}

type Shown = Promise<{ acquired: Acquired } | { error: unknown }>;

async function search(
  origin: PageOrigin,
  guesses: LargerAddress[],
  shown: Shown,
  searchMs: number,
  deps: BestDeps,
  signal?: AbortSignal,
): Promise<BestAcquired | undefined> {
  const over = new AbortController();
  const stop = signal ? AbortSignal.any([signal, over.signal]) : over.signal;
  const limit = deadline(searchMs);
  const pending = guesses.map((guess) => tryGuess(guess, origin, deps, limit.signal, stop));
  try {
    const outcome = await shown;
    const bytes = 'acquired' in outcome ? outcome.acquired.bytes : undefined;
    const size = bytes && (await deps.measure(bytes));
    const readable = await Promise.all(pending);
    signal?.throwIfAborted();
    const larger = readable.flatMap((one) => one ?? []);
    if (bytes && size) {
      const best = await largestLike({ bytes, size }, larger, deps);
      return best && { ...best.acquired, larger: { host: best.host, shown: size } };
    }
    const failure = 'error' in outcome ? outcome.error : undefined;
    const instead = larger.find((one) => mayReplaceUnread(one, origin, failure));
    return instead && { ...instead.acquired, larger: { host: instead.host } };
  } finally {
    over.abort();
    limit.stop();
  }
}

interface Guess {
  asked: LargerAddress;
  acquired: Acquired;
  size: Size;
  host: string;
}

/** The largest guess that is larger than the shown image and shows the same. */
async function largestLike(
  shown: Measured,
  guesses: Guess[],
  deps: BestDeps,
): Promise<Guess | undefined> {
  const larger = guesses
    .filter(({ size }) => areaOf(size) > areaOf(shown.size))
    .sort((a, b) => areaOf(b.size) - areaOf(a.size));
  for (const guess of larger) {
    const { acquired, size } = guess;
    const isSame = deps.isSamePicture(shown, { bytes: acquired.bytes, size });
    if (await isSame.catch(() => false)) return guess;
  }
  return undefined;
}

/**
 * Whether a guess may stand for an image that cannot be read, so that nothing can be compared: it has the shape
 * that the page has told. For what the page only names, such as the picture of a lazy loader, any of its names do.
 * If access would make the shown image readable, an address on another site that the page merely names, such as a
 * link, may be another picture of the same shape: access is asked for, and then the two are compared.
 */
function mayReplaceUnread({ asked, size }: Guess, origin: PageOrigin, failure: unknown): boolean {
  const isReadable = failure instanceof PermissionNeeded || failure instanceof ConsentNeeded;
  if (!origin.size) return !origin.isShown && !isReadable;
  if (isReadable && origin.isShown && !isRelated(asked, origin)) return false;
  return hasSameShape(origin.size, size);
}

/** Whether more than a name in the page relates an address to the shown image: its own address, its site, or a form. */
function isRelated({ url, by }: LargerAddress, origin: PageOrigin): boolean {
  if (by === 'form' || isOnSiteOf(url, origin)) return true;
  return largerAddresses(origin.url, []).some((own) => own.url === url);
}

function guessesFor(origin: PageOrigin, deps: BestDeps): LargerAddress[] {
  if (origin.asShown) return [];
  const shown = /^https?:/i.test(origin.url) ? origin.url : undefined;
  return largerAddresses(shown, origin.originals ?? [])
    .filter(({ url }) => url !== origin.url && mayAsk(url, origin, deps))
    .slice(0, MAX_GUESSES);
}

/**
 * Whether to ask for an address that the page names or a rule guesses: bytes of the page itself, any public address,
 * or one on the site of the shown image (of the frame, if the image has no address).
 */
function mayAsk(url: string, origin: PageOrigin, deps: BestDeps): boolean {
  if (/^blob:/i.test(url)) return true;
  if (/^file:/i.test(url)) return /^file:/i.test(origin.url);
  if (!/^https?:/i.test(url)) return false;
  if (isOnSiteOf(url, origin)) return true;
  return !isPrivateAddress(url) && !deps.isServiceHost(new URL(url).hostname);
}

function isOnSiteOf(url: string, { url: shown, frameUrl }: PageOrigin): boolean {
  if (!/^https?:/i.test(url)) return true;
  const base = /^https?:/i.test(shown) ? shown : frameUrl;
  // Pages mix http and https. Without cookies the scheme makes no difference.
  return isSameSite(url.replace(/^http:/i, 'https:'), base.replace(/^http:/i, 'https:'));
}

/**
 * Reads one guess. Once its first bytes tell a larger size, it may finish although the time limit of the search
 * passes. It is dropped as soon as they tell a smaller one.
 */
async function tryGuess(
  guess: LargerAddress,
  origin: PageOrigin,
  deps: BestDeps,
  limit: AbortSignal,
  over: AbortSignal,
): Promise<Guess | undefined> {
  const { url, referer } = guess;
  const { originals: _, isShown: _s, allowedHosts: _a, size: told, ...rest } = origin;
  const own = new AbortController();
  const giveUp = () => own.abort(limit.reason);
  limit.addEventListener('abort', giveUp);
  const onStart = async (bytes: Blob): Promise<void> => {
    const size = await deps.measureStart(bytes);
    if (!size) return;
    limit.removeEventListener('abort', giveUp);
    if (told && areaOf(size) <= areaOf(told)) own.abort();
  };
  try {
    const from = { ...rest, url, ...(referer && { referer }) };
    const limits = { ...GUESS_LIMITS, onStart };
    const signal = AbortSignal.any([own.signal, over]);
    const acquired = await acquire(from, { ...deps, limits }, signal);
    const size = await deps.measure(acquired.bytes);
    const host = /^https?:/i.test(url) ? new URL(url).hostname : '';
    return size && { asked: guess, acquired, size, host };
  } catch {
    return undefined;
  } finally {
    limit.removeEventListener('abort', giveUp);
  }
}

/** Whether two sizes have the same aspect ratio, give or take one px of the smaller one. */
function hasSameShape(shown: Size, other: Size): boolean {
  const difference = (other.width / other.height) * (shown.height / shown.width);
  const tolerance = Math.max(MAX_DIFFERENCE, 1 / Math.min(shown.width, shown.height));
  return Math.abs(difference - 1) <= tolerance;
}

function areaOf({ width, height }: Size): number {
  return width * height;
}
