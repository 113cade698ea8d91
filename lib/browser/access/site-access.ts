import { browser } from 'wxt/browser';
import { EVERYWHERE } from './permissions';

/** Sites that the extension may read. */
export interface SiteAccess {
  /** Both schemes, every host. */
  everywhere: boolean;
  /** Hosts allowed one by one, sorted, without those of the service. */
  sites: string[];
  /** Whether all hosts of the service are allowed; the browser can withhold them. */
  service: boolean;
}

/** Patterns for every host under both schemes. */
const BOTH_SCHEMES = ['<all_urls>', '*://*/*'];

/** Match patterns of the service, as the manifest lists them. Synchronous, for use inside a click. */
export function serviceOrigins(): string[] {
  return browser.runtime.getManifest().host_permissions ?? [];
}

/** Lists the sites that are allowed now. */
export async function listSites(): Promise<SiteAccess> {
  const [granted, service] = await Promise.all([
    grantedOrigins(),
    browser.permissions.contains({ origins: serviceOrigins() }),
  ]);
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
  return { everywhere, sites: [...sites].filter(isForeign).sort(), service };
}

/** Revokes access to one site of the list, under every scheme. */
export async function revokeSite(site: string): Promise<void> {
  const granted = await grantedOrigins();
  await remove(granted.filter((pattern) => siteOf(pattern) === site));
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

/** Whether a host is neither a host of the service nor below one. */
function isForeign(site: string): boolean {
  return !serviceOrigins().some((pattern) => {
    const domain = siteOf(pattern).replace(/^\*\./, '');
    return site.replace(/^\*\./, '') === domain || site.endsWith(`.${domain}`);
  });
}
