import { caught } from '../model/failure';
import type { Waiting } from '../model/job';
import { accountOf, relation } from '../model/known-logins';
import { isOrdered, pollRequestFor } from './ask-about';
import type { JobDeps } from './deps';

/**
 * Whether a row that waits for an account may go on: that one is signed in, or one is of which it is not
 * known, and which was not tried yet. Asks who is signed in if that is not known.
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
 * Lets running orders wait that belong to another account than the one signed in now, without waiting
 * for the next look: they would hold up the orders of this one.
 */
export async function suspendOtherAccounts(deps: JobDeps): Promise<void> {
  const running = (await deps.store.open()).filter(isOrdered).filter(({ stage, waiting }) => {
    // An order whose answer is on its way is left to it.
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
 * Asks who is signed in, if that is not known. Nothing is decided by it that a failed question would
 * stop: the row's own request hears the same.
 */
export async function identify({ accounts, report }: JobDeps): Promise<void> {
  await accounts.identify().catch((error: unknown) => {
    if (caught(error).code === 'internal') report(error);
  });
}
