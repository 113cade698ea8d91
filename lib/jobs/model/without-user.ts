import type { ImageOrigin } from '@/lib/sources/origin';

/** `https://name:password@host` and the like; a quick test, because `data:` addresses can be megabytes long. */
const HAS_USER = /^(?:screen:)?[a-z][a-z0-9+.-]*:\/*[^/?#\\]*@/i;

/**
 * An address without user name and password, which are secrets. No browser loads an image from an address
 * that contains them, so nothing is lost.
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

/** The origin of an image with such addresses only. */
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
