import { afterEach, describe, expect, it, vi } from 'vitest';
import { acquireBest, type BestDeps } from './acquire-best';
import { PermissionNeeded, SourceError } from './errors';
import type { PageOrigin } from './origin';

const SHOWN = 'https://site.test/small.jpg';

/** A size in px: a width alone is a square; a name is that of another picture. `closed`: no access to it. */
type Held = number | [width: number, height: number, other?: string] | 'closed';

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
      const [width, height = width, other] = [held].flat();
      const size = height === width ? `width ${width}` : `width ${width} height ${height}`;
      return new Response(other ? `${size} of ${other}` : size, {
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
    measure: sizeIn,
    measureStart: sizeIn,
    isSamePicture: async (shown, larger) =>
      ofWhat(await shown.bytes.text()) === ofWhat(await larger.bytes.text()),
    searchMs: async () => 2_000,
  };
}

async function sizeIn(bytes: Blob) {
  const [, width, height = width] = /^width (\d+)(?: height (\d+))?/.exec(await bytes.text()) ?? [];
  return width ? { width: Number(width), height: Number(height) } : undefined;
}

function ofWhat(text: string): string | undefined {
  return / of (\w+)/.exec(text)?.[1];
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
  const { bytes, larger } = await acquireBest(origin(originals), depsFor(site));
  return [await bytes.text(), larger !== undefined];
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
  await vi.advanceTimersByTimeAsync(2_000);
  expect(await best).not.toHaveProperty('larger');
});

describe('the best version of an image', () => {
  it('is the shown one when nothing else is known', async () => {
    expect(await widthOf(undefined, { [SHOWN]: 300 })).toEqual(['width 300', false]);
  });

  it('is the largest one that shows the same picture', async () => {
    const site: Record<string, Held> = {
      [SHOWN]: 300,
      'https://site.test/a': 600,
      'https://site.test/b': 900,
      'https://site.test/c': [4_000, 4_000, 'dog'],
    };
    const originals = ['a', 'b', 'c'].map((name) => `https://site.test/${name}`);
    expect(await widthOf(originals, site)).toEqual(['width 900', true]);
  });

  it('says where it comes from, and instead of what', async () => {
    const deps = depsFor({ [SHOWN]: [300, 200], 'https://images.test/a.jpg': [900, 600] });
    const { larger } = await acquireBest(origin(['https://images.test/a.jpg']), deps);
    expect(larger).toEqual({ host: 'images.test', shown: { width: 300, height: 200 } });
  });

  it('is not looked for if the person wants what is shown, or has switched it off', async () => {
    const site = { [SHOWN]: 300, 'https://site.test/b': 900 };
    const deps = depsFor(site);
    await acquireBest({ ...origin(['https://site.test/b']), asShown: true }, deps);
    expect(deps.asked).toEqual([SHOWN]);
    const off = { ...depsFor(site), searchMs: async () => 0 };
    expect(await acquireBest(origin(['https://site.test/b']), off)).not.toHaveProperty('larger');
  });

  it('is the shown one if the pictures cannot be compared', async () => {
    const deps = depsFor({ [SHOWN]: 300, 'https://site.test/b': 900 });
    const isSamePicture = () => Promise.reject(new Error('no decoder'));
    const best = await acquireBest(origin(['https://site.test/b']), { ...deps, isSamePicture });
    expect(best).not.toHaveProperty('larger');
  });

  it('is any name of a lazy picture whose first name fails', async () => {
    const { isShown: _, ...lazy } = origin(['https://site.test/a', 'https://site.test/b']);
    const deps = depsFor({ 'https://site.test/b': 900 });
    expect(await acquireBest(lazy, deps)).toHaveProperty('larger.host', 'site.test');
  });

  it('comes with the Referer of its rule, which no other host is told', async () => {
    const thumb =
      'https://i.pximg.net/c/250x250_80_a2/img-master/img/2024/05/01/12/00/00/1_p0_square1200.jpg';
    const original = 'https://i.pximg.net/img-original/img/2024/05/01/12/00/00/1_p0.jpg';
    const told: string[] = [];
    let referer: string | undefined;
    const deps: BestDeps = {
      ...depsFor({ [thumb]: 250, [original]: 2_000 }),
      mayAccess: async () => true,
      withReferer: async (_url, named, run) => {
        told.push(named);
        referer = named;
        return run().finally(() => {
          referer = undefined;
        });
      },
    };
    const { fetch } = deps;
    const walled: typeof fetch = async (input, init) =>
      referer === 'https://www.pixiv.net/' || String(input) === thumb
        ? fetch(input, init)
        : new Response('', { status: 403 });
    const best = await acquireBest({ ...origin(), url: thumb }, { ...deps, fetch: walled });
    expect(best.url).toBe(original);
    expect(new Set(told)).toEqual(new Set(['https://www.pixiv.net/']));
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
    expect(await acquireBest(shown, deps)).toHaveProperty('larger.host', 'img.site.test');
    const otherShape = { ...shown, size: { width: 200, height: 300 } };
    await expect(acquireBest(otherShape, deps)).rejects.toThrow(PermissionNeeded);
    // Its shape is unknown.
    await expect(acquireBest(origin([larger]), deps)).rejects.toThrow(PermissionNeeded);
  });

  it.each<[string, string, boolean]>([
    ['that the page merely names', 'https://photos.other.test/b.jpg', false],
    [
      'in the query of a link',
      'https://other.test/view?imgurl=https://photos.other.test/b.jpg',
      true,
    ],
    ['on the same site', 'https://img.site.test/b.jpg', true],
  ])(
    'is a guess %s only if more than a name relates it to a shown image that access would open',
    async (_, named, isUsed) => {
      const larger = named.split('imgurl=').at(-1) ?? named;
      const shown = { ...origin([named]), size: { width: 300, height: 200 } };
      const site = { [SHOWN]: 'closed', [larger]: [900, 600] } as unknown as Record<string, Held>;
      const best = acquireBest(shown, depsFor(site));
      await (isUsed
        ? expect(best).resolves.toHaveProperty('larger')
        : expect(best).rejects.toThrow(PermissionNeeded));
    },
  );

  it.each<[string, [number, number], [number, number], boolean]>([
    ['as large a part', [800, 600], [1600, 1200], true],
    ['off by less than 2 %', [800, 600], [1610, 1190], true],
    ['another picture', [800, 600], [300, 3000], false],
    ['square', [800, 600], [1600, 1600], false],
    ['of a tiny one, rounded', [16, 11], [1024, 768], true],
    ['of a tiny one, turned', [16, 12], [768, 1024], false],
  ])('keeps the proportions: %s', async (_, shown, larger, isUsed) => {
    // The shown image cannot be read, so its size on the page is all there is to compare with.
    const [width, height] = shown;
    const best = acquireBest(
      { ...origin(['https://img.site.test/a']), size: { width, height } },
      depsFor({ [SHOWN]: 'closed', 'https://img.site.test/a': larger }),
    );
    await (isUsed
      ? expect(best).resolves.toHaveProperty('larger')
      : expect(best).rejects.toThrow(PermissionNeeded));
  });

  it('never has a private address, a host of the service, or an address inside the page', async () => {
    const elsewhere = [
      'http://127.0.0.1/a',
      'http://router.local/a',
      'https://service.test/a',
      'data:image/png;base64,AAAA',
      'file:///home/a.png',
    ];
    for (const url of elsewhere) {
      const deps = depsFor({ [SHOWN]: 300, [url]: 900 });
      deps.isServiceHost = (host) => host === 'service.test';
      const pageReads: string[] = [];
      deps.readInPage = async (_place, asked) => {
        pageReads.push(asked.url);
        return undefined;
      };
      expect(await acquireBest(origin([url]), deps)).not.toHaveProperty('larger');
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
    expect(deps.asked.length).toBeLessThanOrEqual(9);
  });
});
