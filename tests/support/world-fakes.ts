import { createHash } from 'node:crypto';
import type { StripPlan } from '@/lib/images/formats/strip-plan';
import type { NewJob } from '@/lib/jobs/engine/new-job';
import type { Job, JobOptions } from '@/lib/jobs/model/job';
import type { JobDeps, ResultFile } from '@/lib/jobs/steps/deps';
import type { JobStore } from '@/lib/jobs/store/jobs';
import { acquire } from '@/lib/sources/acquire';
import { deadline } from '@/lib/sources/deadline';
import { request } from '@/lib/sources/http-image';
import { LIMITS } from '@/lib/sources/limits';
import type { ImageOrigin } from '@/lib/sources/origin';
import { statusError } from '@/lib/sources/status-error';
import type { Click, JobWorld, Preparing } from './job-world-types';
import type { Effects, Life } from './worker-life';

export const DEFAULT_OPTIONS: JobOptions = { target: '2k', upscaler: 'smart-hd', detail: 0.65 };

/** A click on a picture of the gallery. */
export function requestFor(
  { picture = 'a.png', ...changed }: Click,
  hasRealSources: boolean,
): NewJob {
  const url = hasRealSources
    ? `https://open.example/images/${picture}`
    : `https://gallery.example/${picture}`;
  const origin: ImageOrigin = {
    kind: 'page',
    url,
    pageUrl: 'https://gallery.example/',
    frameUrl: 'https://gallery.example/',
    pageTitle: 'Gallery',
    tabId: 1,
    frameId: 0,
  };
  return { origin, name: picture, options: { ...DEFAULT_OPTIONS, ...changed } };
}

/** Made-up bytes that are the same for the same address. */
export async function acquireInstead(origin: ImageOrigin): Promise<{ bytes: Blob }> {
  return {
    bytes: new Blob([`picture at ${origin.kind === 'page' ? origin.url : origin.name}`]),
  };
}

/** The way of `lib/sources` to a picture of the gallery, from a page that may read its open host, and a background without any leave. */
export async function acquireInGallery(
  origin: ImageOrigin,
  granted: ReadonlySet<string>,
  fetch: typeof globalThis.fetch,
): Promise<{ bytes: Blob }> {
  const { bytes } = await acquire(origin, {
    fetch,
    readInPage: (_place, { url }, signal) => readAsPage(url, fetch, signal),
    drawInPage: async () => undefined,
    hasConsent: async () => true,
    isServiceHost: () => false,
    readCaptured: async () => undefined,
    readScreen: async () => undefined,
    mayAccess: async (pattern) => granted.has(pattern),
    withReferer: (_url, _referer, run) => run(),
    readInbox: async () => undefined,
  });
  return { bytes };
}

/** What `openImage` and `readThroughSlices` make of the answer of a host that is open to every page. */
async function readAsPage(
  url: string,
  fetch: typeof globalThis.fetch,
  signal?: AbortSignal,
): Promise<Blob | undefined> {
  const total = deadline(LIMITS.totalMs, signal);
  try {
    const answer = await request(url, 'omit', { fetch, limits: LIMITS, total });
    if (answer.kind === 'image') return answer.bytes;
    const error = answer.kind === 'status' && statusError(answer.status, new URL(url).hostname);
    if (error && error.code !== 'source-refused') throw error;
    return undefined;
  } finally {
    total.stop();
  }
}

/** A result is a picture if it is one that was uploaded: the world's upscaler hands back what it got. */
async function checkResult(
  blob: Blob,
  { simulator: { uploads }, resultSize }: Pick<JobWorld, 'simulator' | 'resultSize'>,
) {
  const result = Buffer.from(await blob.arrayBuffer());
  if (!result.toString().startsWith(JOINED) && !uploads.some(({ bytes }) => bytes.equals(result))) {
    throw Object.assign(new Error('image-is-page'), { name: 'ImageError', code: 'image-is-page' });
  }
  return {
    ...resultSize,
    type: 'png' as const,
    bytes: blob.size,
    orientation: 1,
    animated: false,
  };
}

/** Stands for the inspection of a picture, which needs a browser: whatever is not empty is one. */
export async function fakePrepare(bytes: Blob) {
  if (bytes.size === 0) {
    throw Object.assign(new Error('image-empty'), { name: 'ImageError', code: 'image-empty' });
  }
  const facts = {
    type: 'png' as const,
    width: 800,
    height: 600,
    bytes: bytes.size,
    orientation: 1,
    animated: false,
  };
  const sha256 = createHash('sha256')
    .update(Buffer.from(await bytes.arrayBuffer()))
    .digest('hex');
  return { image: bytes, found: facts, sent: facts, changes: [], sha256 };
}

const JOINED = 'joined: ';

/** Stands for cutting a long picture: says which part it is. */
async function fakeCutPart(image: Blob, _plan: StripPlan, index: number): Promise<Blob> {
  return new Blob([`part ${index} of `, image]);
}

/** Stands for joining: one part after the other. */
export async function fakeJoinParts(
  plan: StripPlan,
  results: readonly ResultFile[],
): Promise<ResultFile> {
  return { bytes: new Blob([JOINED, ...results.map(({ bytes }) => bytes)]), ...plan.result };
}

/** The settings of a world. */
export function chosen(
  world: Pick<JobWorld, 'isAutoSaving' | 'dayLimit' | 'parallel'>,
): Pick<JobDeps, 'isAutoSaving' | 'dayLimit' | 'parallel'> {
  return {
    isAutoSaving: async () => world.isAutoSaving,
    dayLimit: async () => world.dayLimit,
    parallel: async () => world.parallel,
  };
}

/** The work on pictures of one worker of a world. */
export function imageWork(world: JobWorld, effect: Effects['effect'], owner: Life) {
  return {
    acquire: effect('acquire', owner, (origin: ImageOrigin) => world.acquire(origin)),
    readDataUrl: async (url: string) => new Blob([`bytes of ${url.length}`]),
    prepare: effect('prepare', owner, (...how: Preparing) => world.prepare(...how)),
    ...wrapMethods(stripWork(world), (name, work) => effect(`strips.${name}`, owner, work)),
    thumbnail: effect('thumbnail', owner, async () => ({ image: new Blob(['t']), blank: false })),
    checkResult: effect('check-result', owner, (blob: Blob) => checkResult(blob, world)),
  };
}

/** The work on long pictures of a world. */
function stripWork(world: Pick<JobWorld, 'joinParts'>): Pick<JobDeps, 'cutPart' | 'joinParts'> {
  return { cutPart: fakeCutPart, joinParts: (...what) => world.joinParts(...what) };
}

/** A long picture of so many parts, each 300 x 600. */
export function planOf(count: number): StripPlan {
  const parts = Array.from({ length: count }, (_, index) => ({
    left: 0,
    top: index * 560,
    width: 300,
    height: 600,
  }));
  const height = count * 560 + 40;
  const result = { width: 900, height: 3 * height };
  return { kind: 'parts', width: 300, height, axis: 'y', overlap: 40, parts, result };
}

/** The same for a long picture, which becomes so many orders. */
export async function fakePrepareStrip(bytes: Blob, count: number) {
  const parts = planOf(count);
  const { found, ...prepared } = await fakePrepare(bytes);
  const facts = { ...found, width: parts.width, height: parts.height };
  return { ...prepared, found: facts, sent: facts, parts };
}

/** Wraps every method of an object. */
export function wrapMethods<T extends object>(
  object: T,
  wrap: (property: string, work: (...args: never[]) => Promise<unknown>) => unknown,
): T {
  const entries = Object.entries(object).map(([property, method]) => [
    property,
    wrap(property, method),
  ]);
  return Object.fromEntries(entries) as T;
}

/** The same store, which tells of each row as soon as it is written. */
export function watched(
  store: JobStore,
  tell: (job: Job) => void,
  tellJoined: (jobId: string, leaderId: string) => void,
): JobStore {
  return {
    ...store,
    async add(job, extras) {
      const isAdded = await store.add(job, extras);
      const row = isAdded && (await store.get(job.id));
      if (row) tell(row);
      return isAdded;
    },
    async commit(next, extras) {
      const row = await store.commit(next, extras);
      if (row) tell(row);
      else if (extras?.duplicateCheck?.joined) tellJoined(next.id, extras.duplicateCheck.joined.id);
      return row;
    },
  };
}
