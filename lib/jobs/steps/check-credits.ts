import { meansMore } from '../credits';
import { isAbort } from '../failure';
import { connectivityDelayMs, creditsRecheckMs } from '../policy';
import { sessionToUse } from './session-to-use';
import { commit, type Step, settle } from './step';

/** A job that waits for credits goes on when the balance is larger than the one that was too small. */
export const checkCredits: Step = async (job, deps, signal) => {
  if (job.waiting?.reason !== 'credits' || !(await sessionToUse(deps, job))) return;
  try {
    const { total } = await deps.service.credits({ signal });
    const { balance } = job.waiting;
    if (balance !== undefined && total > balance) {
      await commit(deps, job, { type: 'resumed' });
      return;
    }
    const waiting = { ...job.waiting, balance: Math.min(balance ?? total, total) };
    const notBefore = deps.now() + creditsRecheckMs();
    await commit(deps, job, { type: 'waits', waiting, notBefore });
  } catch (error) {
    if (isAbort(error) || meansMore(error)) {
      await settle(deps, job, error);
      return;
    }
    // Without a larger balance there is no reason to order: the row goes on waiting for that.
    const notBefore = deps.now() + connectivityDelayMs(job.attempt);
    await commit(deps, job, { type: 'waits', waiting: job.waiting, notBefore });
  }
};
