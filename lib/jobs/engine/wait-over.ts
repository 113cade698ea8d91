import type { Job, Waiting } from '../model/job';
import { siteOf } from '../model/site';
import type { JobDeps } from '../steps/deps';
import { isPriceSettled } from '../steps/first-price';
import { isAccountBack } from '../steps/other-account';
import { atSite, nextPlace } from '../steps/site';

/**
 * Whether the reason of a wait is gone.
 * @param job the row without the wait
 */
export async function isWaitOver(job: Job, waiting: Waiting, deps: JobDeps): Promise<boolean> {
  switch (waiting.reason) {
    case 'sign-in': {
      // A row without orders may go to the other site, or to a container.
      const place = await nextPlace(deps, job);
      return (await atSite(deps, place).session()).state === 'signed-in';
    }
    case 'other-account':
      return isAccountBack(deps, job, waiting);
    case 'consent':
      return (await deps.hasConsent?.()) ?? true;
    case 'page-consent':
      return (await deps.mayUsePage?.(siteOf(job))) ?? false;
    case 'permission': {
      if (waiting.site) {
        const session = await atSite(deps, await nextPlace(deps, job)).session();
        return session.state !== 'no-access';
      }
      // Sending cookies is allowed in the row only, by no browser event.
      return !waiting.isForCookies && deps.mayAccess(waiting.pattern);
    }
    case 'price-unknown':
      return isPriceSettled(job, job.upload?.account ?? '', deps);
    case 'day-limit':
      return (await deps.dayLimit?.()) !== waiting.credits;
    case 'network':
      return deps.isOnline();
    default:
      return false;
  }
}
