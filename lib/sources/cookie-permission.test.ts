import { describe, expect, it } from 'vitest';
import { outcome, type Scene, stage, wants } from '@/tests/support/sources/scene';
import { acquire } from './acquire';
import { request } from './http-image';
import { LIMITS } from './limits';

const ALL_SITES = ['https://*', 'http://*'];

/** Every request and page read for a picture whose host wants cookies and a Referer, all sites granted. */
async function asked(scene: Scene): Promise<{ came: string; asked: string[] }> {
  const { origin, deps, trace } = stage({
    granted: ALL_SITES,
    host: wants({ cookies: true, referer: 'never' }, 403),
    ...scene,
  });
  const everywhere = { ...deps, mayAccess: async () => true };
  const came = await outcome(acquire(origin, everywhere));
  return { came, asked: [...trace.requests, ...trace.pageReads] };
}

const SHOWN = [
  'https://victim.test/private.png',
  'https://cdn.page.test/i.png',
  'https://x.service.test/me.png',
  'http://page.test/i.png',
];

describe('no cookies and no Referer go with an address that', () => {
  it.each(SHOWN)('a page only names: %s', async (url) => {
    const { asked: all } = await asked({ url, isNamed: true, allowed: [new URL(url).hostname] });
    expect(all.length).toBeGreaterThan(0);
    expect(all.filter((one) => one.includes('+'))).toEqual([]);
  });
});

describe('no cookies go with an address that', () => {
  const withCookies = (all: string[]) => all.filter((one) => one.includes('+cookies'));

  it.each([
    [
      'is the service’s, also on its own pages',
      { url: 'https://x.service.test/me.png', frameUrl: 'https://x.service.test/' },
      'source-refused',
    ],
    [
      'is the service’s, allowed or not',
      { url: 'https://service.test/me.png', allowed: ['service.test'] },
      'source-refused',
    ],
    [
      'is of another site, with any host permission',
      { url: 'https://victim.test/private.png' },
      'ask cookies https://victim.test/* (victim.test)',
    ],
    [
      'is of another person’s site on a shared domain',
      { url: 'https://me.github.io/i.png', frameUrl: 'https://you.github.io/' },
      'ask cookies https://me.github.io/* (me.github.io)',
    ],
    [
      'is shown before the consent',
      { url: 'https://page.test/i.png', frameUrl: 'https://page.test/', consent: false },
      'consent',
    ],
    [
      'is shown before the consent, allowed or not',
      { url: 'https://victim.test/i.png', allowed: ['victim.test'], consent: false },
      'consent',
    ],
    [
      'is https where the page has no security',
      { url: 'https://page.test/i.png', frameUrl: 'http://page.test/' },
      'ask cookies https://page.test/* (page.test)',
    ],
  ] satisfies [string, Scene, string][])('%s', async (_, scene, expected) => {
    const { came, asked: all } = await asked(scene);
    expect(came).toBe(expected);
    expect(all.length).toBeGreaterThan(0);
    expect(withCookies(all)).toEqual([]);
  });
});

it('cookies go, last of all, where the picture is of the site that shows it', async () => {
  const { asked: all } = await asked({
    url: 'https://page.test/i.png',
    frameUrl: 'https://page.test/',
  });
  const first = all.findIndex((one) => one.includes('+cookies'));
  expect(first).toBeGreaterThan(0);
  // The page itself, which has the same cookies.
  expect(all.at(-1)).toBe('https://page.test/i.png +cookies');
});

describe('a private address', () => {
  it.each([
    'http://127.0.0.1:18902/private.png',
    'http://2130706433/private.png',
    'http://router.local/i.png',
    'http://nas/i.png',
    'http://[::ffff:192.168.0.1]/i.png',
    'https://localhost./i.png',
  ])('%s is not requested for a public page, nor for another private one', async (url) => {
    for (const frameUrl of [
      'https://page.test/',
      'http://192.168.0.7/',
      'about:blank',
      'file:///x.html',
    ]) {
      const { came, asked: all } = await asked({ url, frameUrl, allowed: [new URL(url).hostname] });
      expect(came).toBe('source-private');
      expect(all).toEqual([]);
    }
  });

  it('is read for a page on the same host', async () => {
    const { came } = await asked({
      url: 'http://127.0.0.1:8080/i.png',
      frameUrl: 'http://127.0.0.1:3000/',
      host: () => 'image',
    });
    expect(came).toBe('background http://127.0.0.1:8080/i.png');
  });

  it('that a public one redirects to is dropped', async () => {
    const answered =
      (finalUrl: string): typeof fetch =>
      async () =>
        Object.defineProperty(
          new Response('\x89PNG private', { headers: { 'content-type': 'image/png' } }),
          'url',
          { value: finalUrl },
        );
    const total = { signal: new AbortController().signal, expired: false, stop() {} };
    const come = async (url: string, finalUrl: string) =>
      request(url, 'omit', { fetch: answered(finalUrl), limits: LIMITS, total }).then(
        ({ kind }) => kind,
        ({ code }) => code,
      );
    const led = await come('https://evil.test/r.png', 'http://127.0.0.1:18902/private.png');
    expect(led).toBe('source-private');
    expect(await come('https://evil.test/r.png', 'https://cdn.test/i.png')).toBe('image');
    expect(await come('http://127.0.0.1/a', 'http://127.0.0.1/b')).toBe('image');
  });
});
