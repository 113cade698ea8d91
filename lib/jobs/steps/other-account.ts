import { caught } from '../model/failure';
import type { Waiting } from '../model/job';
import { accountOf, relation } from '../model/known-logins';
import { isOrdered, pollRequestFor } from './ask-about';
import type { JobDeps } from './deps';

/**
 * Whether a job that waits for an account may continue: that account is signed in, or an unidentified one
 * that was not tried yet. Asks who is signed in if that is unknown.
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
 * Makes running orders of other accounts than the signed-in one wait, without waiting
 * for the next poll: they would block the orders of this account.
 */
export async function suspendOtherAccounts(deps: JobDeps): Promise<void> {
  const running = (await deps.store.open()).filter(isOrdered).filter(({ stage, waiting }) => {
    // An order whose answer is pending is left alone.
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
 * Asks who is signed in, if that is unknown. A failure here changes nothing,
 * because the job's own request fails in the same way.
 */
export async function identify({ accounts, report }: JobDeps): Promise<void> {
  await accounts.identify().catch((error: unknown) => {
    if (caught(error).code === 'internal') report(error);
  });
}
