import * as v from 'valibot';
import type { CollectAnswer, CollectFailure, SmallPicture } from '@/lib/page/collect/collected';
import {
  addressSchema,
  alt,
  FAILURES,
  HOWS,
  MAX_ORIGINALS,
  oneOf,
  size,
  withoutUndefined,
  word,
} from './finding-schema';

/** Most characters of an address; the same limit as in lib/page/collect/collected.ts. */
const MAX_TOLD = 8_192;
/** Most pictures of one answer, and of one frame; the same limits as in lib/page/collect/collected.ts. */
const MAX_ANSWERED = 250;
const MAX_PICTURES = 2_000;
const MAX_DROPPED = 2 * MAX_PICTURES;
const MAX_FRAMES = 100;
/** Child frames have a place as well, those in shadow roots included. */
const MAX_ORDER = MAX_PICTURES + 2 * MAX_FRAMES;
const MAX_DEPTH = 32;
/** Most characters of a small picture: 256 px, several times what one needs. */
const MAX_SMALL = 600_000;

const COLLECT_FAILURES: Record<CollectFailure, true> = { ...FAILURES, full: true };

const uuid = v.pipe(v.string(), v.uuid());
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const px = v.pipe(size, v.integer());
const flag = v.optional(v.literal(true));

/** @param isFile whether the tab shows a local file, and may therefore name others */
function answerSchema(isFile: boolean) {
  const address = v.pipe(addressSchema(isFile), v.maxLength(MAX_TOLD));
  const collected = v.object({
    id: uuid,
    how: oneOf(HOWS),
    url: v.optional(address),
    captureKey: v.optional(uuid),
    captureFailure: v.optional(oneOf(COLLECT_FAILURES)),
    width: v.optional(px),
    height: v.optional(px),
    shownWidth: px,
    shownHeight: px,
    originals: v.pipe(v.array(address), v.maxLength(MAX_ORIGINALS)),
    announced: v.optional(v.object({ width: px, height: v.optional(px) })),
    alt: v.optional(alt),
    referrerPolicy: v.optional(word),
    isInSelection: flag,
    isIcon: flag,
    isGone: flag,
  });
  return v.object({
    document: uuid,
    rev: count,
    pictures: v.pipe(v.array(collected), v.maxLength(MAX_ANSWERED)),
    dropped: v.pipe(v.array(uuid), v.maxLength(MAX_DROPPED)),
    joined: v.pipe(v.record(uuid, uuid), v.maxEntries(MAX_DROPPED)),
    order: v.optional(
      v.pipe(
        v.array(v.union([uuid, v.pipe(v.string(), v.regex(/^frame:\d{1,3}$/))])),
        v.maxLength(MAX_ORDER),
      ),
    ),
    hiddenFrames: v.optional(
      v.pipe(v.array(v.pipe(v.string(), v.maxLength(MAX_TOLD))), v.maxLength(MAX_FRAMES)),
    ),
    path: v.optional(v.pipe(v.array(count), v.maxLength(MAX_DEPTH))),
    url: v.pipe(v.string(), v.maxLength(MAX_TOLD)),
    keptBytes: count,
    isBusy: v.boolean(),
    isScrolling: v.boolean(),
    isAtEnd: v.boolean(),
    isFull: flag,
  });
}

const WEB = answerSchema(false);
const DISK = answerSchema(true);

const smallSchema = v.object({
  image: v.pipe(
    v.string(),
    v.maxLength(MAX_SMALL),
    v.regex(/^data:image\/(?:webp|png|jpeg);base64,[\d+/=A-Za-z]+$/),
  ),
  width: v.pipe(px, v.minValue(1)),
  height: v.pipe(px, v.minValue(1)),
  bytes: v.optional(count),
  type: v.optional(v.pipe(v.string(), v.maxLength(100))),
});

/**
 * Validates what a frame has collected. It runs in the process of the page, which a page may have taken over: only
 * known members, known schemes and bounded lengths are kept.
 * @param tabUrl address of the tab
 * @returns undefined if any part is invalid
 */
export function parseAnswer(said: unknown, tabUrl: string): CollectAnswer | undefined {
  const { success, output } = v.safeParse(/^file:/i.test(tabUrl) ? DISK : WEB, said);
  return success ? withoutUndefined<CollectAnswer>(output) : undefined;
}

/** Validates a small picture of a frame. @returns undefined if there is none, or any part is invalid */
export function parseSmall(said: unknown): SmallPicture | undefined {
  const { success, output } = v.safeParse(smallSchema, said);
  return success ? withoutUndefined<SmallPicture>(output) : undefined;
}
