import { getDomain } from 'tldts';

/**
 * The registrable domain of a host by the Public Suffix List, private section included: two hosts of
 * `github.io` belong to different people. For an IP address or a name without one, the host.
 */
function siteOf(host: string): string {
  return getDomain(host, { allowPrivateDomains: true }) ?? host;
}

/**
 * Whether two addresses are same-site, as browsers decide for cookies: same scheme, same registrable
 * domain, any port. False unless both are http(s) addresses.
 */
export function isSameSite(a: string, b: string): boolean {
  const first = URL.parse(a);
  const second = URL.parse(b);
  if (!first || !second || !/^https?:$/.test(first.protocol)) return false;
  return first.protocol === second.protocol && siteOf(first.hostname) === siteOf(second.hostname);
}
