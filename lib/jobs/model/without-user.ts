import type { ImageOrigin } from '@/lib/sources/origin';

/** `https://name:password@host` and the like. A cheap test first: `data:` addresses are megabytes long. */
const HAS_USER = /^(?:screen:)?[a-z][a-z0-9+.-]*:\/*[^/?#\\]*@/i;

/**
 * Removes user name and password from an address. No browser loads an image from an address that has
 * them, so nothing is lost.
 */
export function addressWithoutUser(address: string): string {
  if (!HAS_USER.test(address)) return address;
  const [, before = '', rest = ''] = /^(screen:)?(.*)$/s.exec(address) ?? [];
  const url = URL.parse(rest);
  if (!url) return '';
  url.username = '';
  url.password = '';
  return before + url.href;
}

/** Removes user names and passwords from all addresses of an origin. */
export function originWithoutUser(origin: ImageOrigin): ImageOrigin {
  if (origin.kind !== 'page') return origin;
  const { url, pageUrl, frameUrl, originals } = origin;
  return {
    ...origin,
    url: addressWithoutUser(url),
    pageUrl: addressWithoutUser(pageUrl),
    frameUrl: addressWithoutUser(frameUrl),
    ...(originals && { originals: originals.map(addressWithoutUser) }),
  };
}
