import type { AccessReason, SiteName } from '@/lib/jimeng/model/sites';

/** Names of the sites in sentences; the background has them too. */
export const siteNames: Record<SiteName, string> = { jimeng: 'Jimeng', dreamina: 'Dreamina' };

/** Where accounts are, and the access that each site needs. */
export const sites = {
  names: siteNames,
  /** On a choice. */
  options: { jimeng: 'Jimeng', dreamina: 'Dreamina (beta)' } as Record<SiteName, string>,
  /** What beta means, below a site that is one. */
  beta: 'Beta: built from public reports, and never tried live. Please send a report after your first upscale.',
  places: {
    jimeng: 'jimeng.jianying.com, for mainland China',
    dreamina: 'dreamina.capcut.com, for everywhere else',
  } as Record<SiteName, string>,
  /** A row whose login is in a Firefox container. */
  inContainer: (site: string) => `${site}, container`,
  switchTo: (site: string, other: string) => `New images go to ${site}. Switch to ${other}`,
  accessTitle: (site: string) => `Allow access to ${site}`,
  accessText: (site: string) =>
    `This extension may not access ${site}’s sites. Allow access to upscale images.`,
  /** What a host is for. */
  reasons: {
    account: 'sign-in, jobs and credits',
    upload: 'receives the images you choose',
    result: 'delivers the results',
  } as Record<AccessReason, string>,
  /** Between two reasons. */
  and: '; ',
  hosts: 'The sites it will ask for',
  priceUnknown:
    'What this site charges is not known yet. This continues once another image has shown it, or when you upscale it anyway.',
};

export type Sites = typeof sites;
