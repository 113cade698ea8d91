import { SITES, type Site, type SiteName } from '@/lib/jimeng/model/sites';
import { type Job, UPSCALERS, type Upscaler } from './job';

/** The site whose account a row uses. A row without one was never uploaded, or is older than the choice. */
export function siteOf({ site = 'jimeng' }: Pick<Job, 'site'>): SiteName {
  return site;
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

/** Whether the service's own page sends the orders of a row: its site takes no others, or the person chose it. */
export function isThroughPage(job: Pick<Job, 'site' | 'options'>): boolean {
  return job.options.way === 'page' || siteFacts(job).orders === 'page';
}
