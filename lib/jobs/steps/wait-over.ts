import type { Job, Waiting } from '../model/job';
import { siteOf } from '../model/site';
import type { JobDeps } from './deps';
import { isPriceWaitOver } from './first-price';
import { isAccountBack } from './other-account';
import { nextSite } from './site';

/** Whether the reason that a row waits for is gone. An answer of the person is none of these. */
export async function isWaitOver(deps: JobDeps, job: Job, waiting: Waiting): Promise<boolean> {
  switch (waiting.reason) {
    case 'sign-in': {
      // A row without orders may go to the other site.
      const site = await nextSite(deps, job);
      return (await deps.sites[site].session()).state === 'signed-in';
    }
    case 'other-account':
      return isAccountBack(deps, siteOf(job), waiting);
    case 'consent':
      return (await deps.hasConsent?.()) ?? true;
    case 'page-consent':
      return (await deps.mayUsePage?.(siteOf(job))) ?? false;
    case 'permission': {
      if (waiting.site) {
        const session = await deps.sites[await nextSite(deps, job)].session();
        return session.state !== 'no-access';
      }
      // Sending cookies is allowed in the row only, by no browser event.
      return !waiting.isForCookies && deps.mayAccess(waiting.pattern);
    }
    case 'price-unknown':
      return isPriceWaitOver(job, job.upload?.account ?? '', deps);
    case 'network':
      return deps.isOnline();
    default:
      return false;
  }
}
