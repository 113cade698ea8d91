import type { Job, JobOptions } from '../model/job';
import { checkUpscaleAgain, isSameOptions } from '../rules/duplicate';
import type { JobDeps } from '../steps/deps';
import { nextQuestion } from '../steps/several-orders';
import { blobKey } from '../store/jobs';
import { newJob, startJob } from './new-job';
import type { Runner } from './runner';

/** Whether the picture of a row is still available for another order. */
export function canRepeat(job: Pick<Job, 'origin' | 'source'>, hasInput: boolean): boolean {
  return (hasInput && job.source !== undefined) || job.origin.kind === 'page';
}

/**
 * Makes a new job for the image of another one, with other options. The old job and its result
 * stay. Uses the stored bytes; without them the image is read again from its page.
 * If a third job has the same options, the new one asks about it or joins it.
 * @returns the new job, or the one that it joined; undefined if the old one is gone, or its image
 *   is no longer available
 */
export async function upscaleAgain(
  deps: JobDeps,
  runner: Pick<Runner, 'armed' | 'kick'>,
  jobId: string,
  changes: Partial<JobOptions>,
): Promise<Job | undefined> {
  const { store, now, uuid } = deps;
  const [before, input, shown] = await Promise.all([
    store.get(jobId),
    store.blob(blobKey(jobId, 'input')),
    store.blob(blobKey(jobId, 'shown')),
  ]);
  if (!before || !canRepeat(before, input !== undefined)) return undefined;
  const { name, origin, source } = before;
  // The way belongs to one order: the person may have chosen it after a refusal.
  const { way: _, ...same } = before.options;
  const options = { ...same, ...changes };
  const at = now();
  const queued: Job = {
    ...newJob(uuid(), { name, origin, options }, at),
    // With its own options the person clearly wants one more, because the first result is in view.
    ...(isSameOptions(options, before.options) && { wantedAt: at }),
  };
  const isStored = input !== undefined && source !== undefined;
  const acquired: Job = { ...queued, stage: 'acquired', ...(source && { source }) };
  const question = isStored && (await nextQuestion(acquired, deps));
  const job: Job = isStored ? { ...acquired, ...(question && { waiting: question }) } : queued;
  const duplicateCheck = checkUpscaleAgain(at);
  const isNew = await startJob(job, deps, runner, {
    ...(isStored && { blobs: { input, shown } }),
    duplicateCheck,
  });
  return isNew ? job : duplicateCheck.joined;
}
