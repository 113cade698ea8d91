import { creditsRecheckMs } from '../policy';
import { commit, type Step, settle } from './step';

/** A job that waits for credits goes on when the balance is larger than the one that was too small. */
export const checkCredits: Step = async (job, deps, signal) => {
  if (job.waiting?.reason !== 'credits') return;
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
    await settle(deps, job, error);
  }
};
