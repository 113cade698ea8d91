import ipaddr from 'ipaddr.js';

/** Names without public DNS: RFC 6761, 6762, 8375, ICANN's `.internal`, and names that routers use. */
const PRIVATE_NAME = /(?:^|\.)(?:local|internal|localhost|home\.arpa|lan|home|corp|intranet)$/;

/**
 * Whether an address leads to this computer or a private network: loopback, link-local, private and
 * shared ranges of IPv4 and IPv6, anything else that is not public unicast, and names that only a
 * private network resolves. The URL parser normalises decimal, octal and hex notation.
 *
 * A public name that resolves to a private address goes undetected: no extension can see that.
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

/** Host without the trailing dot of the root. */
export function hostOf({ hostname }: URL): string {
  return hostname.replace(/\.+$/, '');
}

function isPublicIp(text: string): boolean {
  const parsed = ipaddr.parse(text);
  // IPv4-compatible `::a.b.c.d` is deprecated and never public.
  if (parsed instanceof ipaddr.IPv6 && parsed.parts.slice(0, 6).every((part) => part === 0)) {
    return false;
  }
  return ipaddr.process(text).range() === 'unicast';
}
