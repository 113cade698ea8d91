import { readPerSite, type SiteName } from '@/lib/jimeng/model/sites';
import type { Job } from '../model/job';
import { type ChosenPlace, type LoginPlace, placeKey, siteOf } from '../model/site';
import { boundPlace, chooseSite } from '../rules/choose-site';
import type { JobDeps, SiteDeps } from './deps';
import { commit } from './step';

/** What tells who is signed in where. */
type LoginDeps = Pick<JobDeps, 'sites' | 'inContainer' | 'containers' | 'preferredSite'>;

/** The client and the session of a row's login. */
export function atSite(
  { sites, inContainer }: Pick<JobDeps, 'sites' | 'inContainer'>,
  place: LoginPlace,
): SiteDeps {
  const site = siteOf(place);
  const { container } = place;
  if (container === undefined) return sites[site];
  // Without containers in this browser, such a row is left of another one.
  return inContainer?.(site, container) ?? sites[site];
}

/** The place of the login that the next request of a row uses. */
export async function nextPlace(deps: LoginDeps, job: Job): Promise<ChosenPlace> {
  return boundPlace(job) ?? freePlace(deps, job);
}

/**
 * The place of the login for a row that is bound to none, such as the next one: the container of the clicked tab if
 * somebody is signed in there, else the normal tabs, else the only container where somebody is. Reads the sessions,
 * and asks no site.
 */
export async function freePlace(
  deps: LoginDeps,
  job: Pick<Job, 'site'> & Partial<Pick<Job, 'options'>> = {},
): Promise<ChosenPlace> {
  const preferred = await deps.preferredSite?.();
  const look = async (container?: string) => {
    const at = (site: SiteName) => ({ site, ...(container !== undefined && { container }) });
    const sessions = await readPerSite((site) => atSite(deps, at(site)).session());
    const site = chooseSite(job, sessions, preferred);
    return { place: at(site), isSignedIn: sessions[site].state === 'signed-in' };
  };
  const clicked = job.options?.container;
  if (clicked !== undefined) {
    const found = await look(clicked);
    if (found.isSignedIn) return found.place;
  }
  const normal = await look();
  if (normal.isSignedIn) return normal.place;
  const containers = (await deps.containers?.()) ?? [];
  const signedIn = (await Promise.all(containers.map(look))).filter((each) => each.isSignedIn);
  // Of several, the person decides by the tab in which they click.
  const [only] = signedIn.length === 1 ? signedIn : [];
  return (only ?? normal).place;
}

/**
 * Records in a row that was never uploaded which login it uses.
 * @returns the row; undefined if it changed meanwhile
 */
export async function withSite(deps: JobDeps, job: Job): Promise<Job | undefined> {
  if (job.site) return job;
  return commit(deps, job, { type: 'site-chosen', ...(await nextPlace(deps, job)) });
}

/**
 * Moves a row without orders whose login is gone to a site or container where somebody is signed in. Its upload is
 * dropped: it belongs to the account that the row leaves.
 * @returns whether it was moved
 */
export async function movesToOtherSite(deps: JobDeps, job: Job): Promise<boolean> {
  if (job.stage !== 'acquired' && job.stage !== 'uploaded') return false;
  if (boundPlace(job)) return false;
  const place = await freePlace(deps, job);
  if (placeKey(place) === placeKey(job)) return false;
  return (await commit(deps, job, { type: 'site-chosen', ...place })) !== undefined;
}
