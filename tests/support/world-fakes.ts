import { createHash } from 'node:crypto';
import type { NewJob } from '@/lib/jobs/engine/new-job';
import type { Job, JobOptions } from '@/lib/jobs/model/job';
import type { JobStore } from '@/lib/jobs/store/jobs';
import { acquire } from '@/lib/sources/acquire';
import { deadline } from '@/lib/sources/deadline';
import { request } from '@/lib/sources/http-image';
import { LIMITS } from '@/lib/sources/limits';
import type { ImageOrigin } from '@/lib/sources/origin';
import { statusError } from '@/lib/sources/status-error';
import type { Click, JobWorld } from './job-world-types';

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
export async function checkResult(
  blob: Blob,
  { simulator: { uploads }, resultSize }: Pick<JobWorld, 'simulator' | 'resultSize'>,
) {
  const result = Buffer.from(await blob.arrayBuffer());
  if (!uploads.some(({ bytes }) => bytes.equals(result))) {
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
  tellJoined: (jobId: string) => void,
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
      else if (extras?.duplicateCheck?.joined) tellJoined(next.id);
      return row;
    },
  };
}
