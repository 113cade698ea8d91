import type { Target } from '@/lib/jimeng/model/tools';
import type { JobStore } from '@/lib/jobs/store/jobs';
import { sendMessage } from '../messages';

/**
 * Hands files to the background through the store: a message cannot carry them, and may find a
 * worker that dies. Rejects with JobError `storage-full`.
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
    // Those that found room need not wait for the next worker.
    await sendMessage('handedIn');
  }
}
