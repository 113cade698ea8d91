import { JimengError } from '../model/errors';
import { COMMERCE, type Site } from '../model/sites';

/** One request that a page of the service sends by POST. */
export interface PageRequest {
  url: string;
  headers: Readonly<Record<string, string>>;
  /** JSON. */
  body: string;
  /** Address of the site's page that makes such calls, for the `Referer`. Default: that of the open page. */
  referrer?: string;
}

/**
 * Sends requests from the service's own open page, whose code adds the signature that the service expects.
 * Nothing is invented here: a page that does not sign is not used (docs/ARCHITECTURE.md, "The page channel").
 */
export interface PageChannel {
  /**
   * Finds or opens a page of the service, and waits until its code signs requests.
   * @param read sends a free, signed read by the `send` it is given; called until the page has signed it
   * @throws JimengError `page-unavailable`, or the risk control refusal of the read
   * @throws DOMException `AbortError`
   */
  ready(read: (send: PageChannel['send']) => Promise<void>, signal?: AbortSignal): Promise<void>;
  /**
   * Sends one request, once, from the page that `ready` found.
   * @param signal once it is aborted, a request that still waits for its turn is not sent
   * @throws JimengError `page-unavailable`: nothing was sent. After any other error it may have been sent
   */
  send(request: PageRequest, signal?: AbortSignal): Promise<Response>;
}

/**
 * Headers of a request from the page of any site, lower case. The service allows these in a request from another origin;
 * any other header would fail its preflight. The browser adds `Origin`, `Referer` and cookies.
 */
const PAGE_HEADERS: ReadonlySet<string> = new Set([
  'accept',
  'content-type',
  'app-sdk-version',
  'appid',
  'appvr',
  'device-time',
  'sign',
  'sign-ver',
  'pf',
  'lan',
  'loc',
  'tdid',
]);

/** A `fetch` that sends through the page. It knows POST with a text body only. */
export function fetchThroughPage(
  send: PageChannel['send'],
  site: Pick<Site, 'origin' | 'page' | 'referers'>,
): typeof globalThis.fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const body = await request.text();
    request.signal.throwIfAborted();
    const headers = [...request.headers].filter(
      ([name]) => PAGE_HEADERS.has(name) || site.page.headers.includes(name),
    );
    const { url } = request;
    // Calls about credits come from a page of their own, which the service may check (docs/PROTOCOL.md, section 7).
    const isForCredits = COMMERCE.test(new URL(url).pathname);
    const referrer = isForCredits && { referrer: site.origin + site.referers.credits };
    const given = { url, headers: Object.fromEntries(headers), body, ...referrer };
    return send(given, request.signal);
  };
}

/**
 * A `send` that makes the page ready if it is not, and then sends once. A request that was refused with
 * `page-unavailable` was not sent.
 *
 * @param probe sends a free, signed read by the `send` it is given
 */
export function sendWhenReady(
  page: PageChannel,
  probe: (send: PageChannel['send'], signal?: AbortSignal) => Promise<void>,
): PageChannel['send'] {
  return async (request, signal) => {
    try {
      return await page.send(request, signal);
    } catch (error) {
      if (!(error instanceof JimengError) || error.code !== 'page-unavailable') throw error;
    }
    await page.ready((send) => probe(send, signal).catch(unlessDenied), signal);
    return page.send(request, signal);
  };
}

/** A cluster that denies the session says nothing about the page. The request itself gets the same answer. */
function unlessDenied(error: unknown): void {
  if (!(error instanceof JimengError) || error.code !== 'signed-out') throw error;
}
