import type { JobDeps } from '../deps';
import type { Job, Waiting } from '../job';
import { commit } from './step';

/**
 * Lets a row wait for something that ends with an event. Looks once more afterwards: an event between
 * the first look and the waiting row is heard by nobody, and the row would wait for ever.
 * @param isOver whether the reason has gone
 */
export async function waitFor(
  deps: JobDeps,
  job: Job,
  waiting: Waiting,
  isOver: () => Promise<boolean>,
): Promise<void> {
  const row = await commit(deps, job, { type: 'waits', waiting });
  if (row && (await isOver())) await commit(deps, row, { type: 'resumed' });
}
