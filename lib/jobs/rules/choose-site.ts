import { SITE_NAMES, type SiteName } from '@/lib/jimeng/model/sites';
import type { Job } from '../model/job';
import type { Session } from '../model/session';
import { type ChosenPlace, siteOf } from '../model/site';

/** What is known of the account at each site. */
export type Sessions = Readonly<Record<SiteName, { state: Session['state'] | 'unknown' }>>;

/** The place of the login that a row is bound to by its orders; undefined if it has none. */
export function boundPlace(
  job: Pick<Job, 'site' | 'container' | 'submission' | 'pastSubmissions'>,
): ChosenPlace | undefined {
  const hasOrders = job.submission !== undefined || job.pastSubmissions.length > 0;
  if (!hasOrders) return undefined;
  return { site: siteOf(job), ...(job.container !== undefined && { container: job.container }) };
}

/**
 * Chooses the site of a row that is free: the one that is signed in; of several the preferred one; of none the
 * preferred one, else one that the extension has access to. Pure.
 * @param preferred the person's choice in the settings
 */
export function chooseSite(
  { site, options }: Pick<Job, 'site'> & Partial<Pick<Job, 'options'>>,
  sessions: Sessions,
  preferred: SiteName | undefined,
): SiteName {
  // The person's choice for this picture.
  if (options?.site) return options.site;
  // A row stays where it is unless there is a reason to leave.
  const names = [...new Set([preferred, site, ...SITE_NAMES])].filter((name) => name !== undefined);
  const signedIn = names.find((name) => sessions[name].state === 'signed-in');
  if (signedIn) return signedIn;
  const open = names.find((name) => sessions[name].state === 'signed-out');
  return preferred ?? open ?? site ?? SITE_NAMES[0];
}
