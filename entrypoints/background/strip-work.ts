import type { DocumentWork } from '@/lib/browser/document-work';
import { withTimeout } from '@/lib/images/pipeline/with-timeout';
import type { JobDeps } from '@/lib/jobs/steps/deps';
import { blobsOf } from '@/lib/jobs/store/history';
import { type JobStore, blobKey as keyOf } from '@/lib/jobs/store/jobs';
import { HANDED_OVER } from './image-work';

/** Far above what the longest picture takes, ms. */
const STRIP_MS = 5 * 60_000;

/**
 * Cuts long pictures and joins their parts, in the document.
 * @param store carries the bytes to the document and back
 */
export function createStripWork(
  store: Pick<JobStore, 'blob' | 'putBlob' | 'deleteBlob'>,
  work: DocumentWork,
  uuid: () => string,
): Pick<JobDeps, 'cutPart' | 'joinParts'> {
  /** Runs `ask` while the bytes are in the store; what it leaves in place of the first comes back. */
  async function handedOver<T>(
    files: readonly Blob[],
    ask: (blobKeys: string[]) => Promise<T>,
  ): Promise<{ answer: T; bytes: Blob }> {
    const id = `${HANDED_OVER}${uuid()}`;
    const keys = files.map((_, index) => keyOf(id, `part-${index}`));
    try {
      for (const [index, key] of keys.entries()) {
        const file = files[index];
        if (file) await store.putBlob(key, file);
      }
      const answer = await withTimeout(ask(keys), STRIP_MS);
      const bytes = keys[0] && (await store.blob(keys[0]));
      if (!bytes) throw new Error('the picture is gone');
      return { answer, bytes };
    } finally {
      await store.deleteBlob(blobsOf(id));
    }
  }

  return {
    async cutPart(image, plan, index) {
      const { bytes } = await handedOver([image], ([blobKey = '']) =>
        work.cutPart({ blobKey, plan, index }),
      );
      return bytes;
    },

    async joinParts(plan, results) {
      const files = results.map(({ bytes }) => bytes);
      const { bytes, answer } = await handedOver(files, (keys) =>
        work.joinParts({
          plan,
          results: results.map(({ width, height }, index) => ({
            blobKey: keys[index] ?? '',
            width,
            height,
          })),
        }),
      );
      return { bytes, ...answer };
    },
  };
}
