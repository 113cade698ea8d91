import { describe, expect, test } from 'vitest';
import {
  BOTH,
  CDN,
  HTTP,
  HTTPS,
  IMAGE,
  outcome,
  REFERER,
  type Scene,
  stage,
  wants,
} from '@/tests/support/sources/scene';
import { acquire } from './acquire';

const ASK = 'ask https://cdn.test/* (cdn.test)';
const ASK_COOKIES = 'ask cookies https://cdn.test/* (cdn.test)';
const ALLOWED = { granted: CDN, allowed: ['cdn.test'] };

describe('the ladder', () => {
  test.each<[string, Scene, string, string[]]>([
    // Nothing granted: the page alone may ask, under its own name.
    ['page reads it: no request of ours', { page: 'image' }, `page ${HTTPS}`, []],
    ['page cannot', {}, ASK, []],
    ['page is gone', { page: 'throws' }, ASK, []],
    ['page hangs', { page: 'hangs' }, ASK, []],
    ['page gets a page', { page: 'html' }, ASK, []],
    ['page got 404', { page: 'source-not-found' }, 'source-not-found', []],
    ['page got 500', { page: 'source-host-error' }, 'source-host-error', []],
    ['page got too much', { page: 'image-too-large' }, 'image-too-large', []],

    // Granted before.
    [
      'granted: anonymous is enough',
      { granted: CDN, page: 'image' },
      `background ${HTTPS}`,
      [HTTPS],
    ],
    [
      'granted: Referer',
      { granted: CDN, host: wants({ referer: REFERER }, 403) },
      `background ${HTTPS}`,
      [HTTPS, `${HTTPS} +${REFERER}`],
    ],
    [
      'granted: cookies of another site are asked for in the row',
      { granted: CDN, host: wants({ cookies: true }, 403) },
      ASK_COOKIES,
      [HTTPS, `${HTTPS} +${REFERER}`],
    ],
    [
      'allowed in the row: cookies',
      { ...ALLOWED, host: wants({ cookies: true }, 403) },
      `background ${HTTPS}`,
      [HTTPS, `${HTTPS} +${REFERER}`, `${HTTPS} +cookies`],
    ],
    [
      'allowed in the row: cookies instead of a login page',
      { ...ALLOWED, host: wants({ cookies: true }, 'html') },
      `background ${HTTPS}`,
      [HTTPS, `${HTTPS} +${REFERER}`, `${HTTPS} +cookies`],
    ],
    [
      'allowed in the row: cookies and Referer',
      { ...ALLOWED, host: wants({ cookies: true, referer: REFERER }, 403) },
      `background ${HTTPS}`,
      [HTTPS, `${HTTPS} +${REFERER}`, `${HTTPS} +cookies`, `${HTTPS} +cookies +${REFERER}`],
    ],
    [
      'allowed in the row: refused whatever we say',
      { ...ALLOWED, host: () => 401 },
      'source-refused',
      [HTTPS, `${HTTPS} +${REFERER}`, `${HTTPS} +cookies`, `${HTTPS} +cookies +${REFERER}`],
    ],
    [
      'allowed in the row: with cookies it redirects, which is not followed',
      { ...ALLOWED, host: ({ cookies }) => (cookies ? 'down' : 403) },
      'source-refused',
      [HTTPS, `${HTTPS} +${REFERER}`, `${HTTPS} +cookies`, `${HTTPS} +cookies +${REFERER}`],
    ],
    [
      'another host was allowed in the row',
      { granted: CDN, allowed: ['other.test'], host: wants({ cookies: true }, 403) },
      ASK_COOKIES,
      [HTTPS, `${HTTPS} +${REFERER}`],
    ],
    [
      'granted: refused, but the page has it',
      { granted: CDN, host: () => 403, page: 'image' },
      `page ${HTTPS}`,
      [HTTPS, `${HTTPS} +${REFERER}`],
    ],
    [
      'granted: a page for ever',
      { granted: CDN, host: () => 'html' },
      ASK_COOKIES,
      [HTTPS, `${HTTPS} +${REFERER}`],
    ],
    ['granted: 404', { granted: CDN, host: () => 404 }, 'source-not-found', [HTTPS]],
    ['granted: 410', { granted: CDN, host: () => 410 }, 'source-not-found', [HTTPS]],
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
      { ...ALLOWED, referrerPolicy: 'no-referrer', host: wants({ referer: REFERER }, 403) },
      'source-refused',
      [HTTPS, `${HTTPS} +cookies`],
    ],
    [
      'granted: frame without address, Referer of the page',
      { granted: CDN, frameUrl: 'about:srcdoc', host: wants({ referer: REFERER }, 403) },
      `background ${HTTPS}`,
      [HTTPS, `${HTTPS} +${REFERER}`],
    ],
    [
      'granted: own site, Referer without fragment',
      {
        granted: CDN,
        frameUrl: 'https://cdn.test/a?b#c',
        host: wants({ referer: 'https://cdn.test/a?b' }, 403),
      },
      `background ${HTTPS}`,
      [HTTPS, `${HTTPS} +https://cdn.test/a?b`],
    ],
    [
      'granted: own site, cookies',
      {
        granted: ['https://img.cdn.test/*'],
        url: 'https://img.cdn.test/i.png',
        frameUrl: 'https://cdn.test/',
        referrerPolicy: 'no-referrer',
        host: wants({ cookies: true }, 403),
      },
      'background https://img.cdn.test/i.png',
      ['https://img.cdn.test/i.png', 'https://img.cdn.test/i.png +cookies'],
    ],

    // http: https first.
    [
      'http: page reads it, by https as it shows it',
      { url: HTTP, page: 'image' },
      `page ${HTTPS}`,
      [],
    ],
    [
      'http: page of http reads it',
      { url: HTTP, page: 'image', frameUrl: 'http://page.test/' },
      `page ${HTTP}`,
      [],
    ],
    ['http: all closed', { url: HTTP }, ASK, []],
    ['http: https granted', { url: HTTP, granted: CDN }, `background ${HTTPS}`, [HTTPS]],
    [
      'http: https granted but down',
      { url: HTTP, granted: CDN, host: () => 'down' },
      'ask http://cdn.test/* (cdn.test)',
      [HTTPS],
    ],
    [
      'http: https granted, 404',
      { url: HTTP, granted: CDN, host: () => 404 },
      'source-not-found',
      [HTTPS],
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
      {
        url: 'http://8.8.8.8/i.png',
        granted: ['http://8.8.8.8/*'],
        allowed: ['8.8.8.8'],
        host: () => 403,
      },
      'source-refused',
      ['http://8.8.8.8/i.png', 'http://8.8.8.8/i.png +cookies'],
    ],
    [
      'http: a port says what it means',
      { url: 'http://cdn.test:8080/i' },
      'ask http://cdn.test/* (cdn.test)',
      [],
    ],
    [
      'http: localhost',
      { url: 'http://localhost/i', frameUrl: 'http://localhost:3000/' },
      'ask http://localhost/* (localhost)',
      [],
    ],
    [
      'http: an address',
      { url: 'http://[::1]/i', frameUrl: 'http://[::1]/' },
      'ask http://[::1]/* ([::1])',
      [],
    ],

    // Addresses.
    ['port', { url: 'https://cdn.test:8443/i' }, 'ask https://cdn.test/* (cdn.test)', []],
    [
      'fragment, user name and password are dropped',
      { url: 'HTTPS://me:pw@cdn.test/i.png#x', granted: CDN },
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
    expect(trace).toEqual({ requests: [], pageReads: [], drawn: [], accessChecks: [] });
  });

  test.each<[string, Scene]>([
    ['while the host keeps us waiting', { granted: CDN, host: () => 'hang' }],
    ['while the bytes trickle', { granted: CDN, host: () => 'stall' }],
    ['while the page reads', { page: 'hangs' }],
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
  const { origin, deps, trace } = stage({ page: 'html', frameUrl: 'https://cdn.test/page.html' });
  const { via, bytes } = await acquire(origin, deps);
  expect(via).toBe('page');
  expect(await bytes.text()).toContain('<!doctype html>');
  expect(trace.requests).toEqual([]);
});

test.each(['capture:kept', 'screen:'])(
  'a page that hangs gives the place of %s back',
  async (url) => {
    const { origin, deps } = stage({});
    const never = () => new Promise<undefined>(() => undefined);
    const hanging = { ...deps, readCaptured: never, readScreen: never };
    await expect(acquire({ ...origin, url }, hanging)).rejects.toMatchObject({
      code: 'source-timeout',
    });
    const reason = new Error('cancelled by the person');
    const cancelled = acquire({ ...origin, url }, hanging, AbortSignal.timeout(5));
    await expect(cancelled).rejects.toMatchObject({ name: 'TimeoutError' });
    await expect(acquire({ ...origin, url }, hanging, AbortSignal.abort(reason))).rejects.toBe(
      reason,
    );
  },
);

describe('an image that its host has deleted and the page still shows', () => {
  const drawn = new Blob([IMAGE], { type: 'image/png' });

  test('is drawn in the page', async () => {
    for (const scene of [
      { page: 'source-not-found' },
      { granted: CDN, host: () => 410 },
    ] as Scene[]) {
      const { origin, deps, trace } = stage({ ...scene, drawn });
      expect(await acquire(origin, deps)).toMatchObject({ via: 'capture', bytes: drawn });
      expect(trace.drawn).toEqual([HTTPS]);
    }
  });

  test('fails as before where it cannot be drawn, and is not drawn where nothing shows it', async () => {
    const tainted = stage({ page: 'source-not-found' });
    expect(await outcome(acquire(tainted.origin, tainted.deps))).toBe('source-not-found');
    const named = stage({ page: 'source-not-found', isNamed: true, drawn });
    expect(await outcome(acquire(named.origin, named.deps))).toBe('source-not-found');
    expect(named.trace.drawn).toEqual([]);
  });
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
