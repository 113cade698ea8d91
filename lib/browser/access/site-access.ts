import { browser } from 'wxt/browser';
import { accessOf, readPerSite, SITE_NAMES, type SiteName } from '@/lib/jimeng/model/sites';
import { EVERYWHERE, mayAccess } from './permissions';

/** How many of the hosts of an account's site are allowed. */
export type SiteState = 'all' | 'some' | 'none';

/** Sites that the extension may read. */
export interface SiteAccess {
  /** Both schemes, every host. */
  everywhere: boolean;
  /** Hosts allowed one by one, sorted, without those of Jimeng and Dreamina. */
  sites: string[];
  /** The sites that accounts are at. */
  services: Record<SiteName, SiteState>;
}

/** Patterns for every host under both schemes. */
const BOTH_SCHEMES = ['<all_urls>', '*://*/*'];

/** Match patterns of a site, asked for together. Synchronous, for use inside a click. */
export function originsOf(name: SiteName): string[] {
  return accessOf(name).flatMap(({ patterns }) => patterns);
}

/** Lists the sites that are allowed now. */
export async function listSites(): Promise<SiteAccess> {
  const [granted, services] = await Promise.all([grantedOrigins(), readPerSite(stateOf)]);
  const everywhere =
    BOTH_SCHEMES.some((pattern) => granted.includes(pattern)) ||
    EVERYWHERE.every((pattern) => granted.includes(pattern));
  const sites = new Set(granted.filter((pattern) => !isEverywhere(pattern)).map(siteOf));
  if (!everywhere) {
    // Firefox lets people allow a single scheme.
    for (const pattern of granted.filter((each) => EVERYWHERE.includes(each))) {
      sites.add(siteOf(pattern));
    }
  }
  return { everywhere, sites: [...sites].filter(isForeign).sort(), services };
}

/** Revokes access to one site of the list, under every scheme. */
export async function revokeSite(site: string): Promise<void> {
  const granted = await grantedOrigins();
  await remove(granted.filter((pattern) => siteOf(pattern) === site));
}

/** Revokes access to the site of an account. Without effect on hosts that "all sites" covers. */
export async function revokeService(name: SiteName): Promise<void> {
  const domains = domainsOf(name);
  const granted = await grantedOrigins();
  await remove(granted.filter((pattern) => isWithin(siteOf(pattern), domains)));
}

/** Revokes "all sites"; sites that were allowed one by one stay allowed. */
export async function revokeEverywhere(): Promise<void> {
  await remove((await grantedOrigins()).filter(isEverywhere));
}

/**
 * Calls back on grants and revocations, also those in the browser's own settings.
 * @returns stops watching
 */
export function watchSites(onChange: () => void): () => void {
  const { onAdded, onRemoved } = browser.permissions;
  onAdded.addListener(onChange);
  onRemoved.addListener(onChange);
  return () => {
    onAdded.removeListener(onChange);
    onRemoved.removeListener(onChange);
  };
}

async function grantedOrigins(): Promise<string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  return origins.filter((pattern) => /^(\*|https?):|^<all_urls>$/.test(pattern));
}

async function remove(origins: string[]): Promise<void> {
  if (origins.length > 0) await browser.permissions.remove({ origins });
}

function isEverywhere(pattern: string): boolean {
  return BOTH_SCHEMES.includes(pattern) || EVERYWHERE.includes(pattern);
}

/** Display name of a pattern: its host, or its scheme if it matches every host. */
function siteOf(pattern: string): string {
  const [scheme = '', host = ''] = pattern.split(/:\/\/|\//);
  return host === '*' ? `${scheme}://*` : host;
}

async function stateOf(name: SiteName): Promise<SiteState> {
  const allowed = await Promise.all(originsOf(name).map(mayAccess));
  if (allowed.every(Boolean)) return 'all';
  return allowed.some(Boolean) ? 'some' : 'none';
}

function domainsOf(name: SiteName): string[] {
  return accessOf(name).map(({ domain }) => domain);
}

/** Whether a host belongs to no account's site. */
function isForeign(site: string): boolean {
  return !isWithin(site, SITE_NAMES.flatMap(domainsOf));
}

/** Whether a host is one of the domains or below one. */
function isWithin(site: string, domains: readonly string[]): boolean {
  const host = site.replace(/^\*\./, '');
  return domains.some((domain) => host === domain || host.endsWith(`.${domain}`));
}
