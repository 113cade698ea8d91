import { caught } from '../model/failure';
import type { Waiting } from '../model/job';
import { accountOf, relation } from '../model/known-logins';
import { type LoginPlace, placeKey } from '../model/site';
import { isOrdered, pollRequestFor } from './ask-about';
import type { JobDeps } from './deps';
import { atSite } from './site';

/**
 * Whether a row that waits for an account may go on: that account is signed in, or an unknown one that was
 * not tried yet. Requests the signed-in account if it is unknown.
 */
export async function isAccountBack(
  deps: JobDeps,
  place: LoginPlace,
  waiting: Waiting & { reason: 'other-account' },
): Promise<boolean> {
  await identify(deps, place);
  const [logins, session] = [await deps.accounts.known(), await atSite(deps, place).session()];
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
  for (const here of Map.groupBy(running, placeKey).values()) {
    const [place = {}] = here;
    await identify(deps, place);
    const [logins, session] = [await deps.accounts.known(), await atSite(deps, place).session()];
    if (session.state !== 'signed-in') continue;
    const { account } = session;
    const others = here.filter(
      ({ submission }) => relation(logins, submission.account, account) === 'other',
    );
    if (others.length > 0) await pollRequestFor(place, others, deps);
  }
}

/**
 * Requests the account that is signed in at a place if it is unknown. Swallows failures: the next request of the row
 * fails the same way.
 */
export async function identify({ accounts, report }: JobDeps, place: LoginPlace): Promise<void> {
  await accounts.identify(place).catch((error: unknown) => {
    if (caught(error).code === 'internal') report(error);
  });
}
