import { asPng } from '@/lib/images/pipeline/as-png';
import { blobKey, openJobStore } from '@/lib/jobs/store/jobs';

/**
 * The stored result of a job as PNG, for the clipboard.
 * @throws if it is no longer stored, or cannot be read
 */
export async function resultPng(jobId: string): Promise<Blob> {
  const database = await openJobStore(() => {});
  try {
    const result = await database.blob(blobKey(jobId, 'result'));
    if (!result) throw new Error('no result');
    return await asPng(result);
  } finally {
    database.close();
  }
}
