import type { Job } from '../model/job';
import { keptParts } from '../model/parts';
import { canUseShown } from '../model/selectors';
import { checkUpscaleAgain } from '../rules/duplicate';
import type { JobDeps } from '../steps/deps';
import type { Commands } from './commands';
import { newJob, startJob } from './new-job';
import type { Runner } from './runner';

/**
 * Makes a new job for the image on the page where a row has taken a larger version of it. A row without an order
 * is cancelled: nothing was paid for it. An order that was sent stays, with its result.
 * @returns the new job, or that of another press; undefined if the row is gone or has taken no larger version
 */
export async function useShown(
  deps: JobDeps,
  {
    runner,
    commands,
  }: { runner: Pick<Runner, 'armed' | 'kick'>; commands: Pick<Commands, 'cancel'> },
  jobId: string,
): Promise<Job | undefined> {
  const before = await deps.store.get(jobId);
  if (before?.origin.kind !== 'page' || !canUseShown(before)) return undefined;
  const { originals: _, ...shown } = before.origin;
  // The way belongs to one order: the person may have chosen it after a refusal.
  const { way: _w, ...options } = before.options;
  const { name } = before;
  const at = deps.now();
  const origin = { ...shown, asShown: true } as const;
  const job: Job = { ...newJob(deps.uuid(), { name, origin, options }, at), wantedAt: at };
  // Pressed twice, it is still one.
  const duplicateCheck = checkUpscaleAgain(at);
  const isNew = await startJob(job, deps, runner, { duplicateCheck });
  // As it is by then: its order may have begun meanwhile, and is paid for.
  await commands.cancel(jobId, (row) => !row.submission && keptParts(row) === 0);
  return isNew ? job : duplicateCheck.joined;
}
