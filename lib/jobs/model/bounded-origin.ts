import type { ImageOrigin, PageOrigin } from '@/lib/sources/origin';

/** Characters of a row's addresses together: a page can name as many and as long ones as it likes. */
const MAX_ADDRESSES = 1_000_000;
/** Characters of the address of a page or frame, and of a title. */
const MAX_PLACE = 8_192;
const MAX_TITLE = 1_024;

/**
 * The address that stands for a `data:` address whose bytes are in the blob store: the same for the
 * same one, so that a second click on it is known.
 */
export async function storedAddress(dataAddress: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(dataAddress));
  const hex = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0'));
  return `stored:${hex.join('')}`;
}

export function isDataAddress(url: string): boolean {
  return /^data:/i.test(url);
}

/**
 * The origin with everything cut that would make a large row of it: rows are read by the hundred.
 * An address that is cut leads nowhere, and its row says so.
 */
export function boundedOrigin(origin: ImageOrigin): ImageOrigin {
  if (origin.kind === 'file') return origin;
  const { url, originals = [], pageUrl, frameUrl, pageTitle } = origin;
  const bounded: PageOrigin = {
    ...origin,
    url: url.slice(0, MAX_ADDRESSES),
    pageUrl: pageUrl.slice(0, MAX_PLACE),
    frameUrl: frameUrl.slice(0, MAX_PLACE),
    pageTitle: pageTitle.slice(0, MAX_TITLE),
  };
  let left = MAX_ADDRESSES - bounded.url.length;
  const kept = originals.filter((address) => {
    if (isDataAddress(address) || address.length > left) return false;
    left -= address.length;
    return true;
  });
  return { ...bounded, ...(origin.originals && { originals: kept }) };
}

/** The origin once its bytes are stored: `data:` holds them a second time. */
export function withoutBytes(origin: ImageOrigin): ImageOrigin {
  const isHeavy = origin.kind === 'page' && isDataAddress(origin.url);
  return isHeavy ? { ...origin, url: 'data:' } : origin;
}
