import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { JimengError, type JimengErrorCode } from '@/lib/jimeng/model/errors';
import type { PageChannel } from '@/lib/jimeng/wire/page-channel';
import {
  answered,
  type FakeTab,
  ORDER,
  ORIGIN,
  READ,
  SITE,
  STATE,
  tab,
} from '@/tests/support/page-tabs';
import { sendFromPage, stateOfPage } from './in-page';
import { createPageChannel } from './page-channel';

let now: number;
let mayUse: boolean;
let tabs: FakeTab[];
/** What scripts find in each tab, and what a request is answered. */
let stateIn: (tabId: number) => unknown;
let answerIn: (tabId: number, url: string) => unknown;
let created: string[];
let removed: number[];
let sent: { tabId: number; url: string }[];

interface Injection {
  target: { tabId: number; frameIds: number[] };
  world: string;
  func: unknown;
  args: [{ url: string }];
}

beforeEach(() => {
  fakeBrowser.reset();
  now = 1_000_000;
  mayUse = true;
  tabs = [];
  created = [];
  removed = [];
  sent = [];
  stateIn = () => STATE;
  answerIn = (_, url) => answered(url, true);
  Object.assign(fakeBrowser.tabs, {
    query: async () => tabs,
    get: async (id: number) => {
      const found = tabs.find((each) => each.id === id);
      if (!found) throw new Error(`No tab with id: ${id}.`);
      return found;
    },
    create: async ({ url }: { url: string }) => {
      created.push(url);
      tabs.push(tab(100 + created.length, { url }));
      return tabs.at(-1);
    },
    remove: async (id: number) => {
      removed.push(id);
      tabs = tabs.filter((each) => each.id !== id);
    },
  });
  Object.assign(fakeBrowser.scripting, {
    executeScript: async ({ target, world, func, args }: Injection) => {
      expect([world, target.frameIds]).toEqual(['MAIN', [0]]);
      if (func === stateOfPage) return [{ result: await stateIn(target.tabId) }];
      expect(func).toBe(sendFromPage);
      sent.push({ tabId: target.tabId, url: args[0].url });
      return [{ result: await answerIn(target.tabId, args[0].url) }];
    },
  });
});

function channel() {
  return createPageChannel({
    site: SITE,
    mayUse: async () => mayUse,
    onUse: async () => {},
    now: () => now,
    sleep: async (ms) => {
      now += ms;
    },
  });
}

const read = async (send: PageChannel['send']) => {
  await send(READ);
};

async function codeOf(work: Promise<unknown>): Promise<JimengErrorCode | undefined> {
  return work.then(
    () => undefined,
    (error: unknown) => (error as JimengError).code,
  );
}

const paths = () => sent.map(({ tabId, url }) => `${tabId} ${new URL(url).pathname}`);

describe('a page gets ready', () => {
  it('in a tab that is open already', async () => {
    tabs = [tab(1)];
    await channel().ready(read);
    expect(created).toEqual([]);
    expect(paths()).toEqual(['1 /read']);
  });

  it('in a tab in the background if none is open', async () => {
    await channel().ready(read);
    expect(created).toEqual([`${ORIGIN}/ai-tool/home`]);
  });

  it.each<[string, Partial<FakeTab>]>([
    ['private', { incognito: true }],
    ['unloaded', { discarded: true }],
    ['asleep', { status: 'unloaded' }],
    ['in a container', { cookieStoreId: 'firefox-container-1' }],
  ])('but not in a tab that is %s', async (_, more) => {
    tabs = [tab(1, more)];
    await channel().ready(read);
    expect(paths()).toEqual(['101 /read']);
  });

  it('once its code has replaced fetch, and not before', async () => {
    tabs = [tab(1)];
    stateIn = () => ({ ...STATE, isPatched: now >= 1_003_000 });
    await channel().ready(read);
    expect(now).toBe(1_003_000);
    expect(sent).toHaveLength(1);
  });

  it('once it signs: another script may have replaced fetch first', async () => {
    tabs = [tab(1)];
    answerIn = (_, url) => answered(url, now >= 1_003_000);
    await channel().ready(read);
    // Reads after 0, 1, and 3 s.
    expect(sent).toHaveLength(3);
  });

  it('if its code has announced itself, although it does not sign reads', async () => {
    tabs = [tab(1)];
    stateIn = () => ({ ...STATE, hasSigner: true });
    answerIn = (_, url) => answered(url, false);
    await channel().ready(read);
    expect(sent).toHaveLength(1);
  });

  it('in a tab of its own, if an open one hangs', async () => {
    tabs = [tab(1)];
    stateIn = (tabId) => (tabId === 1 ? undefined : STATE);
    await channel().ready(read);
    expect(now).toBe(1_010_000);
    expect(paths()).toEqual(['101 /read']);
  });
});

describe('a page does not get ready', () => {
  it.each<[string, () => void]>([
    ['without its code', () => (stateIn = () => ({ ...STATE, isPatched: false }))],
    ['on another site', () => (stateIn = () => ({ ...STATE, isSite: false }))],
    ['without a signature', () => (answerIn = (_, url) => answered(url, false))],
    ['without an answer', () => (answerIn = () => ({ outcome: 'network' }))],
  ])('%s, and is given up after 30 s', async (_, arrange) => {
    arrange();
    expect(await codeOf(channel().ready(read))).toBe('page-unavailable');
    expect(now).toBe(1_030_000);
    // Few reads: they are free, but no reason to storm the service.
    expect(sent.length).toBeLessThan(8);
  });

  it('without the agreement: nothing is opened or run', async () => {
    mayUse = false;
    expect(await codeOf(channel().ready(read))).toBe('page-unavailable');
    expect([created, sent]).toEqual([[], []]);
  });

  it('if the browser opens no tab', async () => {
    Object.assign(fakeBrowser.tabs, { create: () => Promise.reject(new Error('No window')) });
    expect(await codeOf(channel().ready(read))).toBe('page-unavailable');
  });

  it('if its tab is closed meanwhile', async () => {
    stateIn = () => {
      tabs = [];
      return undefined;
    };
    expect(await codeOf(channel().ready(read))).toBe('page-unavailable');
    expect(now).toBe(1_000_000);
  });

  it.each<[JimengErrorCode, JimengErrorCode]>([
    ['signed-out', 'page-unavailable'],
    ['risk-control', 'risk-control'],
  ])('if the read is answered with %s, at once', async (code, expected) => {
    const refused = async () => {
      throw new JimengError(code);
    };
    expect(await codeOf(channel().ready(refused))).toBe(expected);
    expect(now).toBe(1_000_000);
  });

  it('after the person has cancelled', async () => {
    const cancelled = AbortSignal.abort();
    await expect(channel().ready(read, cancelled)).rejects.toThrow(/abort/i);
  });
});

describe('an order', () => {
  it('is sent from the page that was ready, also by the next worker', async () => {
    tabs = [tab(1), tab(2)];
    stateIn = (tabId) => ({ ...STATE, isPatched: tabId === 2 });
    await channel().ready(read);
    const response = await channel().send(ORDER);
    expect(await response.json()).toEqual({ ret: '0', data: {} });
    expect(paths()).toEqual(['2 /read', '2 /order']);
  });

  it.each<[string, () => void]>([
    ['there never was a page', () => fakeBrowser.storage.session.clear()],
    ['the tab is closed', () => (tabs = [])],
    ['the tab shows another site', () => (tabs = [tab(1, { url: 'https://gallery.example/' })])],
    ['the agreement was withdrawn', () => (mayUse = false)],
    ['the page has lost its code', () => (answerIn = () => ({ outcome: 'not-sent' }))],
    [
      'the browser does not start the script',
      () =>
        (answerIn = () => {
          throw new Error('Cannot access contents of the page.');
        }),
    ],
  ])('is not sent when %s', async (_, arrange) => {
    tabs = [tab(1)];
    const pages = channel();
    await pages.ready(read);
    await arrange();
    expect(await codeOf(pages.send(ORDER))).toBe('page-unavailable');
  });

  it.each<[string, () => unknown, JimengErrorCode]>([
    [
      'the frame goes away',
      () => Promise.reject(new Error('Frame with ID 0 was removed.')),
      'network',
    ],
    ['the tab is closed', () => Promise.reject(new Error('The tab was closed.')), 'network'],
    ['the script fails', () => null, 'bad-response'],
    ['it takes too long', () => ({ outcome: 'timeout' }), 'timeout'],
  ])('may have been sent when %s', async (_, answer, expected) => {
    tabs = [tab(1)];
    const pages = channel();
    await pages.ready(read);
    answerIn = answer;
    expect(await codeOf(pages.send(ORDER))).toBe(expected);
  });

  it('waits for the one before it', async () => {
    tabs = [tab(1)];
    const pages = channel();
    await pages.ready(read);
    const first = Promise.withResolvers<void>();
    answerIn = async (_, url) => {
      await first.promise;
      return answered(url, true);
    };
    const both = [pages.send(ORDER), pages.send(ORDER)];
    await vi.waitFor(() => expect(paths()).toEqual(['1 /read', '1 /order']));
    first.resolve();
    await Promise.all(both);
    expect(paths()).toEqual(['1 /read', '1 /order', '1 /order']);
  });
});

it('an order that was given up while it waited for its turn is not sent', async () => {
  tabs = [tab(1)];
  const pages = channel();
  await pages.ready(read);
  const first = Promise.withResolvers<void>();
  answerIn = (_, url) => first.promise.then(() => answered(url, true));
  const giveUp = new AbortController();
  const sending = pages.send(ORDER);
  const waiting = codeOf(pages.send(ORDER, giveUp.signal));
  giveUp.abort();
  first.resolve();
  await sending;
  expect(await waiting).toBe('page-unavailable');
  expect(paths()).toEqual(['1 /read', '1 /order']);
});

describe('the tab that was opened', () => {
  it('is closed', async () => {
    const pages = channel();
    await pages.ready(read);
    await pages.close();
    expect(removed).toEqual([101]);
  });

  it.each<[string, Partial<FakeTab>]>([
    ['is in front', { active: true }],
    ['shows another site', { url: 'https://gallery.example/' }],
  ])('stays if it %s, and is the person’s from then on', async (_, more) => {
    const pages = channel();
    await pages.ready(read);
    tabs = [tab(101, more)];
    await pages.close();
    tabs = [tab(101)];
    await pages.close();
    expect(removed).toEqual([]);
  });

  it('is loaded anew, not opened a second time, if the browser has put it to sleep', async () => {
    const pages = channel();
    await pages.ready(read);
    tabs = [tab(101, { discarded: true })];
    const updated: unknown[] = [];
    Object.assign(fakeBrowser.tabs, {
      update: async (id: number, change: unknown) => {
        updated.push([id, change]);
        tabs = [tab(id)];
        return tabs[0];
      },
    });
    await pages.ready(read);
    expect(created).toHaveLength(1);
    expect(updated).toEqual([[101, { url: `${ORIGIN}/ai-tool/home` }]]);
  });

  it('is not one of the person’s', async () => {
    tabs = [tab(1)];
    const pages = channel();
    await pages.ready(read);
    await pages.close();
    expect(removed).toEqual([]);
  });
});
