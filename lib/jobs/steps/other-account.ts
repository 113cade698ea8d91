import { caught } from '../model/failure';
import type { Waiting } from '../model/job';
import { accountOf, relation } from '../model/known-logins';
import { isOrdered, pollRequestFor } from './ask-about';
import type { JobDeps } from './deps';

/**
 * Whether a row that waits for an account may go on: that account is signed in, or an unknown one that was
 * not tried yet. Requests the signed-in account if it is unknown.
 */
export async function isAccountBack(
  deps: JobDeps,
  waiting: Waiting & { reason: 'other-account' },
): Promise<boolean> {
  await identify(deps);
  const [logins, session] = [await deps.accounts.known(), await deps.session()];
  if (session.state !== 'signed-in') return false;
  const found = relation(logins, waiting.account, session.account);
  if (found !== 'unproven') return found === 'same';
  return accountOf(logins, waiting.signedIn) !== accountOf(logins, session.account);
}

/**
 * Makes running orders of other accounts wait now instead of at the next poll, so that they take no slot
 * from the orders of the signed-in account.
 */
export async function suspendOtherAccounts(deps: JobDeps): Promise<void> {
  const running = (await deps.store.open()).filter(isOrdered).filter(({ stage, waiting }) => {
    // An order in `submitting` still awaits its answer.
    return stage === 'generating' && waiting?.reason !== 'other-account';
  });
  if (running.length === 0) return;
  await identify(deps);
  const [logins, session] = [await deps.accounts.known(), await deps.session()];
  if (session.state !== 'signed-in') return;
  const others = running.filter(
    ({ submission }) => relation(logins, submission.account, session.account) === 'other',
  );
  if (others.length > 0) await pollRequestFor(others, deps);
}

/**
 * Requests the signed-in account if it is unknown. Swallows failures: the next request of the row fails
 * the same way.
 */
export async function identify({ accounts, report }: JobDeps): Promise<void> {
  await accounts.identify().catch((error: unknown) => {
    if (caught(error).code === 'internal') report(error);
  });
}
