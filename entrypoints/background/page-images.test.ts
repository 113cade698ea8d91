import { describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Candidate, Certainty, Finding } from '@/lib/page/find/candidate';
import type { PageOrigin } from '@/lib/sources/origin';
import { TEST_WORDS } from '@/tests/support/page/test-words';
import { createPageImages } from './page-images';

const WORDS = { ...TEST_WORDS, nothing: 'Nothing here', hideEntry: 'On images only' };
const NAMED = 'https://gallery.example/named.jpg';
const OTHER = 'https://gallery.example/other.jpg';

function candidate(url: string, changes: Partial<Candidate> = {}): Candidate {
  return {
    id: url,
    how: 'img',
    url,
    width: 600,
    height: 400,
    shownWidth: 300,
    shownHeight: 200,
    rect: { x: 0, y: 0, width: 300, height: 200, devicePixelRatio: 1 },
    originals: [],
    distance: 0,
    score: 1_300,
    ...changes,
  };
}

const named = (changes?: Partial<Candidate>) => candidate(NAMED, changes);
const other = (changes?: Partial<Candidate>) => candidate(OTHER, changes);

function finding(certainty: Certainty, candidates: Candidate[], winner?: Candidate): Finding {
  return { certainty, candidates, ...(winner && { winner }) };
}

/**
 * A right click on an image.
 * @param found what the finder answers; undefined if the page cannot be looked into
 * @param url what the browser calls the image
 * @returns the address of what is upscaled, or 'asked'
 */
async function click(found: Finding | undefined, url = NAMED): Promise<string | undefined> {
  const outcome = await originAfter(found, url);
  return outcome === 'asked' ? outcome : outcome?.url;
}

async function originAfter(
  found: Finding | undefined,
  url: string,
): Promise<PageOrigin | 'asked' | undefined> {
  let outcome: PageOrigin | 'asked' | undefined;
  Object.assign(fakeBrowser.scripting, {
    executeScript: async ({ args = [] }: { args?: unknown[] }) => {
      if (!found) throw new Error('Cannot access contents of the page');
      const [first] = args;
      if (Array.isArray(first)) outcome = 'asked';
      const isQuestion = typeof first === 'object' && !Array.isArray(first);
      return [{ frameId: 0, result: isQuestion ? found : true }];
    },
  });
  const images = createPageImages({
    words: async () => WORDS,
    hideEntry: async () => {},
    upscale: async (origin: PageOrigin) => {
      outcome = origin;
    },
    uuid: () => 'u-1',
    sinceStart: () => 60_000,
  });
  const page = { pageUrl: 'https://gallery.example/', pageTitle: 'Gallery' };
  const place = { tabId: 1, frameId: 0, frameUrl: page.pageUrl };
  await images.clicked({ ...page, ...place, imageUrl: url }, { target: '2k' });
  return outcome;
}

it.each([
  ['it was pointed at', named({ referrerPolicy: 'no-referrer' })],
  ['another one was named', other({ referrerPolicy: 'no-referrer', score: 2_000 })],
])('what the page wishes for the image goes along where %s', async (_, best) => {
  const origin = await originAfter(finding('point', [best], best), NAMED);
  expect(origin).toMatchObject({ url: best.url, referrerPolicy: 'no-referrer' });
});

it('the description of the image goes along', async () => {
  const best = named({ alt: 'Two boats' });
  const origin = await originAfter(finding('point', [best], best), NAMED);
  expect(origin).toMatchObject({ alt: 'Two boats' });
});

describe('what the page shows, and what it merely names', () => {
  const isShown = async (found: Finding | undefined) => {
    const origin = await originAfter(found, NAMED);
    return origin === 'asked' ? undefined : (origin?.isShown ?? false);
  };

  it('are told apart: only what is shown may be read with cookies', async () => {
    expect(await isShown(undefined)).toBe(true);
    expect(await isShown(finding('point', [named()], named()))).toBe(true);
    for (const how of ['lazy', 'link', 'cursor'] as const) {
      const best = other({ how, score: 2_000 });
      expect(await isShown(finding('point', [best], best))).toBe(false);
    }
    for (const how of ['img', 'background', 'poster', 'input', 'document'] as const) {
      const best = other({ how, score: 2_000 });
      expect(await isShown(finding('point', [best], best))).toBe(true);
    }
  });
});

describe('what the browser names in place of the image', () => {
  const waiting = (url: string) => candidate(url, { how: 'lazy', standIn: NAMED });

  it.each<[string, Finding['certainty'], Candidate[], string]>([
    [
      'the image of the known place is taken',
      'element',
      [other(), waiting('https://a.example/1')],
      'https://a.example/1',
    ],
    [
      'the person is asked where the place is guessed: another one may show the same',
      'guess',
      [other(), waiting('https://a.example/1')],
      'asked',
    ],
    [
      'the person is asked where two places show it',
      'guess',
      [waiting('https://a.example/1'), waiting('https://a.example/2')],
      'asked',
    ],
  ])('is not sent: %s', async (_, certainty, candidates, expected) => {
    expect(await click(finding(certainty, candidates))).toBe(expected);
  });
});

describe('what the browser calls the image', () => {
  it('is taken where the page is frozen', async () => {
    vi.useFakeTimers();
    Object.assign(fakeBrowser.scripting, { executeScript: () => new Promise(() => {}) });
    const started: string[] = [];
    const images = createPageImages({
      words: async () => WORDS,
      hideEntry: async () => {},
      upscale: async ({ url }) => {
        started.push(url);
      },
      uuid: () => 'u-1',
      sinceStart: () => 60_000,
    });
    const page = { pageUrl: 'https://gallery.example/', pageTitle: 'Gallery' };
    const place = { tabId: 1, frameId: 0, frameUrl: page.pageUrl };
    void images.clicked({ ...page, ...place, imageUrl: NAMED }, { target: '2k' });
    await vi.advanceTimersByTimeAsync(5_000);
    vi.useRealTimers();
    expect(started).toEqual([NAMED]);
  });

  it('is taken where the page cannot be looked into', async () => {
    expect(await click(undefined)).toBe(NAMED);
  });

  it.each<[string, Finding]>([
    ['it is the best', finding('point', [named(), other({ score: 1_000 })], named())],
    ['another is only a little better', finding('point', [other({ score: 1_400 }), named()])],
    ['it is not around a guessed place', finding('guess', [other()])],
    [
      'the place is guessed, and another is nearer',
      finding('guess', [other(), named({ score: 400 })]),
    ],
    ['it is faded out, and nothing else is there', finding('guess', [named({ isFaded: true })])],
  ])('is taken when %s', async (_, found) => {
    expect(await click(found)).toBe(NAMED);
  });

  it('is overruled by a picture that is clearly meant', async () => {
    const best = other({ score: 1_300 });
    expect(await click(finding('point', [best, named({ score: 1_000 })], best))).toBe(OTHER);
  });

  it('is doubted where it is faded out and the place is guessed: the person is asked', async () => {
    const found = finding('guess', [other(), named({ score: 1_010, isFaded: true })]);
    expect(await click(found)).toBe('asked');
  });

  it('is doubted where it is a placeholder', async () => {
    const placeholder = 'data:image/gif;base64,R0lGODlhAQABAAAAACw=';
    expect(await click(finding('guess', [other()]), placeholder)).toBe('asked');
    expect(await click(finding('guess', []), placeholder)).toBe(placeholder);
  });
});

describe('the keys over a frame that the page cannot look into', () => {
  const RECT = { x: 40, y: 30, width: 300, height: 200, devicePixelRatio: 2 };
  const TOP: Finding = {
    certainty: 'element',
    candidates: [],
    frame: { rect: RECT, url: 'https://frame.example/' },
  };
  const INSIDE = finding('element', [other()], other());

  /** @param frames answers of all frames to the question whether the pointer is in them */
  async function press(
    frames: { frameId: number; result: string | null }[] | undefined,
    inside: Finding | undefined = INSIDE,
  ): Promise<PageOrigin | undefined> {
    let started: PageOrigin | undefined;
    Object.assign(fakeBrowser.scripting, {
      async executeScript({
        target,
        args = [],
      }: {
        target: { allFrames?: boolean; frameIds?: number[] };
        args?: unknown[];
      }) {
        if (target.allFrames) {
          if (!frames) throw new Error('Cannot access contents of the page');
          return frames;
        }
        const isTop = target.frameIds?.[0] === 0;
        const isQuestion = args[0] !== undefined && typeof args[0] === 'object';
        return [{ frameId: 0, result: isQuestion ? (isTop ? TOP : inside) : true }];
      },
    });
    const images = createPageImages({
      words: async () => WORDS,
      hideEntry: async () => {},
      upscale: async (origin) => {
        started = origin;
      },
      uuid: () => 'u-1',
      sinceStart: () => 60_000,
    });
    const page = { pageUrl: 'https://gallery.example/', pageTitle: 'Gallery' };
    await images.underPointer(
      { tabId: 1, frameId: 0, frameUrl: page.pageUrl, ...page },
      { how: 'command', request: {}, wish: Promise.resolve({ target: '2k' }) },
    );
    return started;
  }

  const POINTED = { frameId: 7, result: 'https://frame.example/' };

  it('find the picture inside', async () => {
    const started = await press([{ frameId: 0, result: null }, POINTED]);
    expect(started).toMatchObject({ url: OTHER, frameId: 7, frameUrl: 'https://frame.example/' });
  });

  it.each<[string, Parameters<typeof press>]>([
    ['no frame is within reach', [undefined]],
    ['no frame has the pointer', [[{ frameId: 7, result: null }]]],
    ['two frames say so', [[POINTED, { ...POINTED, frameId: 8 }]]],
    ['there is nothing inside', [[POINTED], finding('element', [])]],
  ])('take the screen where %s, with the px of the device', async (_, args) => {
    expect(await press(...args)).toMatchObject({ url: 'screen:', frameId: 0, rect: RECT });
  });
});

describe('a click that finds nothing', () => {
  /** @returns the words that pick mode was started with, and what was done and said in turn */
  function setUp(found: Finding = finding('point', [])) {
    const acts: string[] = [];
    const said: unknown[] = [];
    Object.assign(fakeBrowser.scripting, {
      executeScript: async ({ args = [] }: { args?: unknown[] }) => {
        const [first] = args;
        if (typeof first === 'object' && first !== null && 'hint' in first) said.push(first);
        if (first === WORDS) acts.push('said in the page');
        const isQuestion = typeof first === 'object' && !said.includes(first);
        return [{ frameId: 0, result: isQuestion ? found : true }];
      },
    });
    const images = createPageImages({
      words: async () => WORDS,
      upscale: async () => {},
      hideEntry: async () => {
        acts.push('hidden');
      },
      uuid: () => '11111111-1111-4111-8111-111111111111',
      sinceStart: () => 60_000,
    });
    return { images, acts, said };
  }
  const MOMENT = {
    tabId: 1,
    frameId: 0,
    pageUrl: 'https://gallery.example/',
    frameUrl: 'https://gallery.example/',
    pageTitle: 'Gallery',
  };
  const asked = { request: {}, wish: Promise.resolve({ target: '2k' } as const) };

  it('says so and offers to hide the entry that was clicked', async () => {
    const { images, said } = setUp();
    await images.underPointer(MOMENT, { ...asked, how: 'menu', offersHiding: true });
    expect(said).toEqual([{ ...TEST_WORDS, hint: 'Nothing here', hideEntry: 'On images only' }]);
  });

  it('offers nothing after the keys, or after an entry that is on images', async () => {
    const { images, said } = setUp();
    // In a tab of its own: the keys would close what is open.
    await images.underPointer({ ...MOMENT, tabId: 2 }, { ...asked, how: 'command' });
    await images.underPointer(MOMENT, { ...asked, how: 'menu' });
    await images.clicked(MOMENT, { target: '2k' });
    await images.pick(MOMENT, { target: '2k' });
    expect(said).toEqual([
      ...Array.from({ length: 3 }, () => ({ ...TEST_WORDS, hint: 'Nothing here' })),
      TEST_WORDS,
    ]);
  });

  it('hides the entry when the person wants that, and then says so', async () => {
    const { images, acts } = setUp();
    await images.chosen({ moment: MOMENT, wish: { target: '2k' }, hideEntry: true });
    expect(acts).toEqual(['hidden', 'said in the page']);
  });
});
