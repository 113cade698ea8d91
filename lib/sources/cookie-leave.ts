import type { PageOrigin } from './origin';
import { hostOf, isPrivateAddress } from './private-address';
import { isSameSite } from './same-site';
import type { SourceDeps } from './source-deps';

/**
 * Whether a request for the image may carry cookies: `ask` if the person may still allow the
 * host for this job, `consent` if they have not yet agreed to use the service.
 */
export type CookieLeave = 'yes' | 'no' | 'ask' | 'consent';

/**
 * Cookies carry the person's access rights, and a page must not choose what they are used for. They go only
 * with the address that the browser itself displays, and only if it is of the same site as the
 * frame that shows it, or if the person has allowed its host for this job. The service's own hosts
 * never get any: the login is only for orders.
 * @param url the origin's address, or the same by https
 */
export async function cookieLeave(
  url: string,
  { isShown, frameUrl, allowedHosts = [] }: PageOrigin,
  { isServiceHost, hasConsent }: Pick<SourceDeps, 'isServiceHost' | 'hasConsent'>,
): Promise<CookieLeave> {
  const host = hostOf(new URL(url));
  if (!isShown || isServiceHost(host)) return 'no';
  if (!isSameSite(url, frameUrl) && !allowedHosts.includes(host)) return 'ask';
  return (await hasConsent()) ? 'yes' : 'consent';
}

/**
 * Whether a page names an address of this computer or of a private network without being on that
 * host itself. Reading it would let any web page reach behind the person's router.
 */
export function isOutOfReach({ url, frameUrl }: Pick<PageOrigin, 'url' | 'frameUrl'>): boolean {
  if (!isPrivateAddress(url)) return false;
  const frame = URL.parse(frameUrl);
  return !frame || hostOf(frame) !== hostOf(new URL(url));
}
