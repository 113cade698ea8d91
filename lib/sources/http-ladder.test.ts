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

describe('the http ladder', () => {
  test.each<[string, Scene, string, string[]]>([
    // Nothing granted: only the page may request it.
    ['page reads it: no request from the background', { page: 'image' }, `page ${HTTPS}`, []],
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
      'granted: cookies of another site need permission in the row',
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
      'allowed in the row: refused with everything',
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
      'granted: always a page',
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
      'granted: too many bytes by Content-Length',
      { granted: CDN, host: () => 'declared-huge' },
      'image-too-large',
      [HTTPS],
    ],
    [
      'granted: no Referer under no-referrer',
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
      'http: both granted, https down, http 404: an answer beats none',
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
      'http: a port keeps the scheme',
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

test('the page is not read if the background got the image', async () => {
  const { origin, deps, trace } = stage({ granted: CDN, page: 'image' });
  await acquire(origin, deps);
  expect(trace.pageReads).toEqual([]);
});

test('a failure names the host', async () => {
  const { origin, deps } = stage({ granted: CDN, host: () => 404 });
  await expect(acquire(origin, deps)).rejects.toMatchObject({ host: 'cdn.test' });
});

test("a page from the image's own host is final: more access would not change it", async () => {
  const { origin, deps, trace } = stage({ page: 'html', frameUrl: 'https://cdn.test/page.html' });
  const { via, bytes } = await acquire(origin, deps);
  expect(via).toBe('page');
  expect(await bytes.text()).toContain('<!doctype html>');
  expect(trace.requests).toEqual([]);
});

describe('an image that its address no longer gives and the page still shows', () => {
  const drawn = new Blob([IMAGE], { type: 'image/png' });

  test('is drawn in the page', async () => {
    for (const scene of [
      { page: 'source-not-found' },
      { granted: CDN, host: () => 410 },
      { granted: CDN, host: () => 503 },
      { granted: CDN, host: () => 'down' },
      { granted: CDN, host: () => 'hang' },
      { granted: CDN, host: () => 'empty' },
      { page: 'empty' },
      // Nothing more can be asked for.
      { ...ALLOWED, host: () => 403 },
      { ...ALLOWED, host: () => 'html' },
    ] as Scene[]) {
      const { origin, deps, trace } = stage({ ...scene, drawn });
      expect(await acquire(origin, deps)).toMatchObject({ via: 'capture', bytes: drawn });
      expect(trace.drawn).toEqual([HTTPS]);
    }
  });

  test('is read in the page, which may have it in its cache, if the host sends nothing', async () => {
    const { origin, deps, trace } = stage({
      granted: CDN,
      host: () => 'empty',
      page: 'image',
      drawn,
    });
    expect(await outcome(acquire(origin, deps))).toBe(`page ${HTTPS}`);
    expect(trace.drawn).toEqual([]);
  });

  test('is empty, which the job then says, if nothing else shows it', async () => {
    const { origin, deps } = stage({ granted: CDN, host: () => 'empty' });
    expect((await acquire(origin, deps)).bytes.size).toBe(0);
  });

  test('is not drawn while a permission could get the real bytes', async () => {
    for (const scene of [{}, { granted: CDN, host: () => 403 }] as Scene[]) {
      const { origin, deps, trace } = stage({ ...scene, drawn });
      expect(await outcome(acquire(origin, deps))).toMatch(/^ask /);
      expect(trace.drawn).toEqual([]);
    }
  });

  test('fails if it cannot be drawn, and is not drawn if nothing shows it', async () => {
    const tainted = stage({ page: 'source-not-found' });
    expect(await outcome(acquire(tainted.origin, tainted.deps))).toBe('source-not-found');
    const named = stage({ page: 'source-not-found', isNamed: true, drawn });
    expect(await outcome(acquire(named.origin, named.deps))).toBe('source-not-found');
    expect(named.trace.drawn).toEqual([]);
  });
});
