import { createHash } from 'node:crypto';
import { acquire } from '@/lib/sources/acquire';
import type { ImageOrigin } from '@/lib/sources/origin';
import type { Simulator } from '@/simulator/simulator';

/** The way of `lib/sources` to a picture of the gallery, from a background without any leave. */
export async function acquireInGallery(
  origin: ImageOrigin,
  granted: ReadonlySet<string>,
  fetch: typeof globalThis.fetch,
): Promise<{ bytes: Blob }> {
  const { bytes } = await acquire(origin, {
    fetch,
    readInPage: async () => undefined,
    readCaptured: async () => undefined,
    readScreen: async () => undefined,
    mayAccess: async (pattern) => granted.has(pattern),
    withReferer: (_url, _referer, run) => run(),
    readInbox: async () => undefined,
  });
  return { bytes };
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
