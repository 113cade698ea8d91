import type { Target } from '@/lib/jimeng/model/tools';
import type { JobStore } from '@/lib/jobs/store/jobs';
import { sendMessage } from '../messages';

/**
 * Passes files to the background through the store. A message cannot carry them, and the worker
 * that receives it may die. Rejects with JobError `storage-full`.
 */
export async function sendFiles(
  store: Pick<JobStore, 'handIn'>,
  files: readonly File[],
  target: Target,
): Promise<void> {
  try {
    for (const file of files) {
      await store.handIn({ id: crypto.randomUUID(), name: file.name, target }, file);
    }
  } finally {
    // Files that were stored need not wait for the next worker.
    await sendMessage('handedIn');
  }
}
