import { readDataUrl } from './data-url';
import { abortable, deadline } from './deadline';
import { SourceError } from './errors';
import { imageOf, request } from './http-image';
import { HttpLadder } from './http-ladder';
import { placeOf, readInPage } from './in-page';
import { LIMITS } from './limits';
import type { ImageOrigin, PageOrigin } from './origin';
import type { Acquired, SourceDeps } from './source-deps';

/**
 * Gets the bytes of the clicked image in the cheapest and most private way that works: `data:` is
 * parsed, `blob:` is read in its page. For `http(s):` the background requests it if access was
 * granted, else only the page does, because our request would name this extension to the host.
 * Only checks that the bytes are not obviously a page.
 * @throws PermissionNeeded if one more site, or its cookies, must be allowed first
 * @throws ConsentNeeded if the person must consent to the service first
 * @throws SourceError; the signal's reason
 */
export async function acquire(
  origin: ImageOrigin,
  deps: SourceDeps,
  signal?: AbortSignal,
): Promise<Acquired> {
  signal?.throwIfAborted();
  if (origin.kind === 'file') return fromInbox(origin.blobKey, deps);
  switch (/^([a-z][a-z\d+.-]*):/i.exec(origin.url)?.[1]?.toLowerCase()) {
    case 'data':
      // lib/jobs/model/bounded-origin.ts cuts the address once the bytes are stored.
      if (origin.url === 'data:') throw new SourceError('source-gone');
      return { bytes: await readDataUrl(origin.url, deps.fetch), via: 'data' };
    case 'stored':
      return fromInbox(origin.blobKey ?? '', deps);
    case 'blob':
      return fromBlobUrl(origin, deps, signal);
    case 'http':
    case 'https':
      return new HttpLadder(origin, deps, signal).climb();
    case 'file':
      return fromDisk(origin, deps, signal);
    case 'capture': {
      const key = origin.url.slice('capture:'.length);
      return readKept('capture', deps, signal, (inner) =>
        deps.readCaptured(placeOf(origin), key, inner),
      );
    }
    case 'screen':
      return readKept('screen', deps, signal, () => deps.readScreen(origin));
    default:
      throw new SourceError('source-unsupported');
  }
}

/**
 * Reads what only the page or the screen has, within the time limit: a page that hangs must not block
 * other jobs.
 */
async function readKept(
  via: 'capture' | 'screen',
  deps: SourceDeps,
  signal: AbortSignal | undefined,
  read: (signal: AbortSignal) => Promise<Blob | undefined>,
): Promise<Acquired> {
  const limit = deadline((deps.limits ?? LIMITS).totalMs, signal);
  try {
    const bytes = await abortable(read(limit.signal), limit.signal);
    if (!bytes) throw new SourceError('source-gone');
    return { bytes, via };
  } catch (cause) {
    if (limit.expired) throw new SourceError('source-timeout', undefined, { cause });
    throw cause;
  } finally {
    limit.stop();
  }
}

async function fromInbox(blobKey: string, deps: SourceDeps): Promise<Acquired> {
  const bytes = await deps.readInbox(blobKey);
  if (!bytes) throw new SourceError('source-gone');
  return { bytes, via: 'inbox' };
}

async function fromBlobUrl(
  origin: PageOrigin,
  deps: SourceDeps,
  signal?: AbortSignal,
): Promise<Acquired> {
  const bytes = await readInPage(origin, { url: origin.url, cookies: false }, deps, signal);
  if (!bytes) throw new SourceError('source-gone');
  return { bytes, via: 'page', url: origin.url };
}

/** Works only if the person allowed the extension to read local files. */
async function fromDisk(
  { url }: PageOrigin,
  deps: SourceDeps,
  signal?: AbortSignal,
): Promise<Acquired> {
  const allowed = await deps.mayAccess('file:///*');
  if (!allowed) throw new SourceError('source-unsupported');
  const total = deadline((deps.limits ?? LIMITS).totalMs, signal);
  try {
    const http = { fetch: deps.fetch, limits: deps.limits ?? LIMITS, total };
    const bytes = imageOf(await request(url, 'omit', http), '');
    return { bytes, via: 'background', url };
  } finally {
    total.stop();
  }
}
