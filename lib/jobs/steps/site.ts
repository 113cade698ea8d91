import { readPerSite, type SiteName } from '@/lib/jimeng/model/sites';
import type { Job } from '../model/job';
import { siteOf } from '../model/site';
import { boundSite, chooseSite } from '../rules/choose-site';
import type { JobDeps, SiteDeps } from './deps';
import { commit } from './step';

/** The client and the session of a row's site. */
export function atSite({ sites }: Pick<JobDeps, 'sites'>, job: Pick<Job, 'site'>): SiteDeps {
  return sites[siteOf(job)];
}

/** The site that the next request of a row goes to. */
export async function nextSite(deps: JobDeps, job: Job): Promise<SiteName> {
  return boundSite(job) ?? freeSite(deps, job);
}

/** The site of a row that is bound to none, such as the next one. Reads the sessions, and asks no site. */
export async function freeSite(
  { sites, preferredSite }: Pick<JobDeps, 'sites' | 'preferredSite'>,
  job: Pick<Job, 'site'> = {},
): Promise<SiteName> {
  const [preferred, sessions] = await Promise.all([
    preferredSite?.(),
    readPerSite((name) => sites[name].session()),
  ]);
  return chooseSite(job, sessions, preferred);
}

/**
 * Records in a row that was never uploaded which site it uses.
 * @returns the row; undefined if it changed meanwhile
 */
export async function withSite(deps: JobDeps, job: Job): Promise<Job | undefined> {
  if (job.site) return job;
  return commit(deps, job, { type: 'site-chosen', site: await nextSite(deps, job) });
}

/**
 * Moves a row without orders whose site is not signed in to one that is. Its upload is dropped: it belongs to an
 * account of the site that it leaves.
 * @returns whether it was moved
 */
export async function movesToOtherSite(deps: JobDeps, job: Job): Promise<boolean> {
  if (job.stage !== 'acquired' && job.stage !== 'uploaded') return false;
  const site = await nextSite(deps, job);
  if (site === siteOf(job)) return false;
  return (await commit(deps, job, { type: 'site-chosen', site })) !== undefined;
}
