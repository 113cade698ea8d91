import { isServiceHost } from '@/lib/jimeng/model/sites';

/**
 * The match pattern of the host of an address. It names no port, which Firefox does not allow, and covers all.
 * @returns undefined for what is no web page, and for the hosts of the service, where nothing is ever shown
 */
export function sitePatternOf(url: string): string | undefined {
  const { protocol, hostname } = URL.parse(url) ?? {};
  if (!protocol || !hostname || !/^https?:$/.test(protocol)) return undefined;
  // An address can name `*`, which is every host in a pattern.
  if (hostname.includes('*') || isServiceHost(hostname)) return undefined;
  return `${protocol}//${hostname}/*`;
}

/** The host of a pattern, for people. */
export function hostOfPattern(pattern: string): string {
  return pattern.split('/')[2] ?? '';
}
