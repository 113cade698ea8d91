import { describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Candidate, Certainty, Finding } from '@/lib/finder/candidate';
import { TEST_WORDS } from '@/lib/finder/test-words';
import type { PageOrigin } from '@/lib/sources/origin';
import { createPageImages } from './page-images';

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
    words: () => ({ ...TEST_WORDS, nothing: 'Nothing here' }),
    upscale: async (origin: PageOrigin) => {
      outcome = origin;
    },
    uuid: () => 'u-1',
  });
  const page = { pageUrl: 'https://gallery.example/', pageTitle: 'Gallery' };
  const place = { tabId: 1, frameId: 0, frameUrl: page.pageUrl };
  await images.clicked({ ...page, ...place, imageUrl: url }, '2k');
  return outcome;
}

it.each([
  ['it was pointed at', named({ referrerPolicy: 'no-referrer' })],
  ['another one was named', other({ referrerPolicy: 'no-referrer', score: 2_000 })],
])('what the page wishes for the image goes along where %s', async (_, best) => {
  const origin = await originAfter(finding('point', [best], best), NAMED);
  expect(origin).toMatchObject({ url: best.url, referrerPolicy: 'no-referrer' });
});

describe('what the browser calls the image', () => {
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
