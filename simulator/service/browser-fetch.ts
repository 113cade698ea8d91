import { BrokenAnswer } from '../faults/broken-answer';
import { isServiceHost, SITE_HOST } from '../wire/endpoints';
import { LIVE_OFF } from './live-options';

/** The cookie jar of the simulated browser: one session, or none. */
export interface Browser {
  /** Signs in with this `sessionid` (default `session-1`); `account` keeps accounts apart. */
  signIn(session?: string, account?: string): void;
  /** Removes the cookie. The session itself stays valid. */
  signOut(): void;
  /** Value of the session cookie. */
  readonly session: string | undefined;
}

/** Headers that a page or worker cannot set: the browser drops them silently. */
const FORBIDDEN = ['cookie', 'origin', 'referer', 'host', 'content-length'];

/**
 * A `fetch` on top of `handle` that behaves as in the background of the extension: cookies go along with
 * `credentials: 'include'` only, `Origin` and `Referer` are those of the header rules, and a broken
 * connection rejects as in a browser.
 */
export function createFetch(
  handle: (request: Request) => Promise<Response>,
  session: () => string | undefined,
  cookieNames = LIVE_OFF.sessionCookies,
): typeof fetch {
  return async (input, init) => {
    const requested = new Request(input, init);
    const { hostname, pathname } = new URL(requested.url);
    const headers = new Headers(requested.headers);
    for (const name of FORBIDDEN) headers.delete(name);
    if (isServiceHost(hostname)) {
      headers.set('origin', `https://${SITE_HOST}`);
      const page = pathname.startsWith('/commerce/') ? 'ai-tool/image/generate' : '';
      headers.set('referer', `https://${SITE_HOST}/${page}`);
    }
    const login = session();
    if (requested.credentials === 'include') {
      if (hostname.endsWith('.jianying.com')) {
        if (login !== undefined) {
          headers.set('cookie', cookieNames.map((name) => `${name}=${login}`).join('; '));
        }
      } else if (isServiceHost(hostname)) {
        // In a real browser other hosts of the service have cookies, too, which must not be sent.
        headers.set('cookie', 'ttwid=simulated');
      }
    }
    const body = requested.body ? await requested.arrayBuffer() : undefined;
    const { signal, method } = requested;
    signal.throwIfAborted();
    const request = new Request(requested.url, { method, headers, ...(body && { body }) });
    return Promise.race([answer(handle, request), aborted(signal)]);
  };
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
