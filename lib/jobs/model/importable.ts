import { isEnded, type Job } from './job';
import { validateStoredJob } from './stored-job-check';

/**
 * Whether a row may come in from elsewhere: it is sound, has ended, and refers to nothing at the service
 * but its order. The background asks this of every row, whoever sends it.
 */
export function isImportable(row: unknown): row is Job {
  const job = validateStoredJob(row);
  if (!job || job !== row || !isEnded(job)) return false;
  const { upload, waiting, notBefore, saved, result } = job;
  return [upload, waiting, notBefore, saved].every((part) => part === undefined) && !result?.url;
}
