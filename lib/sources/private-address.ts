import ipaddr from 'ipaddr.js';

/** Names that no public DNS answers: RFC 6761, 6762, 8375, 9476 ICANN, and what routers make up. */
const PRIVATE_NAME = /(?:^|\.)(?:local|internal|localhost|home\.arpa|lan|home|corp|intranet)$/;

/**
 * Whether an address leads to this computer or a private network: loopback, link-local, the
 * private and shared ranges of IPv4 and IPv6, everything else that is not public unicast, and names that only
 * a private network resolves. The URL parser has already normalised decimal, octal and hex.
 *
 * A public name that resolves to a private address goes undetected: extensions cannot see that.
 * @param address an absolute URL
 */
export function isPrivateAddress(address: string): boolean {
  const url = URL.parse(address);
  if (!url || !/^https?:$/.test(url.protocol)) return false;
  const host = hostOf(url);
  const bare = host.replace(/^\[|\]$/g, '');
  if (ipaddr.isValid(bare)) return !isPublicIp(bare);
  return !host.includes('.') || PRIVATE_NAME.test(host);
}

/** Host without a trailing dot. */
export function hostOf({ hostname }: URL): string {
  return hostname.replace(/\.+$/, '');
}

function isPublicIp(text: string): boolean {
  const parsed = ipaddr.parse(text);
  // IPv4-compatible `::a.b.c.d`: long deprecated, and never a public address.
  if (parsed instanceof ipaddr.IPv6 && parsed.parts.slice(0, 6).every((part) => part === 0)) {
    return false;
  }
  return ipaddr.process(text).range() === 'unicast';
}
