import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { type FakeTab, SITE, tab } from '@/tests/support/page-tabs';
import {
  closeOwnTab,
  isOpen,
  noteReady,
  openOwnTab,
  openTabs,
  ownTab,
  readyTab,
  usedContainers,
} from './page-tab';

const WORK = 'firefox-container-1';
const HOME = 'firefox-container-2';
const inWork = { ...SITE, container: WORK };
const inHome = { ...SITE, container: HOME };

let tabs: FakeTab[];

beforeEach(() => {
  fakeBrowser.reset();
  tabs = [
    tab(1, { cookieStoreId: 'firefox-default' }),
    tab(2, { cookieStoreId: WORK }),
    tab(3, { cookieStoreId: HOME }),
    tab(4, { cookieStoreId: 'firefox-private', incognito: true }),
  ];
  Object.assign(fakeBrowser.tabs, {
    query: async () => tabs,
    get: async (id: number) => tabs.find((each) => each.id === id),
    create: async ({ url, cookieStoreId = 'firefox-default' }: FakeTab) => {
      tabs.push(tab(10 + tabs.length, { url, cookieStoreId }));
      return tabs.at(-1);
    },
    remove: async (id: number) => {
      tabs = tabs.filter((each) => each.id !== id);
    },
  });
});

describe('a login uses only tabs with its cookies', () => {
  it.each([
    ['normal tabs', SITE, 1],
    ['one container', inWork, 2],
    ['another container', inHome, 3],
  ])('%s', async (_, site, id) => {
    expect(await openTabs(site)).toEqual([id]);
    for (const each of tabs) expect(await isOpen(each.id, site)).toBe(each.id === id);
  });

  it('and opens one with them', async () => {
    const id = await openOwnTab(inWork);
    expect(tabs.find((each) => each.id === id)?.cookieStoreId).toBe(WORK);
    const normal = await openOwnTab(SITE);
    expect(tabs.find((each) => each.id === normal)?.cookieStoreId).toBe('firefox-default');
  });
});

describe('the tabs of containers', () => {
  it('are remembered apart, also when they are noted at once', async () => {
    await Promise.all([noteReady(SITE, 1), noteReady(inWork, 2), noteReady(inHome, 3)]);
    expect([await readyTab(SITE), await readyTab(inWork), await readyTab(inHome)]).toEqual([
      1, 2, 3,
    ]);
    expect((await usedContainers('jimeng')).sort()).toEqual([WORK, HOME]);
    expect(await usedContainers('dreamina')).toEqual([]);
  });

  it('are closed apart', async () => {
    const [normal, work] = [await openOwnTab(SITE), await openOwnTab(inWork)];
    await closeOwnTab(inWork);
    expect(tabs.map(({ id }) => id)).not.toContain(work);
    expect(tabs.map(({ id }) => id)).toContain(normal);
    expect([await ownTab(SITE), await ownTab(inWork)]).toEqual([normal, undefined]);
    expect(await usedContainers('jimeng')).toEqual([]);
  });
});
