import { CLUSTERS_OF, type SiteName } from '../wire/clusters';
import { type Call, violate } from './call';
import { refuse } from './envelope';
import { PAGE_HEADERS } from './site-rules';
import type { World } from './world';

/** Paths whose requests the page signs. */
const SIGNED_PATHS = ['/mweb/v1/aigc_draft/generate', '/mweb/v1/get_history_by_ids'] as const;

/** Headers that an order to Jimeng may not have, although a page of Dreamina may send them. */
const ABROAD_ONLY: ReadonlySet<string> = new Set(['store-country-code', 'store-country-code-src']);
/** Headers that a browser adds by itself. */
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
function issueToken(world: World, site: SiteName): string {
  const token = world.hex(48);
  world.pageTokens.set(token, site);
  world.secrets.add(token);
  return token;
}

function isSigned({ url, world, cluster }: Call): boolean {
  const [token, bogus] = cluster.signatures.map((name) => url.searchParams.get(name) ?? '');
  return (
    world.pageTokens.get(token ?? '') === cluster.site &&
    bogus === bogusOf(url.pathname, token ?? '')
  );
}

function bogusOf(path: string, token: string): string {
  return `${path.length}${token.slice(0, 8)}`;
}

/** Whether an order of this site may have this header. */
function isOrderHeader(site: SiteName, name: string): boolean {
  if (BROWSER_HEADERS.has(name) || name.startsWith('sec-')) return true;
  return PAGE_HEADERS.includes(name) && (site === 'dreamina' || !ABROAD_ONLY.has(name));
}

/**
 * Checks the headers and the page's signature of an order. Without a signature Jimeng may answer 1019, and Dreamina
 * always answers -6 (docs/PROTOCOL.md, section 6); that is no violation. An invented signature is one.
 */
export function signatureRefusal(call: Call): Response | undefined {
  const { headers, url, world, cluster } = call;
  const isAbroad = cluster.site === 'dreamina';
  for (const [name] of headers) {
    if (!isOrderHeader(cluster.site, name)) violate(call, `an order has no header ${name}`);
  }
  const refused = () => refuse(call, isAbroad ? '-6' : '1019');
  const hasSignature = cluster.signatures.some((name) => url.searchParams.has(name));
  if (hasSignature && !isSigned(call)) {
    violate(call, 'the signature of the page is invented');
    return refused();
  }
  return (isAbroad || world.options.ordersNeedPage) && !hasSignature ? refused() : undefined;
}

/** A `fetch` that signs as the page of a site does, in a browser that asks the API for leave first. */
export function signingFetch(
  network: typeof globalThis.fetch,
  world: World,
  site: SiteName,
): typeof fetch {
  const token = issueToken(world, site);
  const [{ pageHost, signatures }] = CLUSTERS_OF[site];
  return async (input, init) => {
    const request = new Request(input, init);
    const url = new URL(request.url);
    if (SIGNED_PATHS.some((path) => path === url.pathname)) {
      url.searchParams.set(signatures[0], token);
      url.searchParams.set(signatures[1], bogusOf(url.pathname, token));
    }
    const body = await request.text();
    const { method, headers, signal } = request;
    const isForeign = url.hostname !== pageHost;
    if (isForeign) await preflight(network, url, method, headers);
    const sent = { method, headers, body, credentials: 'include' as const, signal };
    const answer = await network(url, sent);
    if (isForeign && !mayRead(answer, pageHost)) throw new TypeError('Failed to fetch');
    return answer;
  };
}

/** Asks whether the page may send these headers, as a browser does. Rejects like `fetch` if it may not. */
async function preflight(
  network: typeof globalThis.fetch,
  url: URL,
  method: string,
  headers: Headers,
): Promise<void> {
  const names = [...headers.keys()].sort();
  const answer = await network(url, {
    method: 'OPTIONS',
    credentials: 'omit',
    headers: {
      'access-control-request-method': method,
      'access-control-request-headers': names.join(','),
    },
  });
  const allowed = (answer.headers.get('access-control-allow-headers') ?? '').split(',');
  if (!answer.ok || !names.every((name) => allowed.includes(name))) {
    throw new TypeError('Failed to fetch');
  }
}

function mayRead({ headers }: Response, pageHost: string): boolean {
  return (
    headers.get('access-control-allow-origin') === `https://${pageHost}` &&
    headers.get('access-control-allow-credentials') === 'true'
  );
}

/** The script of a site's page that replaces `fetch` and `XMLHttpRequest`, as `SimulatorOptions.page` says. */
export function signingScript(world: World, site: SiteName): string {
  const { page, pageDelayMs } = world.options;
  if (page === 'never') return '';
  const paths =
    page === 'signs-orders' || page === 'other-script' ? [SIGNED_PATHS[0]] : SIGNED_PATHS;
  const given = JSON.stringify({
    page,
    delayMs: pageDelayMs,
    token: issueToken(world, site),
    names: CLUSTERS_OF[site][0].signatures,
    paths: page === 'other-script' ? [] : paths,
  });
  // Some loaders name functions by a helper of their own.
  return `<script>globalThis.__name ??= (named) => named;(${patchPage.toString()})(${given})</script>`;
}

interface Patch {
  page: string;
  delayMs: number;
  token: string;
  names: readonly [string, string];
  paths: readonly string[];
}

/** Runs in the page. */
function patchPage({ page, delayMs, token, names, paths }: Patch): void {
  const scope = globalThis as unknown as {
    location: { href: string };
    fetch: typeof fetch;
    XMLHttpRequest: { prototype: { open: (...args: unknown[]) => void } };
    byted_acrawler?: object;
  };
  const signed = (address: string | URL): string => {
    const url = new URL(address, scope.location.href);
    if (paths.includes(url.pathname)) {
      url.searchParams.set(names[0], token);
      url.searchParams.set(names[1], `${url.pathname.length}${token.slice(0, 8)}`);
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
