import type { SiteName } from '@/lib/jimeng/model/sites';
import { caught } from '../model/failure';
import type { Waiting } from '../model/job';
import { accountOf, relation } from '../model/known-logins';
import { siteOf } from '../model/site';
import { isOrdered, pollRequestFor } from './ask-about';
import type { JobDeps } from './deps';

/**
 * Whether a row that waits for an account may go on: that account is signed in, or an unknown one that was
 * not tried yet. Requests the signed-in account if it is unknown.
 */
export async function isAccountBack(
  deps: JobDeps,
  site: SiteName,
  waiting: Waiting & { reason: 'other-account' },
): Promise<boolean> {
  await identify(deps, site);
  const [logins, session] = [await deps.accounts.known(), await deps.sites[site].session()];
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
  for (const site of new Set(running.map(siteOf))) {
    await identify(deps, site);
    const [logins, session] = [await deps.accounts.known(), await deps.sites[site].session()];
    if (session.state !== 'signed-in') continue;
    const others = running.filter((job) => {
      const isHere = siteOf(job) === site;
      return isHere && relation(logins, job.submission.account, session.account) === 'other';
    });
    if (others.length > 0) await pollRequestFor(site, others, deps);
  }
}

/**
 * Requests the account that is signed in at a site if it is unknown. Swallows failures: the next request of the row fails
 * the same way.
 */
export async function identify({ accounts, report }: JobDeps, site: SiteName): Promise<void> {
  await accounts.identify(site).catch((error: unknown) => {
    if (caught(error).code === 'internal') report(error);
  });
}
