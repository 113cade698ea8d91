import type { JobDeps } from './deps';

/**
 * Records that a job should be saved once it is done, if automatic saving is on.
 * Called before the job becomes done, so that the plan is on disk if the worker dies.
 */
export async function planSave(
  jobId: string,
  { store, isAutoSaving }: Pick<JobDeps, 'store' | 'isAutoSaving'>,
): Promise<void> {
  if (await isAutoSaving?.()) await store.putSave(jobId, {});
}
