import type { JobDeps } from './deps';

/**
 * Stores a pending save for a row if results are saved automatically. Called before the row becomes done,
 * so the plan survives the death of the worker.
 */
export async function planSave(
  jobId: string,
  { store, isAutoSaving }: Pick<JobDeps, 'store' | 'isAutoSaving'>,
): Promise<void> {
  if (await isAutoSaving?.()) await store.putSave(jobId, {});
}
