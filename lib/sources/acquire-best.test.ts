import { afterEach, describe, expect, it, vi } from 'vitest';
import { acquireBest, type BestDeps } from './acquire-best';
import { PermissionNeeded, SourceError } from './errors';
import type { PageOrigin } from './origin';

const SHOWN = 'https://site.test/small.jpg';

/** A size in px: a width alone is a square. `closed`: no access to it. */
type Held = number | [width: number, height: number] | 'closed';

/** A site on which each address holds a picture of a size, or answers with an HTTP error. */
function depsFor(site: Record<string, Held>): BestDeps & { asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    fetch: async (input) => {
      const url = String(input);
      asked.push(url);
      const held = site[url];
      if (held === undefined) return new Response('', { status: 404 });
      const [width, height = width] = [held].flat();
      return new Response(height === width ? `width ${width}` : `width ${width} height ${height}`, {
        headers: { 'content-type': 'image/jpeg' },
      });
    },
    readInPage: async () => undefined,
    drawInPage: async () => undefined,
    hasConsent: async () => true,
    isServiceHost: () => false,
    readCaptured: async () => undefined,
    readScreen: async () => undefined,
    mayAccess: async (pattern) => site[SHOWN] !== 'closed' || !pattern.includes('//site.test/'),
    withReferer: (_url, _referer, run) => run(),
    readInbox: async () => undefined,
    measure: async (bytes) => {
      const [, width, height = width] =
        /^width (\d+)(?: height (\d+))?$/.exec(await bytes.text()) ?? [];
      return width ? { width: Number(width), height: Number(height) } : undefined;
    },
  };
}

const origin = (originals?: string[]): PageOrigin & { isShown: true } => ({
  isShown: true,
  kind: 'page',
  url: SHOWN,
  pageUrl: 'https://page.test/',
  frameUrl: 'https://page.test/',
  pageTitle: '',
  tabId: 1,
  frameId: 0,
  ...(originals && { originals }),
});

async function widthOf(originals: string[] | undefined, site: Record<string, Held>) {
  const { bytes, isLargerOriginal } = await acquireBest(origin(originals), depsFor(site));
  return [await bytes.text(), isLargerOriginal];
}

afterEach(() => vi.useRealTimers());

it('is not waited for long at a host that accepts every guess and answers none', async () => {
  vi.useFakeTimers();
  const deps = depsFor({ [SHOWN]: 300 });
  const hang = (signal?: AbortSignal | null) =>
    new Promise<never>((_, reject) => {
      signal?.addEventListener('abort', () => reject(signal.reason));
    });
  const originals = [1, 2, 3, 4].map((size) => `https://slow.site.test/${size}.jpg`);
  const best = acquireBest(origin(originals), {
    ...deps,
    fetch: (input, init) =>
      String(input) === SHOWN ? deps.fetch(input, init) : hang(init?.signal),
    readInPage: async (_place, { url }, signal) => (url === SHOWN ? undefined : hang(signal)),
  });
  await vi.advanceTimersByTimeAsync(20_000);
  expect(await best).toMatchObject({ isLargerOriginal: false });
});

describe('the best version of an image', () => {
  it('is the shown one when nothing else is known', async () => {
    expect(await widthOf(undefined, { [SHOWN]: 300 })).toEqual(['width 300', false]);
  });

  it('is the first larger one', async () => {
    const site = { [SHOWN]: 300, 'https://site.test/a': 200, 'https://site.test/b': 900 };
    const originals = ['https://site.test/a', 'https://site.test/b'];
    expect(await widthOf(originals, site)).toEqual(['width 900', true]);
  });

  it('is the shown one when the guesses fail or are no larger', async () => {
    const site = {
      [SHOWN]: 300,
      'https://site.test/a': 300,
      'https://site.test/c': 'closed',
    } as const;
    const originals = ['https://site.test/a', 'https://site.test/b', 'https://site.test/c'];
    expect(await widthOf(originals, site)).toEqual(['width 300', false]);
  });

  it('is a readable guess of the expected shape if the shown one cannot be read', async () => {
    const larger = 'https://img.site.test/a';
    const site = { [SHOWN]: 'closed', [larger]: [900, 600] } as const;
    const deps = depsFor(site as unknown as Record<string, Held>);
    const shown = { ...origin([larger]), size: { width: 300, height: 200 } };
    expect(await acquireBest(shown, deps)).toMatchObject({ isLargerOriginal: true });
    const otherShape = { ...shown, size: { width: 200, height: 300 } };
    await expect(acquireBest(otherShape, deps)).rejects.toThrow(PermissionNeeded);
    // Its shape is unknown.
    await expect(acquireBest(origin([larger]), deps)).rejects.toThrow(PermissionNeeded);
  });

  it.each<[string, [number, number], [number, number], boolean]>([
    ['as large a part', [800, 600], [1600, 1200], true],
    ['off by less than 2 %', [800, 600], [1610, 1190], true],
    ['another picture', [800, 600], [300, 3000], false],
    ['square', [800, 600], [1600, 1600], false],
    ['of a tiny one, rounded', [16, 11], [1024, 768], true],
    ['of a tiny one, turned', [16, 12], [768, 1024], false],
  ])('keeps the proportions: %s', async (_, shown, larger, isUsed) => {
    const { isLargerOriginal } = await acquireBest(
      origin(['https://site.test/a']),
      depsFor({ [SHOWN]: shown, 'https://site.test/a': larger }),
    );
    expect(isLargerOriginal).toBe(isUsed);
  });

  it('never has another site, a private address, or an address inside the page', async () => {
    const elsewhere = [
      'https://other.test/a',
      'https://evilsite.test/a',
      'http://127.0.0.1/a',
      'http://router.local/a',
      'data:image/png;base64,AAAA',
      'file:///home/a.png',
    ];
    for (const url of elsewhere) {
      const deps = depsFor({ [SHOWN]: 300, [url]: 900 });
      const pageReads: string[] = [];
      deps.readInPage = async (_place, asked) => {
        pageReads.push(asked.url);
        return undefined;
      };
      expect(await acquireBest(origin([url]), deps)).toMatchObject({ isLargerOriginal: false });
      expect([...deps.asked, ...pageReads]).toEqual([SHOWN]);
    }
  });

  it('is requested without cookies and Referer, even if the shown one may have them', async () => {
    const larger = 'https://site.test/a';
    const asked: string[] = [];
    const deps = depsFor({ [SHOWN]: 300 });
    const shown = {
      ...origin([larger]),
      frameUrl: 'https://site.test/',
      allowedHosts: ['site.test'],
    };
    await acquireBest(shown, {
      ...deps,
      fetch: async (input, init) => {
        asked.push(`${init?.credentials} ${String(input)}`);
        return String(input) === SHOWN
          ? deps.fetch(input, init)
          : new Response('', { status: 403 });
      },
      readInPage: async (_place, { url, cookies }) => {
        asked.push(`page ${cookies} ${url}`);
        return undefined;
      },
      withReferer: (url, _referer, run) => {
        asked.push(`Referer ${url}`);
        return run();
      },
    });
    expect(asked.filter((one) => one.endsWith(larger))).toEqual([
      `omit ${larger}`,
      `page false ${larger}`,
    ]);
  });

  it('asks for permission for the shown image only, never for a guess', async () => {
    const site = { [SHOWN]: 'closed', 'https://other.test/a': 'closed' } as const;
    const failed = acquireBest(
      origin(['https://other.test/a', 'https://site.test/a']),
      depsFor(site),
    );
    await expect(failed).rejects.toThrow(PermissionNeeded);
    await expect(failed).rejects.toMatchObject({ host: 'site.test' });
  });

  it('fails as the shown image fails', async () => {
    await expect(acquireBest(origin(['https://site.test/a']), depsFor({}))).rejects.toThrow(
      SourceError,
    );
  });

  it('is not searched forever', async () => {
    const originals = Array.from({ length: 20 }, (_, index) => `https://site.test/${index}`);
    const deps = depsFor({ [SHOWN]: 300 });
    await acquireBest(origin(originals), deps);
    expect(deps.asked.length).toBeLessThanOrEqual(5);
  });
});
