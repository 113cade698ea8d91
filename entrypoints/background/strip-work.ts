import type { DocumentWork } from '@/lib/browser/document-work';
import { withTimeout } from '@/lib/images/pipeline/with-timeout';
import type { JobDeps } from '@/lib/jobs/steps/deps';
import type { JobStore } from '@/lib/jobs/store/jobs';
import { createHandOver } from './hand-over';

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
  const handOver = createHandOver(store, uuid);
  return {
    cutPart: (image, plan, index) =>
      handOver.during([image], async ([blobKey = '']) => {
        await withTimeout(work.cutPart({ blobKey, plan, index }), STRIP_MS);
        return handOver.back(blobKey);
      }),

    joinParts: (plan, files) =>
      handOver.during(
        files.map(({ bytes }) => bytes),
        async (keys) => {
          const results = files.map(({ width, height }, index) => ({
            blobKey: keys[index] ?? '',
            width,
            height,
          }));
          const size = await withTimeout(work.joinParts({ plan, results }), STRIP_MS);
          return { bytes: await handOver.back(keys[0]), ...size };
        },
      ),
  };
}
