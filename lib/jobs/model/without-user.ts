import type { ImageOrigin } from '@/lib/sources/origin';

/** `https://name:password@host` and the like; asked first, because `data:` addresses are megabytes long. */
const HAS_USER = /^(?:screen:)?[a-z][a-z0-9+.-]*:\/*[^/?#\\]*@/i;

/**
 * An address without name and password, which open a door. No browser fetches an image by an address
 * that has them, so nothing is lost.
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

/** The origin of a picture with such addresses only. */
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
