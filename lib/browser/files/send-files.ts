import type { Target } from '@/lib/jimeng/model/tools';
import type { JobStore } from '@/lib/jobs/store/jobs';
import { sendMessage } from '../messages';

/**
 * Passes files to the background through the store: a message cannot carry them, and the worker may die.
 * @throws JobError `storage-full`
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
    // Also after a failure: the files that fitted need not wait for the next start of the worker.
    await sendMessage('handedIn');
  }
}
