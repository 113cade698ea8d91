import { isAbort } from '../model/failure';
import { isOtherLogin, relation } from '../model/known-logins';
import { connectivityDelayMs, creditsRecheckMs } from '../rules/policy';
import { stopsEverything } from './credits';
import { requireSession } from './require-session';
import { commit, failStep, type Step } from './step';

/** A job that waits for credits goes on when the balance is larger than the one that was too small. */
export const checkCredits: Step = async (job, deps, signal) => {
  if (job.waiting?.reason !== 'credits') return;
  const user = await requireSession(deps, job);
  if (!user) return;
  try {
    const { total } = await deps.service.credits({ signal });
    if (isOtherLogin(await deps.session(), user.login)) {
      await commit(deps, job, { type: 'waits', waiting: job.waiting, notBefore: deps.now() });
      return;
    }
    const { balance, account } = job.waiting;
    // Somebody else may have credits, and nothing binds the row to the one who had none.
    const isOther =
      account !== undefined &&
      relation(await deps.accounts.known(), account, user.login) !== 'same';
    if (isOther) {
      await commit(deps, job, { type: 'resumed' });
      return;
    }
    if (balance !== undefined && total > balance) {
      await commit(deps, job, { type: 'resumed' });
      return;
    }
    const waiting = {
      ...job.waiting,
      account: user.account,
      balance: Math.min(balance ?? total, total),
    } as const;
    const notBefore = deps.now() + creditsRecheckMs();
    await commit(deps, job, { type: 'waits', waiting, notBefore });
  } catch (error) {
    if (isAbort(error, signal)) return;
    if (stopsEverything(error)) {
      await failStep(deps, job, error, { signal });
      return;
    }
    // Without a larger balance there is no reason to order: the row goes on waiting for that.
    const notBefore = deps.now() + connectivityDelayMs(job.attempt);
    await commit(deps, job, { type: 'waits', waiting: job.waiting, notBefore });
  }
};
