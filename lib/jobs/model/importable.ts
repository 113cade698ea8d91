import { isEnded, type Job } from './job';
import { validateStoredJob } from './stored-job-check';

/**
 * Whether a row may be imported: it is valid, has ended, and refers to nothing at the service but its
 * order. The background checks every row, whichever page sends it.
 */
export function isImportable(row: unknown): row is Job {
  const job = validateStoredJob(row);
  if (!job || job !== row || !isEnded(job)) return false;
  const { upload, waiting, notBefore, saved, result } = job;
  return [upload, waiting, notBefore, saved].every((part) => part === undefined) && !result?.url;
}
