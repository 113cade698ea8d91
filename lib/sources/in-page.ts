import { abortable, deadline } from './deadline';
import { SourceError } from './errors';
import { LIMITS } from './limits';
import type { PageOrigin } from './origin';
import type { FramePlace, PageRequest, SourceDeps } from './source-deps';

/** The frame of an image, and the document expected in it. */
export function placeOf({ tabId, frameId, frameUrl }: PageOrigin): FramePlace {
  return { tabId, frameId, frameUrl };
}

/** Reads in the clicked frame. A frame that does not answer in time counts as unable. */
export function readInPage(
  origin: PageOrigin,
  request: PageRequest,
  deps: SourceDeps,
  signal?: AbortSignal,
): Promise<Blob | undefined> {
  return withinLimits((inner) => deps.readInPage(placeOf(origin), request, inner), deps, signal);
}

/** Draws the shown `<img>` in the clicked frame. A frame that does not answer in time counts as unable. */
export function drawInPage(
  origin: PageOrigin,
  deps: SourceDeps,
  signal?: AbortSignal,
): Promise<Blob | undefined> {
  return withinLimits((inner) => deps.drawInPage(placeOf(origin), origin.url, inner), deps, signal);
}

async function withinLimits(
  run: (signal: AbortSignal) => Promise<Blob | undefined>,
  deps: SourceDeps,
  signal?: AbortSignal,
): Promise<Blob | undefined> {
  const limit = deadline((deps.limits ?? LIMITS).totalMs, signal);
  try {
    return await abortable(run(limit.signal), limit.signal);
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof SourceError) throw error;
    return undefined;
  } finally {
    limit.stop();
  }
}
