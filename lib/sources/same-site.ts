import { getDomain } from 'tldts';

/**
 * The registrable domain of a host by the Public Suffix List, its private section included: two
 * pages of `github.io` belong to different people. An IP address or a name without one is itself.
 */
function siteOf(host: string): string {
  return getDomain(host, { allowPrivateDomains: true }) ?? host;
}

/**
 * Whether two addresses are of the same site, as browsers decide it for cookies: same scheme, same
 * registrable domain, any port. False unless both are http(s) addresses.
 */
export function isSameSite(a: string, b: string): boolean {
  const first = URL.parse(a);
  const second = URL.parse(b);
  if (!first || !second || !/^https?:$/.test(first.protocol)) return false;
  return first.protocol === second.protocol && siteOf(first.hostname) === siteOf(second.hostname);
}
