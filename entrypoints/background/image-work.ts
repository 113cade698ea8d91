import type { DocumentWork } from '@/lib/browser/document-work';
import type { Inspect } from '@/lib/images/pipeline/inspect';
import { inspectNative } from '@/lib/images/pipeline/inspect-native';
import { passThrough } from '@/lib/images/pipeline/pass-through';
import { withTimeout } from '@/lib/images/pipeline/with-timeout';
import type { JobDeps } from '@/lib/jobs/steps/deps';
import type { JobStore } from '@/lib/jobs/store/jobs';
import { createHandOver } from './hand-over';

/** Far above what the largest image takes. An SVG can block the thread that draws it for ever, ms. */
const PREPARE_MS = 60_000;

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
  const handOver = createHandOver(store, uuid);

  return {
    expect(url) {
      if (REDRAWN.test(url.slice(0, MAX_LOOKED_AT))) work.warmUp();
    },

    inspect: async (bytes) =>
      (await inspectNative(bytes)) ??
      handOver.during([bytes], ([blobKey = '']) => work.inspect(blobKey)),

    async prepare(bytes, { beforeDrawing, ...options }) {
      const passed = await passThrough(bytes, options.limits);
      if (passed) return passed;
      work.warmUp();
      await beforeDrawing?.();
      return handOver.during([bytes, undefined], async ([blobKey = '', shownKey = '']) => {
        const keys = { blobKey, shownKey };
        const facts = await withTimeout(work.prepare({ ...keys, ...options }), PREPARE_MS);
        const image = await handOver.back(blobKey);
        const shown = await store.blob(shownKey);
        return { ...facts, image, ...(shown && { shown }) };
      });
    },

    restoreTransparency: (result, shown, transparency) =>
      handOver.during([result, shown], async ([blobKey = '', shownKey = '']) => {
        const keys = { blobKey, shownKey };
        await withTimeout(work.restoreTransparency({ ...keys, transparency }), PREPARE_MS);
        return handOver.back(blobKey);
      }),
  };
}
