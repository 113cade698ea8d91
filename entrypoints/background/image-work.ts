import type { DocumentWork } from '@/lib/browser/document-work';
import type { Inspect } from '@/lib/images/pipeline/inspect';
import { inspectNative } from '@/lib/images/pipeline/inspect-native';
import { passOn } from '@/lib/images/pipeline/pass-through';
import { withinTime } from '@/lib/images/pipeline/within-time';
import type { JobDeps } from '@/lib/jobs/steps/deps';
import type { JobStore } from '@/lib/jobs/store/jobs';

/** Far above what the largest picture takes; a drawing may keep the thread that draws it busy for ever. */
const PREPARE_MS = 60_000;

const HANDED_OVER = 'handed-over-';

/** Keys of what is handed over. What is there before a worker begins was left by one that died. */
export const handedOver = (): IDBKeyRange => IDBKeyRange.bound(HANDED_OVER, `${HANDED_OVER}g`);

/** What the job engine asks of found pictures and of results. */
export interface ImageWork {
  inspect: Inspect;
  prepare: JobDeps['prepare'];
}

/**
 * Most pictures are read and passed on here, without a detour. Those of rarer types, and those that
 * must be drawn anew, are handed over.
 * @param store where bytes are handed over
 */
export function createImageWork(
  store: Pick<JobStore, 'blob' | 'putBlob' | 'deleteBlob'>,
  work: DocumentWork,
  uuid: () => string,
): ImageWork {
  /** Runs `ask` while the bytes lie in the store. */
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
      const passed = await passOn(bytes);
      if (passed) return passed;
      await beforeDrawing?.();
      return whileHandedOver(bytes, async (blobKey) => {
        const facts = await withinTime(work.prepare({ blobKey, target }), PREPARE_MS);
        const image = await store.blob(blobKey);
        if (!image) throw new Error('the prepared picture is gone');
        return { ...facts, image };
      });
    },
  };
}
