import { describe, expect, test } from 'vitest';
import { type Acquired, acquire, type SourceDeps } from './acquire';
import { PermissionNeeded, SourceError, type SourceErrorCode } from './errors';
import type { PageOrigin } from './origin';

const IMAGE = '\x89PNG picture';
const HTTPS = 'https://cdn.test/i.png';
const HTTP = 'http://cdn.test/i.png';

/** How the host of the image behaves towards one request. */
type Host = number | 'image' | 'html' | 'down' | 'hang' | 'stall' | 'huge' | 'declared-huge';
type PageResult = 'image' | 'html' | 'unreadable' | 'throws' | 'hangs' | SourceErrorCode;

interface Scene {
  url?: string;
  frameUrl?: string;
  referrerPolicy?: string;
  pageUrl?: string;
  /** Patterns with access. */
  granted?: string[];
  page?: PageResult;
  /** Hosts that send CORS headers, by the start of the address. Without access only these answer. */
  cors?: string[];
  /** What the host does, by the start of the address and what the request carries. */
  host?: (request: { url: string; cookies: boolean; referer?: string }) => Host;
  inbox?: Blob;
  screen?: Blob;
}

interface Trace {
  requests: string[];
  pageReads: string[];
  accessChecks: string[];
}

function stage(scene: Scene): { origin: PageOrigin; deps: SourceDeps; trace: Trace } {
  const trace: Trace = { requests: [], pageReads: [], accessChecks: [] };
  let referer: string | undefined;
  const granted = scene.granted ?? [];
  const deps: SourceDeps = {
    limits: { headersMs: 100, totalMs: 300, maxBytes: 1000 },
    fetch: async (input, init) => {
      const url = String(input);
      if (/^data:/i.test(url)) return fetch(url);
      const cookies = init?.credentials === 'include';
      trace.requests.push(`${url}${cookies ? ' +cookies' : ''}${referer ? ` +${referer}` : ''}`);
      expect(init?.referrerPolicy).toBe('no-referrer');
      const open =
        granted.some((pattern) => url.startsWith(pattern.replace(/\*$/, ''))) ||
        scene.cors?.some((start) => url.startsWith(start));
      const request = referer === undefined ? { url, cookies } : { url, cookies, referer };
      return answer(open ? (scene.host?.(request) ?? 'image') : 'down', init?.signal);
    },
    readInPage: async (place, url) => {
      expect(place).toEqual({ tabId: 7, frameId: 3 });
      trace.pageReads.push(url);
      switch (scene.page ?? 'unreadable') {
        case 'image':
          return new Blob([IMAGE], { type: 'image/png' });
        case 'html':
          return new Blob(['<!doctype html>'], { type: 'text/html' });
        case 'unreadable':
          return undefined;
        case 'throws':
          throw new Error('No tab with id');
        case 'hangs':
          return new Promise(() => undefined);
        default:
          throw new SourceError(scene.page as SourceErrorCode, 'page.test');
      }
    },
    readCaptured: async (_place, key) => (key === 'kept' ? new Blob([IMAGE]) : undefined),
    readScreen: async () => scene.screen,
    mayAccess: async (pattern) => {
      trace.accessChecks.push(pattern);
      return granted.includes(pattern);
    },
    withReferer: async (url, value, run) => {
      expect(url).toMatch(/^https?:/);
      referer = value;
      try {
        return await run();
      } finally {
        referer = undefined;
      }
    },
    readInbox: async () => scene.inbox,
  };
  const origin: PageOrigin = {
    kind: 'page',
    url: scene.url ?? HTTPS,
    pageUrl: scene.pageUrl ?? 'https://page.test/article#top',
    pageTitle: 'Article',
    tabId: 7,
    frameId: 3,
    frameUrl: scene.frameUrl ?? 'https://page.test/frame?x=1#y',
    ...(scene.referrerPolicy && { referrerPolicy: scene.referrerPolicy }),
  };
  return { origin, deps, trace };
}

async function answer(host: Host, signal?: AbortSignal | null): Promise<Response> {
  const body = (start: (controller: ReadableStreamDefaultController) => void) =>
    new Response(
      new ReadableStream({
        start(controller) {
          start(controller);
          signal?.addEventListener('abort', () => controller.error(signal.reason));
        },
      }),
      { headers: { 'content-type': 'image/png' } },
    );
  switch (host) {
    case 'image':
      return new Response(IMAGE, { headers: { 'content-type': 'image/png' } });
    case 'html':
      return new Response('<html>Sign in</html>', { headers: { 'content-type': 'text/html' } });
    case 'down':
      throw new TypeError('Failed to fetch');
    case 'hang':
      return new Promise((_, reject) => {
        signal?.addEventListener('abort', () => reject(signal.reason));
      });
    case 'stall':
      return body((controller) => controller.enqueue(new Uint8Array(10)));
    case 'huge':
      return body((controller) => {
        controller.enqueue(new Uint8Array(600));
        controller.enqueue(new Uint8Array(600));
      });
    case 'declared-huge':
      return new Response(IMAGE, { headers: { 'content-length': '1001' } });
    default:
      return new Response('<html></html>', { status: host });
  }
}

/** `via url`, an error code, or the pattern to ask for. */
async function outcome(run: Promise<Acquired>): Promise<string> {
  try {
    const { via, url } = await run;
    return url === undefined ? via : `${via} ${url}`;
  } catch (error) {
    if (error instanceof PermissionNeeded) return `ask ${error.pattern} (${error.host})`;
    if (error instanceof SourceError) return error.code;
    throw error;
  }
}

const CDN = ['https://cdn.test/*'];
const BOTH = ['https://cdn.test/*', 'http://cdn.test/*'];
const REFERER = 'https://page.test/';

/** Wants cookies, and/or the Referer of the page. */
const wants =
  (need: { cookies?: boolean; referer?: string }, otherwise: Host): NonNullable<Scene['host']> =>
  ({ cookies, referer }) =>
    (!need.cookies || cookies) && (!need.referer || referer === need.referer) ? 'image' : otherwise;

describe('the ladder', () => {
  test.each<[string, Scene, string, string[]]>([
    // Nothing granted.
    ['page reads it: no request of ours', { page: 'image' }, `page ${HTTPS}`, []],
    ['page cannot, host is open', { cors: [HTTPS] }, `background ${HTTPS}`, [HTTPS]],
    ['page cannot, host is closed', {}, 'ask https://cdn.test/* (cdn.test)', [HTTPS]],
    [
      'page is gone, host is closed',
      { page: 'throws' },
      'ask https://cdn.test/* (cdn.test)',
      [HTTPS],
    ],
    ['page hangs, host is open', { page: 'hangs', cors: [HTTPS] }, `background ${HTTPS}`, [HTTPS]],
    [
      'page gets a page, host is open',
      { page: 'html', cors: [HTTPS] },
      `background ${HTTPS}`,
      [HTTPS],
    ],
    ['open host: 404', { cors: [HTTPS], host: () => 404 }, 'source-not-found', [HTTPS]],
    ['open host: 410', { cors: [HTTPS], host: () => 410 }, 'source-not-found', [HTTPS]],
    ['open host: 500', { cors: [HTTPS], host: () => 500 }, 'source-host-error', [HTTPS]],
    ['open host: 451', { cors: [HTTPS], host: () => 451 }, 'source-refused', [HTTPS]],
    [
      'open host: 403 may want more',
      { cors: [HTTPS], host: () => 403 },
      'ask https://cdn.test/* (cdn.test)',
      [HTTPS],
    ],
    [
      'open host: login page',
      { cors: [HTTPS], host: () => 'html' },
      'ask https://cdn.test/* (cdn.test)',
      [HTTPS],
    ],
    ['open host hangs', { cors: [HTTPS], host: () => 'hang' }, 'source-timeout', [HTTPS]],
    ['page got 404, host is closed', { page: 'source-not-found' }, 'source-not-found', [HTTPS]],
    ['page got 500, host is closed', { page: 'source-host-error' }, 'source-host-error', [HTTPS]],
    [
      'page got 404, host is open',
      { page: 'source-not-found', cors: [HTTPS] },
      `background ${HTTPS}`,
      [HTTPS],
    ],

    // Granted before.
    [
      'granted: anonymous is enough',
      { granted: CDN, page: 'image' },
      `background ${HTTPS}`,
      [HTTPS],
    ],
    [
      'granted: cookies',
      { granted: CDN, host: wants({ cookies: true }, 403) },
      `background ${HTTPS}`,
      [HTTPS, `${HTTPS} +cookies`],
    ],
    [
      'granted: cookies instead of a login page',
      { granted: CDN, host: wants({ cookies: true }, 'html') },
      `background ${HTTPS}`,
      [HTTPS, `${HTTPS} +cookies`],
    ],
    [
      'granted: Referer',
      { granted: CDN, host: wants({ referer: REFERER }, 403) },
      `background ${HTTPS}`,
      [HTTPS, `${HTTPS} +cookies`, `${HTTPS} +cookies +${REFERER}`],
    ],
    [
      'granted: refused whatever we say',
      { granted: CDN, host: () => 401 },
      'source-refused',
      [HTTPS, `${HTTPS} +cookies`, `${HTTPS} +cookies +${REFERER}`],
    ],
    [
      'granted: refused, but the page has it',
      { granted: CDN, host: () => 403, page: 'image' },
      `page ${HTTPS}`,
      [HTTPS, `${HTTPS} +cookies`, `${HTTPS} +cookies +${REFERER}`],
    ],
    [
      'granted: a page for ever',
      { granted: CDN, host: () => 'html' },
      'source-refused',
      [HTTPS, `${HTTPS} +cookies`, `${HTTPS} +cookies +${REFERER}`],
    ],
    ['granted: 404', { granted: CDN, host: () => 404 }, 'source-not-found', [HTTPS]],
    [
      'granted: 404, but the page has it',
      { granted: CDN, host: () => 404, page: 'image' },
      `page ${HTTPS}`,
      [HTTPS],
    ],
    ['granted: 451', { granted: CDN, host: () => 451 }, 'source-refused', [HTTPS]],
    ['granted: 503', { granted: CDN, host: () => 503 }, 'source-host-error', [HTTPS]],
    ['granted: 504', { granted: CDN, host: () => 504 }, 'source-timeout', [HTTPS]],
    ['granted: down', { granted: CDN, host: () => 'down' }, 'source-unreachable', [HTTPS]],
    [
      'granted: no headers in time',
      { granted: CDN, host: () => 'hang' },
      'source-timeout',
      [HTTPS],
    ],
    ['granted: no end in time', { granted: CDN, host: () => 'stall' }, 'source-timeout', [HTTPS]],
    ['granted: too many bytes', { granted: CDN, host: () => 'huge' }, 'image-too-large', [HTTPS]],
    [
      'granted: too many bytes, said before',
      { granted: CDN, host: () => 'declared-huge' },
      'image-too-large',
      [HTTPS],
    ],
    [
      'granted: no Referer where the page wants none',
      { granted: CDN, referrerPolicy: 'no-referrer', host: wants({ referer: REFERER }, 403) },
      'source-refused',
      [HTTPS, `${HTTPS} +cookies`],
    ],
    [
      'granted: frame without address, Referer of the page',
      { granted: CDN, frameUrl: 'about:srcdoc', host: wants({ referer: REFERER }, 403) },
      `background ${HTTPS}`,
      [HTTPS, `${HTTPS} +cookies`, `${HTTPS} +cookies +${REFERER}`],
    ],
    [
      'granted: own site, Referer without fragment',
      {
        granted: CDN,
        frameUrl: 'https://cdn.test/a?b#c',
        host: wants({ referer: 'https://cdn.test/a?b' }, 403),
      },
      `background ${HTTPS}`,
      [HTTPS, `${HTTPS} +cookies`, `${HTTPS} +cookies +https://cdn.test/a?b`],
    ],

    // http: https first.
    ['http: page reads it', { url: HTTP, page: 'image' }, `page ${HTTP}`, []],
    ['http: https is open', { url: HTTP, cors: [HTTPS] }, `background ${HTTPS}`, [HTTPS]],
    ['http: only http is open', { url: HTTP, cors: [HTTP] }, `background ${HTTP}`, [HTTPS, HTTP]],
    ['http: all closed', { url: HTTP }, 'ask https://cdn.test/* (cdn.test)', [HTTPS, HTTP]],
    ['http: https granted', { url: HTTP, granted: CDN }, `background ${HTTPS}`, [HTTPS]],
    [
      'http: https granted but down',
      { url: HTTP, granted: CDN, host: () => 'down' },
      'ask http://cdn.test/* (cdn.test)',
      [HTTPS, HTTP],
    ],
    [
      'http: https granted, 404',
      { url: HTTP, granted: CDN, host: () => 404 },
      'source-not-found',
      [HTTPS, HTTP],
    ],
    [
      'http: both granted, https down',
      { url: HTTP, granted: BOTH, host: ({ url }) => (url === HTTPS ? 'down' : 'image') },
      `background ${HTTP}`,
      [HTTPS, HTTP],
    ],
    [
      'http: both granted, https down, http 404: the answer counts',
      { url: HTTP, granted: BOTH, host: ({ url }) => (url === HTTPS ? 'down' : 404) },
      'source-not-found',
      [HTTPS, HTTP],
    ],
    [
      'http: no Referer from https to http',
      { url: 'http://127.0.0.1/i.png', granted: ['http://127.0.0.1/*'], host: () => 403 },
      'source-refused',
      ['http://127.0.0.1/i.png', 'http://127.0.0.1/i.png +cookies'],
    ],
    [
      'http: a port says what it means',
      { url: 'http://cdn.test:8080/i' },
      'ask http://cdn.test/* (cdn.test)',
      ['http://cdn.test:8080/i'],
    ],
    [
      'http: localhost',
      { url: 'http://localhost/i' },
      'ask http://localhost/* (localhost)',
      ['http://localhost/i'],
    ],
    [
      'http: an address',
      { url: 'http://[::1]/i' },
      'ask http://[::1]/* ([::1])',
      ['http://[::1]/i'],
    ],

    // Addresses.
    [
      'port',
      { url: 'https://cdn.test:8443/i' },
      'ask https://cdn.test/* (cdn.test)',
      ['https://cdn.test:8443/i'],
    ],
    [
      'fragment, user name and password are dropped',
      { url: 'HTTPS://me:pw@cdn.test/i.png#x', cors: [HTTPS] },
      `background ${HTTPS}`,
      [HTTPS],
    ],
    ['malformed', { url: 'https://' }, 'source-malformed', []],
    ['data:', { url: 'data:image/png;base64,aGVsbG8=' }, 'data', []],
    ['data: malformed', { url: 'data:image/png;base64' }, 'source-malformed', []],
    [
      'blob: readable',
      { url: 'blob:https://page.test/1', page: 'image' },
      'page blob:https://page.test/1',
      [],
    ],
    ['blob: gone', { url: 'blob:https://page.test/1' }, 'source-gone', []],
    ['blob: tab closed', { url: 'blob:https://page.test/1', page: 'throws' }, 'source-gone', []],
    ['chrome:', { url: 'chrome://favicon/x' }, 'source-unsupported', []],
    ['nothing', { url: '' }, 'source-unsupported', []],
    ['javascript:', { url: 'javascript:alert(1)' }, 'source-unsupported', []],
    ['file: without leave', { url: 'file:///i.png' }, 'source-unsupported', []],
    [
      'file: with leave',
      { url: 'file:///i.png', granted: ['file:///*'] },
      'background file:///i.png',
      ['file:///i.png'],
    ],
    [
      'file: missing',
      { url: 'file:///i.png', granted: ['file:///*'], host: () => 'down' },
      'source-unreachable',
      ['file:///i.png'],
    ],
  ])('%s', async (_, scene, expected, requests) => {
    const { origin, deps, trace } = stage(scene);
    expect(await outcome(acquire(origin, deps))).toBe(expected);
    expect(trace.requests).toEqual(requests);
  });
});

test('hands over the bytes and their type', async () => {
  const { origin, deps } = stage({ granted: CDN });
  const { bytes } = await acquire(origin, deps);
  expect(bytes.type).toBe('image/png');
  expect(await bytes.text()).toBe(IMAGE);
});

test('the page is not asked where the background had it at once', async () => {
  const { origin, deps, trace } = stage({ granted: CDN, page: 'image' });
  await acquire(origin, deps);
  expect(trace.pageReads).toEqual([]);
});

test('a failure names the host', async () => {
  const { origin, deps } = stage({ granted: CDN, host: () => 404 });
  await expect(acquire(origin, deps)).rejects.toMatchObject({ host: 'cdn.test' });
});

test('a file comes from the inbox', async () => {
  const inbox = new Blob(['x']);
  const file = { kind: 'file', blobKey: 'k', name: 'x.png' } as const;
  expect(await acquire(file, stage({ inbox }).deps)).toEqual({ bytes: inbox, via: 'inbox' });
  await expect(acquire(file, stage({}).deps)).rejects.toMatchObject({ code: 'source-gone' });
});

describe('giving up', () => {
  const reason = new Error('cancelled by the person');

  test('before the start asks nobody', async () => {
    const { origin, deps, trace } = stage({ page: 'image' });
    await expect(acquire(origin, deps, AbortSignal.abort(reason))).rejects.toBe(reason);
    expect(trace).toEqual({ requests: [], pageReads: [], accessChecks: [] });
  });

  test.each<[string, Scene]>([
    ['while the host keeps us waiting', { granted: CDN, host: () => 'hang' }],
    ['while the bytes trickle', { granted: CDN, host: () => 'stall' }],
    ['while the page reads', { page: 'hangs', cors: [HTTPS] }],
    ['while a blob: is read', { url: 'blob:https://page.test/1', page: 'hangs' }],
  ])('%s', async (_, scene) => {
    const { origin, deps, trace } = stage(scene);
    const controller = new AbortController();
    setTimeout(() => controller.abort(reason), 5);
    await expect(acquire(origin, deps, controller.signal)).rejects.toBe(reason);
    expect(trace.requests.length).toBeLessThan(2);
  });
});

test("a page from the image's own host is the last word: more access would not change it", async () => {
  const { origin, deps, trace } = stage({ page: 'html' });
  const own = { ...origin, frameUrl: 'https://cdn.test/page.html' };
  const { via, bytes } = await acquire(own, deps);
  expect(via).toBe('page');
  expect(await bytes.text()).toContain('<!doctype html>');
  expect(trace.requests).toEqual([]);
});

test('pixels the finder keeps are read from the frame; once gone they are gone', async () => {
  const { origin, deps } = stage({});
  expect(await acquire({ ...origin, url: 'capture:kept' }, deps)).toMatchObject({ via: 'capture' });
  const gone = acquire({ ...origin, url: 'capture:other' }, deps);
  await expect(gone).rejects.toMatchObject({ code: 'source-gone' });
});

test('what only the screen shows is taken from there', async () => {
  const seen = stage({ screen: new Blob([IMAGE]) });
  const onScreen = { ...seen.origin, url: 'screen:https://cdn.test/i.png' };
  expect(await acquire(onScreen, seen.deps)).toMatchObject({ via: 'screen' });
  expect(seen.trace.requests).toEqual([]);
  const hidden = stage({});
  await expect(acquire({ ...hidden.origin, url: 'screen:' }, hidden.deps)).rejects.toMatchObject({
    code: 'source-gone',
  });
});
