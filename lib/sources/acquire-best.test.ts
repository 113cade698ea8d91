import { afterEach, describe, expect, it, vi } from 'vitest';
import { acquireBest, type BestDeps } from './acquire-best';
import { PermissionNeeded, SourceError } from './errors';
import type { PageOrigin } from './origin';

const SHOWN = 'https://site.test/small.jpg';

/** A site on which each address holds a picture of a width, or answers with an HTTP error. */
function depsFor(site: Record<string, number | 'closed'>): BestDeps & { asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    fetch: async (input) => {
      const url = String(input);
      asked.push(url);
      const held = site[url];
      if (held === undefined) return new Response('', { status: 404 });
      if (held === 'closed') throw new TypeError('Failed to fetch');
      return new Response(`width ${held}`, { headers: { 'content-type': 'image/jpeg' } });
    },
    readInPage: async () => undefined,
    readCaptured: async () => undefined,
    readScreen: async () => undefined,
    mayAccess: async () => false,
    withReferer: (_url, _referer, run) => run(),
    readInbox: async () => undefined,
    measure: async (bytes) => {
      const [, width] = /^width (\d+)$/.exec(await bytes.text()) ?? [];
      return width ? { width: Number(width), height: Number(width) } : undefined;
    },
  };
}

const origin = (originals?: string[]): PageOrigin => ({
  kind: 'page',
  url: SHOWN,
  pageUrl: 'https://page.test/',
  frameUrl: 'https://page.test/',
  pageTitle: '',
  tabId: 1,
  frameId: 0,
  ...(originals && { originals }),
});

async function widthOf(originals: string[] | undefined, site: Record<string, number | 'closed'>) {
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
  const originals = [1, 2, 3, 4].map((size) => `https://slow.test/${size}.jpg`);
  const best = acquireBest(origin(originals), {
    ...deps,
    fetch: (input, init) =>
      String(input) === SHOWN ? deps.fetch(input, init) : hang(init?.signal),
    readInPage: async (_place, url, signal) => (url === SHOWN ? undefined : hang(signal)),
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

  it('is a readable guess when the shown one cannot be read', async () => {
    const site = { [SHOWN]: 'closed', 'https://site.test/a': 900 } as const;
    expect(await widthOf(['https://site.test/a'], site)).toEqual(['width 900', true]);
  });

  it('asks for permission for the shown image only, never for a guess', async () => {
    const site = { [SHOWN]: 'closed', 'https://other.test/a': 'closed' } as const;
    const failed = acquireBest(origin(['https://other.test/a']), depsFor(site));
    await expect(failed).rejects.toThrow(PermissionNeeded);
    await expect(failed).rejects.toMatchObject({ host: 'site.test' });
  });

  it('fails as the shown image fails', async () => {
    await expect(acquireBest(origin(['https://site.test/a']), depsFor({}))).rejects.toThrow(
      SourceError,
    );
  });

  it('is not searched for ever', async () => {
    const originals = Array.from({ length: 20 }, (_, index) => `https://site.test/${index}`);
    const deps = depsFor({ [SHOWN]: 300 });
    await acquireBest(origin(originals), deps);
    expect(deps.asked.length).toBeLessThanOrEqual(5);
  });
});
