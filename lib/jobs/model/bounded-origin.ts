import type { ImageOrigin, PageOrigin } from '@/lib/sources/origin';

/** Characters of all addresses of a row together. A page controls their number and length. */
const MAX_ADDRESSES = 1_000_000;
/** Maximum characters of a page or frame address, and of a title. */
const MAX_PLACE = 8_192;
const MAX_TITLE = 1_024;
/** Maximum characters of a place in a folder or an archive: 17 parts of 120. */
const MAX_PATH = 2_048;

/**
 * The address that replaces a `data:` address once its bytes are in the blob store. Equal input gives
 * an equal address, so a second click is found to be a duplicate.
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
 * The origin, cut to a bounded size: pages read rows by the hundred. Fetching a cut address fails, and
 * the row says so.
 */
export function boundedOrigin(origin: ImageOrigin): ImageOrigin {
  if (origin.kind === 'file') {
    const { name, path, archive } = origin;
    return {
      ...origin,
      name: name.slice(0, MAX_TITLE),
      ...(path && { path: path.slice(-MAX_PATH) }),
      ...(archive && { archive: archive.slice(-MAX_PATH) }),
    };
  }
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

/** The origin without a `data:` address, whose bytes are stored already. */
export function withoutBytes(origin: ImageOrigin): ImageOrigin {
  const isHeavy = origin.kind === 'page' && isDataAddress(origin.url);
  return isHeavy ? { ...origin, url: 'data:' } : origin;
}
