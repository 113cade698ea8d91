import type { Job, SaveState } from '../model/job';
import { IllegalTransition } from '../model/machine';
import type { JobDeps } from '../steps/deps';
import { commit } from '../steps/step';

/** A row that changes all the time is given up after so many commits. */
const MOST_TRIES = 8;

/**
 * Writes into a row what became of its file. No effect on a row that is gone, or no longer done.
 * @param next the state after the one that the row has now; the same for no change
 */
export async function noteSave(
  deps: JobDeps,
  jobId: string,
  next: (job: Job) => SaveState | undefined,
): Promise<void> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const job = await deps.store.get(jobId);
    if (!job) return;
    const saved = next(job);
    if (saved !== undefined && saved === job.saved) return;
    try {
      if (await commit(deps, job, { type: 'save-changed', saved })) return;
    } catch (error) {
      if (error instanceof IllegalTransition) return;
      throw error;
    }
  }
}
