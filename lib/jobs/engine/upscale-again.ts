import type { Job, JobOptions } from '../model/job';
import { checkUpscaleAgain, isSameOptions } from '../rules/duplicate';
import type { JobDeps } from '../steps/deps';
import { blobKey } from '../store/jobs';
import { newJob, startJob } from './new-job';
import type { Runner } from './runner';

/** Whether the picture of a row can still be had, so that it can be ordered once more. */
export function canRepeat(job: Pick<Job, 'origin' | 'source'>, hasInput: boolean): boolean {
  return (hasInput && job.source !== undefined) || job.origin.kind === 'page';
}

/**
 * Makes a new row for the picture of another one, with other options. The old row and its result
 * stay. The stored bytes are used; without them the picture is read again where it was found.
 * Other options than its own may be those of a third row, which is then asked about, or joined.
 * @returns the new row, or the one that it joined; undefined if the old one is gone, or its picture
 *   cannot be had any more
 */
export async function upscaleAgain(
  deps: JobDeps,
  runner: Pick<Runner, 'armed' | 'kick'>,
  jobId: string,
  changes: Partial<JobOptions>,
): Promise<Job | undefined> {
  const { store, now, uuid } = deps;
  const [before, input] = await Promise.all([
    store.get(jobId),
    store.blob(blobKey(jobId, 'input')),
  ]);
  if (!before || !canRepeat(before, input !== undefined)) return undefined;
  const { name, origin, source } = before;
  const options = { ...before.options, ...changes };
  const at = now();
  const queued: Job = {
    ...newJob(uuid(), { name, origin, options }, at),
    // Nobody overlooks the row before their eyes: with its own options it is one more that is wanted.
    ...(isSameOptions(options, before.options) && { wantedAt: at }),
  };
  const isStored = input !== undefined && source !== undefined;
  const job: Job = isStored ? { ...queued, stage: 'acquired', source } : queued;
  const duplicateCheck = checkUpscaleAgain(at);
  const isNew = await startJob(job, deps, runner, {
    ...(isStored && { blobs: { input } }),
    duplicateCheck,
  });
  return isNew ? job : duplicateCheck.joined;
}
