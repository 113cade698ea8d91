import type { PageOrigin } from './origin';
import { hostOf, isPrivateAddress } from './private-address';
import { isSameSite } from './same-site';
import type { SourceDeps } from './source-deps';

/**
 * Whether to send cookies with a request for the image. `ask`: only if the person allows the host for
 * this job. `consent`: only after the person consents to the service.
 */
export type CookiePermission = 'yes' | 'no' | 'ask' | 'consent';

/**
 * Cookies act for the person, so a page must not choose where they go (confused deputy). They go only
 * with an address that the browser itself displays, and only if it has the site of its frame or the
 * person allowed its host for this job. The hosts of the service never get any: the login is for
 * orders.
 * @param url the address of the origin, or its https version
 */
export async function cookiePermission(
  url: string,
  { isShown, frameUrl, allowedHosts = [] }: PageOrigin,
  { isServiceHost, hasConsent }: Pick<SourceDeps, 'isServiceHost' | 'hasConsent'>,
): Promise<CookiePermission> {
  const host = hostOf(new URL(url));
  if (!isShown || isServiceHost(host)) return 'no';
  if (!isSameSite(url, frameUrl) && !allowedHosts.includes(host)) return 'ask';
  return (await hasConsent()) ? 'yes' : 'consent';
}

/**
 * Whether a page names an address of this computer or of a private network without being on that
 * host itself. Reading it would let any web page reach behind the person's router.
 */
export function isBlockedPrivateAddress({
  url,
  frameUrl,
}: Pick<PageOrigin, 'url' | 'frameUrl'>): boolean {
  if (!isPrivateAddress(url)) return false;
  const frame = URL.parse(frameUrl);
  return !frame || hostOf(frame) !== hostOf(new URL(url));
}
