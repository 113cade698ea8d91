import { getDomain } from 'tldts';

/**
 * The registrable domain of a host by the Public Suffix List, private section included: two hosts of
 * `github.io` belong to different people. For an IP address or a name without one, the host.
 */
function siteOf(host: string): string {
  return getDomain(host, { allowPrivateDomains: true }) ?? host;
}

/** The registrable domain of the host of an address, or its host; undefined unless it is an http(s) address. */
export function siteOfAddress(url: string): string | undefined {
  const { protocol, hostname } = URL.parse(url) ?? {};
  return hostname && /^https?:$/.test(protocol ?? '') ? siteOf(hostname) : undefined;
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
