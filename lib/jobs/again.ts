import type { JobDeps } from './deps';
import type { Job, JobOptions } from './job';
import { newJob, startJob } from './new-job';
import type { Runner } from './runner';
import { blobKey } from './store';
import { askAboutTwin } from './twin';

/** Whether the picture of a row can still be had, so that it can be ordered once more. */
export function canRepeat(job: Pick<Job, 'origin' | 'source'>, hasInput: boolean): boolean {
  return (hasInput && job.source !== undefined) || job.origin.kind === 'page';
}

/**
 * Makes a new row for the picture of another one, with other options. The old row and its result
 * stay. The stored bytes are used; without them the picture is read again where it was found.
 * @returns the new row; undefined if the old one is gone, or its picture cannot be had any more
 */
export async function upscaleAgain(
  deps: JobDeps,
  runner: Pick<Runner, 'kick'>,
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
  const queued = newJob(uuid(), { name, origin, options }, at);
  let job = queued;
  let blobs: { input?: Blob } = {};
  if (input && source) {
    const waiting = await askAboutTwin(store, source, options, at);
    job = { ...queued, stage: 'acquired', source, ...(waiting && { waiting }) };
    blobs = { input };
  }
  await startJob(job, deps, runner, { blobs });
  return job;
}
