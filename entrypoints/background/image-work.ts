import type { DocumentWork } from '@/lib/browser/document-work';
import type { Inspect } from '@/lib/images/pipeline/inspect';
import { inspectNative } from '@/lib/images/pipeline/inspect-native';
import { passThrough } from '@/lib/images/pipeline/pass-through';
import { withTimeout } from '@/lib/images/pipeline/with-timeout';
import type { JobDeps } from '@/lib/jobs/steps/deps';
import type { JobStore } from '@/lib/jobs/store/jobs';

/** Far above what the largest image takes. An SVG can block the thread that draws it for ever, ms. */
const PREPARE_MS = 60_000;

/** Begins the ids under which bytes are handed over. */
export const HANDED_OVER = 'handed-over-';

/** Keys of blobs that are handed over. Blobs found when a worker starts are left from one that died. */
export const handedOver = (): IDBKeyRange => IDBKeyRange.bound(HANDED_OVER, `${HANDED_OVER}g`);

/** Addresses of pictures that are never sent as they are. */
const REDRAWN = /^data:image\/(?!jpe?g|png)|\.(?:webp|gif|avif|bmp|svgz?|ico|cur|apng)(?:[?#]|$)/i;

/** Part of an address that is looked at; data addresses may have megabytes. */
const MAX_LOOKED_AT = 2_000;

/** Image work for the job engine. */
export interface ImageWork {
  /** Starts the document while a picture is being read, if its address says that it will be redrawn. */
  expect(url: string): void;
  inspect: Inspect;
  prepare: JobDeps['prepare'];
  restoreTransparency: NonNullable<JobDeps['restoreTransparency']>;
}

/**
 * Inspects and passes through most images in this worker. Images of rarer types, and those that must be
 * redrawn, go to the document.
 * @param store carries the bytes to the document and back
 */
export function createImageWork(
  store: Pick<JobStore, 'blob' | 'putBlob' | 'deleteBlob'>,
  work: DocumentWork,
  uuid: () => string,
): ImageWork {
  /** Runs `ask` while the bytes are in the store. `shownKey` is for the transparent version. */
  async function whileHandedOver<T>(
    bytes: Blob,
    ask: (keys: { blobKey: string; shownKey: string }) => Promise<T>,
  ): Promise<T> {
    const id = `${HANDED_OVER}${uuid()}`;
    const keys = { blobKey: `${id}/input`, shownKey: `${id}/shown` };
    await store.putBlob(keys.blobKey, bytes);
    try {
      return await ask(keys);
    } finally {
      await Promise.all(Object.values(keys).map((key) => store.deleteBlob(key)));
    }
  }

  async function handedBack(key: string): Promise<Blob> {
    const blob = await store.blob(key);
    if (!blob) throw new Error('the picture is gone');
    return blob;
  }

  return {
    expect(url) {
      if (REDRAWN.test(url.slice(0, MAX_LOOKED_AT))) work.warmUp();
    },

    inspect: async (bytes) =>
      (await inspectNative(bytes)) ??
      whileHandedOver(bytes, ({ blobKey }) => work.inspect(blobKey)),

    async prepare(bytes, { beforeDrawing, ...options }) {
      const passed = await passThrough(bytes, options.limits);
      if (passed) return passed;
      work.warmUp();
      await beforeDrawing?.();
      return whileHandedOver(bytes, async (keys) => {
        const facts = await withTimeout(work.prepare({ ...keys, ...options }), PREPARE_MS);
        const image = await handedBack(keys.blobKey);
        const shown = await store.blob(keys.shownKey);
        return { ...facts, image, ...(shown && { shown }) };
      });
    },

    restoreTransparency: (result, shown, transparency) =>
      whileHandedOver(result, async (keys) => {
        await store.putBlob(keys.shownKey, shown);
        await withTimeout(work.restoreTransparency({ ...keys, transparency }), PREPARE_MS);
        return handedBack(keys.blobKey);
      }),
  };
}
