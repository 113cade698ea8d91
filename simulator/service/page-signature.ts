import { type Call, violate } from './call';
import { refuse } from './envelope';
import type { World } from './world';

/** Paths whose requests the page signs. */
const SIGNED_PATHS = ['/mweb/v1/aigc_draft/generate', '/mweb/v1/get_history_by_ids'] as const;

/** Headers that an order may have, beside those that a browser adds by itself. */
const ORDER_HEADERS: ReadonlySet<string> = new Set([
  ...['accept', 'content-type', 'app-sdk-version', 'appid', 'appvr', 'device-time', 'sign'],
  ...['sign-ver', 'pf', 'lan', 'loc', 'tdid'],
]);
const BROWSER_HEADERS: ReadonlySet<string> = new Set([
  ...[
    'accept-encoding',
    'accept-language',
    'cache-control',
    'connection',
    'content-length',
    'cookie',
  ],
  ...['dnt', 'host', 'origin', 'pragma', 'priority', 'referer', 'te', 'user-agent'],
]);

/** A token for one page. Real tokens come from the site's signing code; only that they exist is checked. */
function issueToken(world: World): string {
  const token = world.hex(48);
  world.pageTokens.add(token);
  world.secrets.add(token);
  return token;
}

function isSigned({ url, world }: Call): boolean {
  const [token, bogus] = ['msToken', 'a_bogus'].map((name) => url.searchParams.get(name));
  if (!token && !bogus) return false;
  return world.pageTokens.has(token ?? '') && bogus === bogusOf(url.pathname, token ?? '');
}

function bogusOf(path: string, token: string): string {
  return `${path.length}${token.slice(0, 8)}`;
}

/**
 * Checks the headers and the page's signature of an order. Without a signature the service may answer 1019
 * (docs/PROTOCOL.md, section 6); that is no violation. An invented signature is one.
 */
export function signatureRefusal(call: Call): Response | undefined {
  const { headers, url, world } = call;
  for (const [name] of headers) {
    const isKnown = ORDER_HEADERS.has(name) || BROWSER_HEADERS.has(name);
    if (!isKnown && !name.startsWith('sec-')) violate(call, `an order has no header ${name}`);
  }
  const hasSignature = ['msToken', 'a_bogus'].some((name) => url.searchParams.has(name));
  if (hasSignature && !isSigned(call)) {
    violate(call, 'the signature of the page is invented');
    return refuse(call, '1019');
  }
  return world.options.ordersNeedPage && !hasSignature ? refuse(call, '1019') : undefined;
}

/** A `fetch` that signs as the page does. */
export function signingFetch(fetch: typeof globalThis.fetch, world: World): typeof fetch {
  const token = issueToken(world);
  return async (input, init) => {
    const request = new Request(input, init);
    const url = new URL(request.url);
    if (SIGNED_PATHS.some((path) => path === url.pathname)) {
      url.searchParams.set('msToken', token);
      url.searchParams.set('a_bogus', bogusOf(url.pathname, token));
    }
    const body = await request.text();
    const { method, headers, signal } = request;
    return fetch(url, { method, headers, body, credentials: 'include', signal });
  };
}

/** The script of the site's page that replaces `fetch` and `XMLHttpRequest`, as `SimulatorOptions.page` says. */
export function signingScript(world: World): string {
  const { page, pageDelayMs } = world.options;
  if (page === 'never') return '';
  const paths =
    page === 'signs-orders' || page === 'other-script' ? [SIGNED_PATHS[0]] : SIGNED_PATHS;
  const given = JSON.stringify({
    page,
    delayMs: pageDelayMs,
    token: issueToken(world),
    paths: page === 'other-script' ? [] : paths,
  });
  // Some loaders name functions by a helper of their own.
  return `<script>globalThis.__name ??= (named) => named;(${patchPage.toString()})(${given})</script>`;
}

interface Patch {
  page: string;
  delayMs: number;
  token: string;
  paths: readonly string[];
}

/** Runs in the page. */
function patchPage({ page, delayMs, token, paths }: Patch): void {
  const scope = globalThis as unknown as {
    location: { href: string };
    fetch: typeof fetch;
    XMLHttpRequest: { prototype: { open: (...args: unknown[]) => void } };
    byted_acrawler?: object;
  };
  const signed = (address: string | URL): string => {
    const url = new URL(address, scope.location.href);
    if (paths.includes(url.pathname)) {
      url.searchParams.set('msToken', token);
      url.searchParams.set('a_bogus', `${url.pathname.length}${token.slice(0, 8)}`);
    }
    return url.href;
  };
  setTimeout(() => {
    const { fetch } = scope;
    const { open } = scope.XMLHttpRequest.prototype;
    scope.fetch = async (input, init) => {
      const address = input instanceof Request ? input.url : input;
      const isOrder = String(address).includes('/generate?');
      const answer = fetch(signed(address), init);
      if (page === 'leaves-later' && isOrder) scope.location.href = 'https://gallery.example/';
      return answer;
    };
    scope.XMLHttpRequest.prototype.open = function (this: unknown, method, address, ...rest) {
      open.call(this, method, signed(String(address)), ...rest);
    };
    if (page === 'signs-orders') scope.byted_acrawler = {};
    if (page === 'leaves') scope.location.href = 'https://gallery.example/';
  }, delayMs);
}
