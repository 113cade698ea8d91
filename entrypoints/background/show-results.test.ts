import 'fake-indexeddb/auto';
import { deleteDB } from 'idb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { replaceSites } from '@/lib/browser/replace/sites';
import { replaceTabs } from '@/lib/browser/replace/tabs';
import type { OutOfReach } from '@/lib/browser/tabs/reach';
import type { Job } from '@/lib/jobs/model/job';
import type { PageOrigin } from '@/lib/sources/origin';
import { isSameSite, siteOfAddress } from '@/lib/sources/same-site';
import { ENDED, sampleJob } from '@/tests/stories/jobs';
import { createShowResults, type ShowDeps } from './show-results';

const PATTERN = 'https://gallery.example/*';
const HOST = 'gallery.example';
const PAGE = (sampleJob().origin as PageOrigin).pageUrl;

let now: number;
let jobs: Job[];
let allowed: Set<string>;
/** Addresses of open tabs, by id. */
let tabs: Map<number, string>;
let active: number | undefined;
let outOfReach: OutOfReach | undefined;
let counts: { replaced: number; impossible: number };
let calls: string[];

const done = (id: string, parts: Partial<Job> = {}) => sampleJob({ ...ENDED.done, id, ...parts });

const deps: ShowDeps = {
  store: async () => ({
    show: async (ids) => jobs.filter(({ id }) => ids.includes(id)),
    doneOn: async () => jobs.map(({ id }) => id),
    rowsOfBatch: async (batch) => jobs.filter((job) => job.batch?.id === batch).map(({ id }) => id),
  }),
  mayAccess: async (pattern) => allowed.has(pattern),
  isSameSite,
  siteOf: siteOfAddress,
  isOnPage: async ({ tabId, pageUrl }) =>
    URL.parse(tabs.get(tabId) ?? '')?.origin === URL.parse(pageUrl)?.origin,
  activePage: async () =>
    active === undefined ? undefined : { tabId: active, pageUrl: tabs.get(active) ?? '' },
  pageOfTab: async (tabId) => tabs.get(tabId),
  bringToFront: async (tabId) => void calls.push(`front ${tabId}`),
  openAndLoad: async (url) => {
    tabs.set(9, url);
    return 9;
  },
  tabsOn: async (pattern) =>
    [...tabs].filter(([, url]) => url.startsWith(pattern.slice(0, -1))).map(([id]) => id),
  inject: async (tabId) => {
    if (outOfReach) throw new Error('Cannot access contents of the page');
    calls.push(`inject ${tabId}`);
  },
  whyOutOfReach: async () => outOfReach ?? 'closed',
  tell: async (tabId) => void calls.push(`tell ${tabId}`),
  askAgain: async (tabId) => void calls.push(`ask ${tabId}`),
  stop: async (tabId) => void calls.push(`stop ${tabId}`),
  counts: async () => counts,
  register: async () => void calls.push('register'),
  setBudget: vi.fn<ShowDeps['setBudget']>(async () => {}),
  sleep: async () => {},
  now: () => now,
};
const results = createShowResults(deps);

beforeEach(async () => {
  fakeBrowser.reset();
  await deleteDB('upscale-with-dreamina-private');
  vi.mocked(deps.setBudget).mockClear();
  now = 1_000_000;
  jobs = [done('a')];
  allowed = new Set();
  tabs = new Map([[1, PAGE]]);
  active = undefined;
  outOfReach = undefined;
  counts = { replaced: 1, impossible: 0 };
  calls = [];
});

describe('a result', () => {
  it('is shown in the tab that it came from', async () => {
    expect(await results.show(['a'])).toEqual({ state: 'shown', replaced: 1, impossible: 0 });
    expect(calls).toEqual(['inject 1', 'tell 1', 'ask 1', 'front 1']);
    expect(await replaceTabs.of(1)).toMatchObject({
      pattern: PATTERN,
      asked: ['a'],
      isShown: true,
    });
    expect((await results.overview()).jobIds).toEqual(['a']);
  });

  it('is shown in the page in front, if that is of its site, where its tab has gone elsewhere', async () => {
    tabs = new Map([
      [1, 'https://other.example/'],
      [2, 'https://www.gallery.example/8'],
    ]);
    active = 2;
    expect(await results.show(['a'])).toMatchObject({ state: 'shown' });
    expect((await replaceTabs.of(2))?.asked).toEqual(['a']);
    expect(await replaceTabs.of(1)).toBeUndefined();
  });

  it('opens its page where that may be accessed, and else says what to allow', async () => {
    tabs.clear();
    const refused = { state: 'no-access', pattern: PATTERN, host: HOST, jobIds: ['a'] };
    expect(await results.show(['a'])).toEqual(refused);
    expect(calls).toEqual([]);
    allowed.add(PATTERN);
    expect(await results.show(['a'])).toMatchObject({ state: 'shown' });
    expect((await replaceTabs.of(9))?.asked).toEqual(['a']);
  });

  it.each([
    ['no-access', { state: 'no-access', pattern: PATTERN, host: HOST, jobIds: ['a'] }],
    ['forbidden', { state: 'forbidden' }],
    ['closed', { state: 'gone' }],
  ] as const)(
    'of a page that is out of reach (%s) says so, and is not remembered',
    async (why, said) => {
      outOfReach = why;
      expect(await results.show(['a'])).toEqual(said);
      expect((await results.overview()).jobIds).toEqual([]);
    },
  );

  it('that is gone, imported, kept or of a file is shown nowhere', async () => {
    const { submission: _, ...kept } = done('kept');
    const origin = { kind: 'file', blobKey: 'k', name: 'n' } as const;
    jobs = [done('imported', { isImported: true }), kept, done('file', { origin })];
    expect(await results.show(['imported', 'kept', 'file', 'gone'])).toEqual({ state: 'gone' });
    expect(calls).toEqual([]);
  });

  it('is never shown on the service', async () => {
    const origin = {
      ...(sampleJob().origin as PageOrigin),
      pageUrl: 'https://jimeng.jianying.com/',
    };
    jobs = [done('a', { origin })];
    expect(await results.show(['a'])).toEqual({ state: 'forbidden' });
  });

  it('that the page does not show, or does not allow, is told as such', async () => {
    counts = { replaced: 0, impossible: 0 };
    expect(await results.show(['a'])).toEqual({ state: 'shown', ...counts });
    counts = { replaced: 0, impossible: 2 };
    expect(await results.show(['a'])).toEqual({ state: 'shown', ...counts });
  });

  it('of a batch is shown together with the others, and only on its own site', async () => {
    const batch = { id: 'b', index: 1 };
    const elsewhere = { ...(sampleJob().origin as PageOrigin), pageUrl: 'https://other.example/' };
    jobs = [done('a', { batch }), done('c', { batch }), done('x', { batch, origin: elsewhere })];
    await results.showBatch('b');
    expect((await replaceTabs.of(1))?.asked).toEqual(['a', 'c']);
    expect((await results.overview()).batchIds).toEqual(['b']);
  });
});

describe('a key', () => {
  const turn = () => results.turn({ tabId: 1, pageUrl: PAGE });
  const isShown = async () => (await replaceTabs.of(1))?.isShown;

  it('shows what the history has of the site, then its originals, then the results again', async () => {
    jobs = [done('a'), done('b'), done('kept', { submission: undefined as never })];
    expect(await turn()).toBe(true);
    expect(await replaceTabs.of(1)).toMatchObject({ asked: ['a', 'b'], isShown: true });
    expect(calls).toContain('inject 1');
    expect([await turn(), await isShown()]).toEqual([true, false]);
    expect([await turn(), await isShown()]).toEqual([true, true]);
    expect(calls.filter((call) => call === 'inject 1')).toHaveLength(1);
  });

  it('says so where there is nothing to show, and where nothing can be', async () => {
    jobs = [];
    expect(await turn()).toBe(false);
    jobs = [done('a')];
    expect(await results.turn({ tabId: 1, pageUrl: 'chrome://settings/' })).toBe(false);
    outOfReach = 'forbidden';
    expect(await turn()).toBe(false);
  });
});

describe('the originals', () => {
  it('come back, and the page is left alone', async () => {
    await results.show(['a']);
    await results.hide(['a']);
    expect(calls.at(-1)).toBe('stop 1');
    expect(await replaceTabs.of(1)).toBeUndefined();
  });

  it('come back one by one', async () => {
    jobs = [done('a'), done('b')];
    await results.show(['a', 'b']);
    await results.hide(['a']);
    expect(calls.at(-1)).toBe('ask 1');
    expect((await results.overview()).jobIds).toEqual(['b']);
  });
});

describe('a wish', () => {
  it('is fulfilled at once where access is allowed already', async () => {
    allowed.add(PATTERN);
    await results.want({ pattern: PATTERN });
    expect(Object.keys(await replaceSites.read())).toEqual([PATTERN]);
  });

  it('waits for the access, and is fulfilled once', async () => {
    tabs.clear();
    await results.want({ pattern: PATTERN, jobIds: ['a'] });
    await results.accessChanged();
    expect(await replaceTabs.of(9)).toBeUndefined();
    allowed.add(PATTERN);
    await results.accessChanged();
    expect((await replaceTabs.of(9))?.asked).toEqual(['a']);
    await results.hide(['a']);
    await results.accessChanged();
    expect(await replaceTabs.of(9)).toBeUndefined();
  });

  it('is fulfilled once, although two events tell of the access', async () => {
    tabs.clear();
    await results.want({ pattern: PATTERN, jobIds: ['a'] });
    allowed.add(PATTERN);
    await Promise.all([results.accessChanged(), results.accessChanged()]);
    expect(calls.filter((call) => call === 'inject 9')).toHaveLength(1);
  });

  it('is forgotten after a while', async () => {
    await results.want({ pattern: PATTERN });
    now += 3 * 60_000;
    allowed.add(PATTERN);
    await results.accessChanged();
    expect(await replaceSites.read()).toEqual({});
  });
});

describe('a site', () => {
  it('that is switched on shows results in its open pages; switched off, it shows originals', async () => {
    allowed.add(PATTERN);
    await replaceSites.switchOn(PATTERN, 1);
    await results.sitesChanged();
    expect(calls).toEqual(['register', 'inject 1']);
    const tab = { pattern: PATTERN, isShown: true, asked: [], isReading: false, isPart: false };
    await replaceTabs.change(1, () => tab);
    await replaceSites.switchOff(PATTERN);
    await results.sitesChanged();
    expect(calls.at(-1)).toBe('stop 1');
  });

  it('with another limit leaves the visit alone that began meanwhile', async () => {
    await replaceSites.switchOn(PATTERN, 1);
    await replaceSites.change(PATTERN, { ahead: 3, limit: 24 });
    const tab = { pattern: PATTERN, isShown: true, asked: [], isReading: true, isPart: false };
    const visitOf = (batchId: string) => ({ batchId, pageUrl: PAGE, limit: 10 });
    await replaceTabs.change(1, () => ({ ...tab, visit: visitOf('old') }));
    const { tell } = deps;
    deps.tell = async () => {
      await replaceTabs.change(1, (known) => known && { ...known, visit: visitOf('new') });
    };
    await results.sitesChanged();
    deps.tell = tell;
    expect((await replaceTabs.of(1))?.visit?.batchId).toBe('new');
  });

  it('with another limit gives it to the batch of an open visit, once', async () => {
    await replaceSites.switchOn(PATTERN, 1);
    await replaceSites.change(PATTERN, { ahead: 3, limit: 24 });
    const visit = { batchId: 'b', pageUrl: PAGE, limit: 24 };
    const tab = { pattern: PATTERN, isShown: true, asked: [], isReading: true, isPart: false };
    await replaceTabs.change(1, () => ({ ...tab, visit }));
    await results.sitesChanged();
    expect(deps.setBudget).not.toHaveBeenCalled();
    await replaceSites.change(PATTERN, { limit: 40 });
    await results.sitesChanged();
    await results.sitesChanged();
    expect(deps.setBudget).toHaveBeenCalledExactlyOnceWith('b', 40);
  });
});
