import type { JobDeps } from './deps';

/**
 * Writes down that a row is to be saved once it is done, if the person wants that of every row.
 * Called before the row becomes done: whatever ends the worker after that, the plan is on disk.
 */
export async function planSave(
  jobId: string,
  { store, isAutoSaving }: Pick<JobDeps, 'store' | 'isAutoSaving'>,
): Promise<void> {
  if (await isAutoSaving?.()) await store.putSave(jobId, {});
}
