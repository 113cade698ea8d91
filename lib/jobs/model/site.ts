import { SITES, type Site, type SiteName } from '@/lib/jimeng/model/sites';
import { type Job, UPSCALERS, type Upscaler } from './job';

/** Where the login of a row is: its site, and in Firefox the container whose cookies it uses. */
export type LoginPlace = Readonly<Pick<Job, 'site' | 'container'>>;

/** The same once the site is chosen. */
export type ChosenPlace = LoginPlace & { readonly site: SiteName };

/** The site whose account a row uses. A row without one was never uploaded, or is older than the choice. */
export function siteOf({ site = 'jimeng' }: Pick<Job, 'site'>): SiteName {
  return site;
}

/** Names the place of a login: rows of one place may have the same account, and are polled together. */
export function placeKey(place: LoginPlace): string {
  return JSON.stringify([siteOf(place), place.container]);
}

/** What is known of the site of a row; its clusters have all of this in common. */
export function siteFacts(
  job: Pick<Job, 'site'>,
): Pick<Site, 'orders' | 'upscalers' | 'isPriceKnown'> {
  return SITES[siteOf(job)][0];
}

/** The choices of upscaler at a site, Automatic first. */
export function upscalersOf(site: SiteName): Upscaler[] {
  const own: readonly string[] = SITES[site][0].upscalers;
  return UPSCALERS.filter((each) => each === 'auto' || own.includes(each));
}

/**
 * Whether only the service's own page can send the orders of a row: its site takes no others, or the cookies of its
 * login are sent by tabs of its container only.
 */
export function needsOwnPage(job: LoginPlace): boolean {
  return job.container !== undefined || siteFacts(job).orders === 'page';
}

/** Whether the service's own page sends the orders of a row: it must, or the person chose it. */
export function isThroughPage(job: LoginPlace & Pick<Job, 'options'>): boolean {
  return job.options.way === 'page' || needsOwnPage(job);
}
