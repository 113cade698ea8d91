import * as v from 'valibot';
import type { CaptureFailure, Certainty, Finding, How } from '@/lib/page/find/candidate';

/** Most characters of an address other than `data:`; the same limit as in lib/page/find/urls.ts. */
const MAX_ADDRESS = 8_192;
/** Most characters of a `data:` address; the same limit as in lib/page/find/urls.ts. */
const MAX_DATA = 32 * 1024 * 1024;
const MAX_WORD = 40;
const MAX_ALT = 200;
export const MAX_ORIGINALS = 8;
const MAX_CANDIDATES = 24;
/** Largest coordinate, CSS px. */
const MAX_PX = 1e7;

/** A record, so that the compiler reports a missing member of the union. */
export const HOWS: Record<How, true> = {
  img: true,
  picture: true,
  lazy: true,
  link: true,
  background: true,
  'border-image': true,
  mask: true,
  'list-style': true,
  content: true,
  cursor: true,
  canvas: true,
  video: true,
  poster: true,
  'svg-image': true,
  svg: true,
  input: true,
  object: true,
  embed: true,
  document: true,
};
export const FAILURES: Record<CaptureFailure, true> = {
  tainted: true,
  blank: true,
  unreliable: true,
  failed: true,
};
const CERTAINTIES: Record<Certainty, true> = { point: true, element: true, guess: true };

export const oneOf = <T extends string>(known: Record<T, true>) =>
  v.custom<T>((value) => typeof value === 'string' && Object.hasOwn(known, value));

const px = v.pipe(v.number(), v.finite(), v.minValue(-MAX_PX), v.maxValue(MAX_PX));
export const size = v.pipe(px, v.minValue(0));
export const word = v.pipe(v.string(), v.maxLength(MAX_WORD));
export const alt = v.pipe(v.string(), v.maxLength(MAX_ALT));
const shown = v.object({
  x: px,
  y: px,
  width: size,
  height: size,
  devicePixelRatio: v.pipe(v.number(), v.gtValue(0), v.maxValue(64)),
  elementKey: v.optional(v.pipe(v.string(), v.uuid())),
});

/** @param isFile whether the frame shows a local file, and may therefore name others */
export function addressSchema(isFile: boolean) {
  return v.pipe(
    v.string(),
    v.maxLength(MAX_DATA),
    v.check((address) => isImageAddress(address, isFile)),
  );
}

function isImageAddress(address: string, isFile: boolean): boolean {
  if (/^data:image\//i.test(address)) return true;
  if (address.length > MAX_ADDRESS) return false;
  const protocol = URL.parse(address)?.protocol;
  if (protocol === 'file:') return isFile;
  return protocol === 'http:' || protocol === 'https:' || protocol === 'blob:';
}

function candidateSchema(isFile: boolean) {
  const address = addressSchema(isFile);
  return v.object({
    id: word,
    how: oneOf(HOWS),
    url: v.optional(address),
    captureKey: v.optional(v.pipe(v.string(), v.uuid())),
    captureFailure: v.optional(oneOf(FAILURES)),
    width: size,
    height: size,
    shownWidth: size,
    shownHeight: size,
    rect: shown,
    originals: v.pipe(v.array(address), v.maxLength(MAX_ORIGINALS)),
    standIn: v.optional(v.pipe(v.string(), v.maxLength(MAX_ADDRESS))),
    referrerPolicy: v.optional(word),
    crossOrigin: v.optional(word),
    alt: v.optional(alt),
    isFaded: v.optional(v.literal(true)),
    isHidden: v.optional(v.literal(true)),
    distance: px,
    score: px,
  });
}

function findingSchema(isFile: boolean) {
  const candidate = candidateSchema(isFile);
  return v.object({
    candidates: v.pipe(v.array(candidate), v.maxLength(MAX_CANDIDATES)),
    winner: v.optional(candidate),
    frame: v.optional(
      v.object({
        rect: shown,
        url: v.pipe(v.string(), v.maxLength(MAX_ADDRESS)),
      }),
    ),
    certainty: oneOf(CERTAINTIES),
  });
}

const WEB = findingSchema(false);
const DISK = findingSchema(true);

/**
 * Validates a finding of the finder. The finder runs in the process of the page, which a page may have
 * taken over: only known members, known schemes and bounded lengths are kept.
 * @param frameUrl address of the searched frame
 * @returns undefined if any part is invalid
 */
export function parseFinding(said: unknown, frameUrl: string): Finding | undefined {
  const { success, output } = v.safeParse(/^file:/i.test(frameUrl) ? DISK : WEB, said);
  return success ? withoutUndefined<Finding>(output) : undefined;
}

/** Drops undefined members, which our types exclude. */
export function withoutUndefined<T>(value: unknown): T {
  return JSON.parse(JSON.stringify(value)) as T;
}
