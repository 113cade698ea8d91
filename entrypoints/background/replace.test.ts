import 'fake-indexeddb/auto';
import { deleteDB } from 'idb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { AskingFrame } from '@/lib/browser/replace/requests';
import { replaceSites } from '@/lib/browser/replace/sites';
import { replaceTabs } from '@/lib/browser/replace/tabs';
import { backgroundMessages } from '@/lib/i18n/all-messages';
import type { Asker, ShownResults } from '@/lib/jobs/engine/shown-results';
import type { Batch } from '@/lib/jobs/model/batch';
import {
  type LookAnswer,
  PIECE_BYTES,
  REPLACE_MESSAGE,
  type ReplaceRequest,
  type ReplaceState,
  type ShownPicture,
} from '@/lib/page/replace/contract';
import { siteOfAddress } from '@/lib/sources/same-site';
import { ENDED, sampleJob } from '@/tests/stories/jobs';
import { createReplace, type ReplaceDeps } from './replace';

const GALLERY = 'https://gallery.example/*';
const PAGE = 'https://gallery.example/7';
const TOP: AskingFrame = {
  tabId: 1,
  frameId: 0,
  frameUrl: PAGE,
  pageUrl: PAGE,
  pageTitle: 'Seven',
};
const AD: AskingFrame = { ...TOP, frameId: 4, frameUrl: 'https://ads.example/1' };
const words = backgroundMessages('en').replacer;

let now: number;
let allowed: Set<string>;
let batches: Map<string, Batch>;
/** Addresses of pictures with a result, and those in a batch. */
let ready: Set<string>;
let ordered: string[];
let askers: Asker[];
let bytes: Blob | undefined;

const pictures = (...names: string[]): ShownPicture[] =>
  names.map((name) => ({ key: `key ${name}`, url: `https://gallery.example/${name}` }));

const results: ShownResults = {
  async look(asked, asker) {
    askers.push(asker);
    const isReady = ({ url = '' }: ShownPicture) => ready.has(url);
    return {
      replacements: asked.filter(isReady).map(({ key, url = '' }) => {
        return { key, result: url, width: 2, height: 2, type: 'image/png' as const, bytes: 1 };
      }),
      pending: asker.batchId
        ? asked
            .filter((each) => !isReady(each) && ordered.includes(each.url ?? ''))
            .map(({ key }) => ({ key, state: 'working' as const }))
        : [],
    };
  },
  bytes: async () => bytes,
};

function fakes() {
  const begun = (id: string, budget: number) => {
    const leftOut = { large: 0, known: 0 };
    batches.set(id, { id, name: '', createdAt: 1, target: '2k', size: 1, leftOut, budget });
  };
  const order = (added: readonly { origin: { url: string } }[]) =>
    void ordered.push(...added.map(({ origin }) => origin.url));
  return {
    store: async () => ({ batch: async (id: string) => batches.get(id) }),
    results: async () => results,
    words: async () => words,
    mayAccess: async (pattern: string) => allowed.has(pattern),
    siteOf: siteOfAddress,
    begin: vi.fn<ReplaceDeps['begin']>(async ({ id, budget, pictures: added }) => {
      if (!batches.has(id)) order(added);
      begun(id, budget);
    }),
    extend: vi.fn<ReplaceDeps['extend']>(async (_, added) => order(added)),
    pauseBatch: vi.fn<ReplaceDeps['pauseBatch']>(async () => {}),
    resumeBatch: vi.fn<ReplaceDeps['resumeBatch']>(async () => {}),
    askForLimits: vi.fn<ReplaceDeps['askForLimits']>(async () => {}),
    tellFrames: vi.fn<ReplaceDeps['tellFrames']>(async () => {}),
    askAgain: vi.fn<ReplaceDeps['askAgain']>(async () => {}),
    uuid: vi.fn(() => `batch ${batches.size + 1}`),
    now: () => now,
  } satisfies ReplaceDeps;
}

let deps: ReturnType<typeof fakes>;
let replace: ReturnType<typeof createReplace>;

beforeEach(async () => {
  fakeBrowser.reset();
  await deleteDB('upscale-with-dreamina-private');
  now = 1_000_000;
  allowed = new Set([GALLERY]);
  batches = new Map();
  ready = new Set();
  ordered = [];
  askers = [];
  bytes = undefined;
  deps = fakes();
  replace = createReplace(deps);
});

type Ask = ReplaceRequest extends infer R ? (R extends unknown ? Omit<R, 'type'> : never) : never;
const ask = (request: Ask, frame = TOP) =>
  replace.answer({ type: REPLACE_MESSAGE, ...request } as ReplaceRequest, frame);
const start = (frame = TOP) => ask({ ask: 'start' }, frame) as Promise<ReplaceState | undefined>;
const press = (action: 'show' | 'hide' | 'ahead' | 'stop-ahead', frame = TOP) =>
  ask({ ask: 'press', action }, frame) as Promise<ReplaceState>;
const ahead = (...names: string[]) =>
  ask({ ask: 'ahead', pictures: pictures(...names) }) as Promise<LookAnswer>;

/** Switches the site on, with a limit if there is one. */
async function on(limit?: number, most = 3): Promise<void> {
  await replaceSites.switchOn(GALLERY, 1);
  if (limit !== undefined) await replaceSites.change(GALLERY, { ahead: most, limit });
}
const asked = (...ids: string[]) =>
  replaceTabs.change(1, () => ({
    pattern: GALLERY,
    isShown: true,
    asked: ids,
    isReading: false,
    isPart: false,
  }));

describe('a frame', () => {
  it('is wanted only where its site is on and allowed, or the person asked for something', async () => {
    expect(await start()).toBeUndefined();
    await on();
    expect(await start()).toMatchObject({ isShown: true, isMarked: true, words });
    expect(await start(AD)).toBeUndefined();
    allowed.clear();
    expect(await start()).toBeUndefined();
    await replaceSites.switchOff(GALLERY);
    await asked('a');
    expect(await start()).toMatchObject({ isShown: true });
    expect(await start(AD)).toMatchObject({ isShown: true });
    // The tab shows another page by now.
    const other = 'https://other.example/';
    expect(await start({ ...TOP, frameUrl: other, pageUrl: other })).toBeUndefined();
    expect(await start({ ...AD, pageUrl: other })).toBeUndefined();
  });

  it('of the service is never wanted', async () => {
    const frameUrl = 'https://jimeng.jianying.com/ai-tool/home';
    await on();
    expect(await start({ ...TOP, frameUrl, pageUrl: frameUrl })).toBeUndefined();
  });

  it('has the button only in the page itself, on a site that is on', async () => {
    await on();
    expect((await start())?.button).toEqual({ state: 'all', isReading: false, ahead: 0 });
    const inner = { ...TOP, frameId: 2 };
    expect((await start(inner))?.button).toBeUndefined();
    await replaceSites.switchOff(GALLERY);
    await asked('a');
    expect((await start())?.button).toBeUndefined();
  });

  it('asks for itself: by its own address, with what was asked for in its tab', async () => {
    await asked('a');
    await ask({ ask: 'look', pictures: pictures('1') }, AD);
    expect(askers).toEqual([
      { frameUrl: AD.frameUrl, asked: new Set(['a']), isSiteOn: false, batchId: undefined },
    ]);
  });

  it('gets a result in pieces', async () => {
    await on();
    await start();
    const all = Uint8Array.from({ length: PIECE_BYTES + 5 }, (_, at) => at % 251);
    bytes = new Blob([all]);
    const got: Buffer[] = [];
    for (let from = 0; from < all.length; ) {
      const piece = await ask({ ask: 'piece', result: 'a', from });
      const { data, total } = piece as { data: string; total: number };
      expect(total).toBe(all.length);
      const part = Buffer.from(data, 'base64');
      expect(part.length).toBeLessThanOrEqual(PIECE_BYTES);
      got.push(part);
      from += part.length;
    }
    expect(Buffer.concat(got).equals(all)).toBe(true);
    bytes = undefined;
    expect(await ask({ ask: 'piece', result: 'a', from: 0 })).toBeUndefined();
  });
});

describe('the button', () => {
  it('hides and shows, also after the next page of the site', async () => {
    await on();
    await start();
    expect(await press('hide')).toMatchObject({ isShown: false, button: { state: 'off' } });
    expect(deps.tellFrames).toHaveBeenLastCalledWith(
      1,
      expect.objectContaining({ isShown: false }),
    );
    const next = 'https://gallery.example/8';
    expect(await start({ ...TOP, frameUrl: next, pageUrl: next })).toMatchObject({
      isShown: false,
    });
    expect(await press('show')).toMatchObject({ isShown: true, button: { state: 'all' } });
  });

  it('says that a part is ready as soon as a picture has no result', async () => {
    await on();
    await start();
    ready.add('https://gallery.example/1');
    await ask({ ask: 'look', pictures: pictures('1') });
    expect(await press('show')).toMatchObject({ button: { state: 'all' } });
    await ask({ ask: 'look', pictures: pictures('1', '2') });
    expect(await press('show')).toMatchObject({ button: { state: 'part' } });
  });

  it('asks the person for limits first, and orders nothing until there are some', async () => {
    await on();
    await start();
    expect(await press('ahead')).toMatchObject({ button: { isReading: false, ahead: 0 } });
    await press('ahead');
    expect(deps.askForLimits).toHaveBeenCalledOnce();
    await ahead('1');
    await on(24, 0);
    await press('ahead');
    await ahead('1');
    await on(0, 3);
    await press('ahead');
    await ahead('1');
    expect(ordered).toEqual([]);
  });

  it('of a frame, or of a page that was only asked for, orders nothing', async () => {
    await on(24);
    await start();
    await press('ahead', { ...TOP, frameId: 2 });
    await press('ahead', AD);
    await ahead('1');
    await replaceSites.switchOff(GALLERY);
    await asked('a');
    await press('ahead');
    await ahead('1');
    expect(ordered).toEqual([]);
  });
});

describe('reading ahead', () => {
  beforeEach(async () => {
    await on(24);
    await start();
  });

  it('never begins by itself, and ends with a load of the page', async () => {
    await ahead('1');
    expect(ordered).toEqual([]);
    await press('ahead');
    await ahead('1');
    expect(ordered).toHaveLength(1);
    await start();
    await ahead('1', '2', '3');
    expect(ordered).toHaveLength(1);
  });

  it('makes one batch of a visit, with the limit of the site, and lets it grow', async () => {
    ready.add('https://gallery.example/1');
    await press('ahead');
    const answer = await ahead('1', '2', '3', '4');
    expect(answer.replacements.map(({ key }) => key)).toEqual(['key 1']);
    expect(answer.pending).toEqual([
      { key: 'key 2', state: 'working' },
      { key: 'key 3', state: 'working' },
    ]);
    expect(deps.begin).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ budget: 24, name: 'Seven' }),
    );
    await Promise.all([ahead('3', '4', '5'), ahead('3', '4', '5')]);
    expect(deps.begin).toHaveBeenCalledOnce();
    expect(new Set(ordered.map((url) => url.at(-1)))).toEqual(new Set(['2', '3', '4', '5']));
    expect(ordered).toHaveLength(4);
  });

  it('goes on with the batch of the page after a reload, and has another one for another page', async () => {
    await press('ahead');
    await ahead('1');
    await start();
    await press('ahead');
    await ahead('2');
    expect(deps.begin).toHaveBeenCalledOnce();
    const next = {
      ...TOP,
      frameUrl: 'https://gallery.example/8',
      pageUrl: 'https://gallery.example/8',
    };
    await start(next);
    await press('ahead', next);
    await ask({ ask: 'ahead', pictures: pictures('3') }, next);
    expect(deps.begin).toHaveBeenCalledTimes(2);
  });

  it('begins the same batch again if the worker died before it was written', async () => {
    await press('ahead');
    deps.begin.mockRejectedValueOnce(new Error('killed'));
    await ahead('1').catch(() => undefined);
    replace = createReplace(deps);
    await ahead('1');
    const ids = deps.begin.mock.calls.map(([{ id }]) => id);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });

  it.each([
    ['budget', 'limit'],
    ['day', 'limit'],
    ['risk', 'waiting'],
  ] as const)('adds nothing to a batch that is paused by %s, and says %s', async (by, state) => {
    await press('ahead');
    await ahead('1');
    const [batch] = batches.values();
    if (batch) batches.set(batch.id, { ...batch, paused: { by, at: 1 } });
    const answer = await ahead('2', '3');
    expect(answer.pending).toEqual([
      { key: 'key 2', state },
      { key: 'key 3', state },
    ]);
    expect(ordered).toHaveLength(1);
  });

  it('stops, and pauses what was not ordered yet, until it goes on', async () => {
    await press('ahead');
    await ahead('1');
    expect(await press('stop-ahead')).toMatchObject({ button: { isReading: false } });
    expect(deps.pauseBatch).toHaveBeenCalledExactlyOnceWith('batch 1');
    await ahead('2');
    expect(ordered).toHaveLength(1);
    await press('ahead');
    expect(deps.resumeBatch).toHaveBeenLastCalledWith('batch 1');
  });
});

describe('news', () => {
  const job = sampleJob({ ...ENDED.done, id: 'a' });
  const news = async () => {
    await new Promise((resolve) => setTimeout(resolve, 400));
    return deps.askAgain.mock.calls.map(([tabId]) => tabId);
  };

  it('about the results of a site reach its pages, once for many', async () => {
    await on();
    await start();
    await start({ ...TOP, tabId: 2 });
    const before = { ...job, stage: 'ready' } as const;
    await replace.changed(job, before);
    await replace.changed({ ...job, id: 'b' }, before);
    expect((await news()).toSorted()).toEqual([1, 2]);
  });

  it('about anything else reach nobody', async () => {
    await on();
    await start();
    await replace.changed(job, job);
    await replace.changed({ ...job, stage: 'failed' }, job);
    const elsewhere = { ...job.origin, pageUrl: 'https://other.example/', frameUrl: '' };
    await replace.changed({ ...job, origin: elsewhere as typeof job.origin }, undefined);
    await replace.batchChanged('another');
    expect(await news()).toEqual([]);
  });

  it('about the batch of a visit reach its page', async () => {
    await on(24);
    await start();
    await press('ahead');
    await ahead('1');
    await replace.batchChanged('batch 1');
    expect(await news()).toEqual([1]);
  });
});
