import { createHash } from 'node:crypto';
import { acquire } from '@/lib/sources/acquire';
import { deadline } from '@/lib/sources/deadline';
import { request } from '@/lib/sources/http-image';
import { LIMITS } from '@/lib/sources/limits';
import type { ImageOrigin } from '@/lib/sources/origin';
import { statusError } from '@/lib/sources/status-error';
import type { Simulator } from '@/simulator/simulator';

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
export async function checkResult(blob: Blob, { uploads }: Simulator) {
  const result = Buffer.from(await blob.arrayBuffer());
  if (!uploads.some(({ bytes }) => bytes.equals(result))) {
    throw Object.assign(new Error('image-is-page'), { name: 'ImageError', code: 'image-is-page' });
  }
  return {
    type: 'png' as const,
    width: 2880,
    height: 2160,
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
