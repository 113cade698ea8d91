import { BrokenAnswer } from '../faults/broken-answer';
import { listedCluster, type SiteName } from '../wire/clusters';
import type { Browser } from './browser';

/** Headers that a page or worker cannot set: the browser drops them silently. */
const FORBIDDEN = ['cookie', 'origin', 'referer', 'host', 'content-length'];

/**
 * A `fetch` on top of `handle` that behaves as in the background of the extension: cookies go along with
 * `credentials: 'include'` only, `Origin` and `Referer` are those of the header rules, and a broken
 * connection rejects as in a browser.
 */
export function createFetch(
  handle: (request: Request) => Promise<Response>,
  { cookieHeader }: Pick<Browser, 'cookieHeader'>,
): typeof fetch {
  // In Node, the signal of a request that was collected never aborts.
  const underWay = new Set<Request>();
  return async (input, init) => {
    const requested = new Request(input, init);
    const { hostname, pathname } = new URL(requested.url);
    const headers = new Headers(requested.headers);
    for (const name of FORBIDDEN) headers.delete(name);
    const cluster = listedCluster(hostname);
    if (cluster) {
      const origin = `https://${cluster.pageHost}`;
      headers.set('origin', origin);
      headers.set('referer', `${origin}/${pageOf(cluster.site, pathname)}`);
    }
    const cookie = requested.credentials === 'include' ? cookieHeader(hostname) : undefined;
    if (cookie !== undefined) headers.set('cookie', cookie);
    const body = requested.body ? await requested.arrayBuffer() : undefined;
    const { signal, method } = requested;
    signal.throwIfAborted();
    const request = new Request(requested.url, { method, headers, ...(body && { body }) });
    underWay.add(requested);
    try {
      return await Promise.race([answer(handle, request), aborted(signal)]);
    } finally {
      underWay.delete(requested);
    }
  };
}

/** Path of the page that a call seems to come from. */
function pageOf(site: SiteName, pathname: string): string {
  if (site === 'dreamina') return 'ai-tool/home';
  return pathname.startsWith('/commerce/') ? 'ai-tool/image/generate' : '';
}

async function answer(
  handle: (request: Request) => Promise<Response>,
  request: Request,
): Promise<Response> {
  try {
    return await handle(request);
  } catch (error) {
    if (!(error instanceof BrokenAnswer)) throw error;
    if (error.how === 'hang') return new Promise(() => {});
    if (error.how === 'reset' || !error.response) throw new TypeError('Failed to fetch');
    return cut(error.response);
  }
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}

async function cut(whole: Response): Promise<Response> {
  const bytes = new Uint8Array(await whole.arrayBuffer());
  let sent = false;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (sent) controller.error(new TypeError('network error'));
      else controller.enqueue(bytes.slice(0, Math.ceil(bytes.length / 2)));
      sent = true;
    },
  });
  return new Response(body, { status: whole.status, headers: whole.headers });
}
