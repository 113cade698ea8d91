import type { Target } from '@/lib/jimeng/tools';
import type { JobStore } from '@/lib/jobs/store';
import { sendMessage } from './messages';

/** Hands files to the background. The bytes go through the blob store: messages cannot carry them. */
export async function sendFiles(
  store: Pick<JobStore, 'putBlob'>,
  files: readonly File[],
  target: Target,
): Promise<void> {
  const stored = await Promise.all(
    files.map(async (file) => {
      const blobKey = `inbox-${crypto.randomUUID()}/file`;
      await store.putBlob(blobKey, file);
      return { blobKey, name: file.name };
    }),
  );
  await sendMessage('addFiles', { files: stored, target });
}
