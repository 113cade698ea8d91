import type { DocumentWork } from '@/lib/browser/document-work';
import type { Inspect } from '@/lib/images/pipeline/inspect';
import { inspectNative } from '@/lib/images/pipeline/inspect-native';
import { passThrough } from '@/lib/images/pipeline/pass-through';
import { withTimeout } from '@/lib/images/pipeline/with-timeout';
import type { JobDeps } from '@/lib/jobs/steps/deps';
import type { JobStore } from '@/lib/jobs/store/jobs';

/** Far more than the largest image takes; a drawing may block its thread forever, ms. */
const PREPARE_MS = 60_000;

const HANDED_OVER = 'handed-over-';

/** Keys of bytes handed over. Any that exist when a worker starts were left by one that died. */
export const handedOver = (): IDBKeyRange => IDBKeyRange.bound(HANDED_OVER, `${HANDED_OVER}g`);

/** The image work that the job engine needs. */
export interface Pictures {
  inspect: Inspect;
  prepare: JobDeps['prepare'];
}

/**
 * Reads most images here and passes them through. Images of rarer types, and those that
 * must be redrawn, go to the document.
 * @param store the blob store used to hand over bytes
 */
export function createPictures(
  store: Pick<JobStore, 'blob' | 'putBlob' | 'deleteBlob'>,
  work: DocumentWork,
  uuid: () => string,
): Pictures {
  /** Runs `ask` while the bytes are in the store. */
  async function whileHandedOver<T>(bytes: Blob, ask: (blobKey: string) => Promise<T>): Promise<T> {
    const blobKey = `${HANDED_OVER}${uuid()}/input`;
    await store.putBlob(blobKey, bytes);
    try {
      return await ask(blobKey);
    } finally {
      await store.deleteBlob(blobKey);
    }
  }

  return {
    inspect: async (bytes) => (await inspectNative(bytes)) ?? whileHandedOver(bytes, work.inspect),

    async prepare(bytes, { target, beforeDrawing }) {
      const passed = await passThrough(bytes);
      if (passed) return passed;
      await beforeDrawing?.();
      return whileHandedOver(bytes, async (blobKey) => {
        const facts = await withTimeout(work.prepare({ blobKey, target }), PREPARE_MS);
        const image = await store.blob(blobKey);
        if (!image) throw new Error('the prepared picture is gone');
        return { ...facts, image };
      });
    },
  };
}
