import { isAbort } from '../model/failure';
import { isOtherLogin, relation } from '../model/known-logins';
import { creditsDelayMs, unreadCreditsDelayMs } from '../rules/back-off';
import { stopsEverything } from './credits';
import { requireSession } from './require-session';
import { atSite } from './site';
import { commit, failStep, type Step } from './step';

/** Resumes a job that waits for credits once the balance exceeds the one that was too small. */
export const checkCredits: Step = async (job, deps, signal) => {
  if (job.waiting?.reason !== 'credits') return;
  const user = await requireSession(deps, job);
  if (!user) return;
  const waitedMs = deps.now() - job.waiting.since;
  try {
    const { service, session } = atSite(deps, job);
    const { total } = await service.credits({ signal });
    if (isOtherLogin(await session(), user.login)) {
      await commit(deps, job, { type: 'waits', waiting: job.waiting, notBefore: deps.now() });
      return;
    }
    const { balance, account } = job.waiting;
    // Another account may have credits, and the row is bound to none.
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
    const notBefore = deps.now() + creditsDelayMs(waitedMs);
    await commit(deps, job, { type: 'waits', waiting, notBefore });
  } catch (error) {
    if (isAbort(error, signal)) return;
    if (stopsEverything(error)) {
      await failStep(deps, job, error, { signal });
      return;
    }
    // Keep waiting: only a larger balance is a reason to order.
    const notBefore = deps.now() + unreadCreditsDelayMs(waitedMs);
    await commit(deps, job, { type: 'waits', waiting: job.waiting, notBefore });
  }
};
