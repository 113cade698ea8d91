import { SITE_NAMES, type SiteName } from '@/lib/jimeng/model/sites';
import type { Job } from '../model/job';
import type { Session } from '../model/session';
import { siteOf } from '../model/site';

/** What is known of the account at each site. */
export type Sessions = Readonly<Record<SiteName, { state: Session['state'] | 'unknown' }>>;

/** The site that a row is bound to: by its orders, or by the person's choice for it; undefined if it is free. */
export function boundSite(
  job: Pick<Job, 'site' | 'options' | 'submission' | 'pastSubmissions'>,
): SiteName | undefined {
  const hasOrders = job.submission !== undefined || job.pastSubmissions.length > 0;
  return hasOrders ? siteOf(job) : job.options.site;
}

/**
 * Chooses the site of a row that is free: the one that is signed in; of several the preferred one; of none the
 * preferred one, else one that the extension has access to. Pure.
 * @param preferred the person's choice in the settings
 */
export function chooseSite(
  { site }: Pick<Job, 'site'>,
  sessions: Sessions,
  preferred: SiteName | undefined,
): SiteName {
  // A row stays where it is unless there is a reason to leave.
  const names = [...new Set([preferred, site, ...SITE_NAMES])].filter((name) => name !== undefined);
  const signedIn = names.find((name) => sessions[name].state === 'signed-in');
  if (signedIn) return signedIn;
  const open = names.find((name) => sessions[name].state === 'signed-out');
  return preferred ?? open ?? site ?? SITE_NAMES[0];
}
