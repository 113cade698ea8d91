// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { originsOf } from '@/lib/browser/access/site-access';
import { sendMessage } from '@/lib/browser/messages';
import { comparedThrough } from '@/lib/browser/pages/compare';
import { changeSettings } from '@/lib/browser/storage/settings';
import type { Job } from '@/lib/jobs/model/job';
import { EVERYTHING } from '@/lib/jobs/model/query';
import type { DuplicateCheck } from '@/lib/jobs/rules/duplicate';
import { NewerHistory } from '@/lib/jobs/store/connection';
import { deleteJobStore, type JobStore, openJobStore } from '@/lib/jobs/store/jobs';
import { ENDED, RUNNING, WAITING } from '@/tests/stories/jobs';
import { type Connection, connect } from './connect';

vi.mock('@/lib/browser/messages', () => ({ sendMessage: vi.fn() }));

let store: JobStore;
let answers: Record<string, unknown>;
let shortcut: string;

beforeEach(async () => {
  fakeBrowser.reset();
  vi.useFakeTimers({ toFake: ['Date', 'setInterval'], now: new Date(2026, 10, 22, 23, 59) });
  await deleteJobStore();
  store = await openJobStore(() => {});
  answers = { account: { site: 'jimeng', state: 'unknown' }, costs: {} };
  shortcut = 'Alt+A';
  vi.mocked(sendMessage).mockReset();
  const replaceOverview = { jobIds: [], batchIds: [], sites: [] };
  vi.mocked(sendMessage).mockImplementation(
    async (...[name]: unknown[]) => ({ replaceOverview, ...answers })[name as string] as never,
  );
  const getAll = async () => [{ name: 'upscale-under-pointer', shortcut }];
  Object.assign(fakeBrowser, { commands: { getAll } });
});
afterEach(() => {
  store.close();
  vi.useRealTimers();
});

/** A page of these rows, once it has read them. */
async function open(...jobs: Job[]): Promise<Connection> {
  await store.merge(jobs);
  const connection = connect(
    async () => store,
    'en',
    () => {},
  );
  await vi.waitFor(() => expect(connection.liveState.value.history).toBeDefined());
  await vi.waitFor(() => expect(connection.liveState.value.shortcut).toBe(shortcut));
  return connection;
}

it('hands the list to the compare page as the person sees it', async () => {
  const create = vi.fn(async (_: { url: string }) => undefined);
  Object.assign(fakeBrowser.tabs, { create });
  const finished = { ...(ENDED.done as Job), id: 'finished', rev: 0 };
  const { liveState, actions } = await open(finished);
  const list = { words: '', filter: 'done', sort: 'name' } as const;
  actions.ask(list);
  await vi.waitFor(() => expect(liveState.value.history?.query).toEqual(list));
  actions.compare('finished');
  actions.upscaleAgain('finished');
  await vi.waitFor(() => expect(create).toHaveBeenCalledTimes(2));
  const through = create.mock.calls.map(([{ url }]) => comparedThrough(new URL(url).search));
  expect(through).toEqual([{ list }, { list }]);
});

describe('the finished one of a duplicate', () => {
  const finished = { ...(ENDED.done as Job), id: 'finished', name: 'harbour', rev: 0 };
  const second = {
    ...(WAITING.duplicate as Job),
    id: 'second',
    name: 'lake',
    rev: 0,
    waiting: { reason: 'duplicate', since: 0, duplicateId: 'finished' },
  } as const;

  it.each([
    ['filter', { filter: 'needs' }],
    ['search', { words: 'lake' }],
  ] as const)('is shown although the %s leaves it out', async (_, narrow) => {
    const { liveState, focusedJobId, actions } = await open(finished, second);
    const shown = () => liveState.value.history?.entries.map(({ id }) => id);
    actions.ask({ ...EVERYTHING, sort: 'name', ...narrow });
    await vi.waitFor(() => expect(shown()).toEqual(['second']));
    answers.useExisting = 'finished';
    actions.useExisting('second');
    await vi.waitFor(() => expect(focusedJobId.value).toBe('finished'));
    expect(sendMessage).toHaveBeenCalledWith('useExisting', 'second');
    expect(shown()).toEqual(['finished', 'second']);
    expect(liveState.value.history?.query).toEqual({ ...EVERYTHING, sort: 'name' });
    expect(focusedJobId.value).toBe('finished');
  });

  it('is not gone to if it is no longer there', async () => {
    const { focusedJobId, actions } = await open(finished, second);
    actions.useExisting('second');
    await vi.waitFor(() => expect(sendMessage).toHaveBeenCalledWith('useExisting', 'second'));
    await store.list();
    expect(focusedJobId.value).toBeUndefined();
  });

  it('changes nothing about a search that finds it', async () => {
    answers.useExisting = 'finished';
    const { liveState, focusedJobId, actions } = await open(finished, {
      ...second,
      name: 'harbour',
    });
    const query = { ...EVERYTHING, words: 'harbour' };
    actions.ask(query);
    await vi.waitFor(() => expect(liveState.value.history?.entries).toHaveLength(2));
    actions.useExisting('second');
    await vi.waitFor(() => expect(focusedJobId.value).toBe('finished'));
    expect(liveState.value.history?.query).toBe(query);
  });
});

describe('a click that became no row of its own', () => {
  const running = { ...(RUNNING.queued as Job), id: 'running', rev: 0 };
  async function clickAgain(): Promise<void> {
    const clicked = { ...running, id: 'clicked', updatedAt: Date.now() };
    const judge: DuplicateCheck['judge'] = () => ({ join: running });
    expect(await store.add(clicked, { duplicateCheck: { joined: running, judge } })).toBe(false);
  }

  it('is what the page is opened on, and is said for a while', async () => {
    await store.merge([running]);
    await clickAgain();
    const { liveState, focusedJobId } = await open();
    expect(focusedJobId.value).toBe('running');
    expect(liveState.value.history?.joined).toMatchObject({ jobId: 'running' });
  });

  it('is no longer said of an old one', async () => {
    await store.merge([running]);
    await clickAgain();
    vi.advanceTimersByTime(60_000);
    const { liveState, focusedJobId } = await open();
    expect(focusedJobId.value).toBeUndefined();
    expect(liveState.value.history?.joined).toBeUndefined();
  });
});

describe('a history that cannot be read', () => {
  function openBroken(error: Error, isMended = () => false): Connection {
    return connect(
      async () => {
        if (isMended()) return store;
        throw error;
      },
      'en',
      () => {},
    );
  }

  it.each([
    ['newer', new NewerHistory()],
    ['unreadable', new DOMException('Internal error', 'UnknownError')],
  ] as const)('is said to be %s', async (trouble, error) => {
    const { liveState, actions } = openBroken(error);
    await vi.waitFor(() => expect(liveState.value.historyTrouble).toBe(trouble));
    actions.ask(EVERYTHING);
    actions.useExisting('any');
    await new Promise((resolve) => setTimeout(resolve));
    expect(liveState.value.history).toBeUndefined();
  });

  it.each([
    ['asked for', ({ actions }: Connection) => actions.readAgain()],
    ['come back to', () => window.dispatchEvent(new Event('focus'))],
  ] as const)('is read when it is %s again', async (_, tryAgain) => {
    let isMended = false;
    const connection = openBroken(new Error('locked'), () => isMended);
    const { liveState } = connection;
    await vi.waitFor(() => expect(liveState.value.historyTrouble).toBe('unreadable'));
    isMended = true;
    tryAgain(connection);
    await vi.waitFor(() => expect(liveState.value.history).toBeDefined());
    expect(liveState.value.historyTrouble).toBeUndefined();
  });

  it('is said when opening it takes too long, and is shown if it comes after all', async () => {
    vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'setTimeout', 'clearTimeout'] });
    const opening = Promise.withResolvers<JobStore>();
    const { liveState } = connect(
      () => opening.promise,
      'en',
      () => {},
    );
    vi.advanceTimersByTime(6_000);
    expect(liveState.value.historyTrouble).toBe('unreadable');
    vi.useRealTimers();
    opening.resolve(store);
    await vi.waitFor(() => expect(liveState.value.history).toBeDefined());
    expect(liveState.value.historyTrouble).toBeUndefined();
  });
});

describe('a page that stays open', () => {
  it('orders with the size that was chosen elsewhere', async () => {
    const { liveState, actions } = await open();
    await changeSettings({ target: '4k' });
    await vi.waitFor(() => expect(liveState.value.target).toBe('4k'));
    actions.pickImage();
    expect(sendMessage).toHaveBeenCalledWith('pick', '4k');
  });

  it('shows the size that holds when another one cannot be stored', async () => {
    const { liveState, actions } = await open();
    vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValueOnce(new Error('full'));
    actions.setTarget('4k');
    expect(liveState.value.target).toBe('4k');
    await vi.waitFor(() => expect(liveState.value.target).toBe('2k'));
  });

  it('asks anew what orders cost when another upscaler is chosen', async () => {
    const { liveState } = await open();
    answers.costs = { '2k': { credits: 3, at: 1 } };
    await changeSettings({ upscaler: 'smart-hd' });
    await vi.waitFor(() => expect(liveState.value.costs).toEqual(answers.costs));
  });

  it.each([
    ['has the keyboard again', () => window.dispatchEvent(new Event('focus'))],
    ['is seen again', () => document.dispatchEvent(new Event('visibilitychange'))],
  ])('reads costs and shortcut again when it %s', async (_, comeBack) => {
    const { liveState } = await open();
    answers.costs = { '2k': { credits: 3, at: 1 } };
    shortcut = 'Alt+B';
    comeBack();
    await vi.waitFor(() => expect(liveState.value).toMatchObject({ shortcut, ...answers }));
  });

  it('knows the new day although nothing runs', async () => {
    const { now } = await open(ENDED.done as Job);
    const opened = now.value;
    vi.advanceTimersByTime(59_000);
    expect(now.value).toBe(opened);
    vi.advanceTimersByTime(2_000);
    expect(new Date(now.value).getDate()).toBe(23);
  });
});

describe('the button for a permission', () => {
  it.each([
    ['a host of an image', 'permission', ['https://cdn.example.com/*']],
    ['the site of an account', 'permission for the site', originsOf('dreamina')],
  ])('asks within the click for %s', async (_, name, origins) => {
    const request = vi.fn(async () => true);
    Object.assign(fakeBrowser.permissions, { request });
    const job = { ...(WAITING[name] as Job), id: 'waiting', rev: 0 };
    const { actions } = await open(job);
    actions.allow(job, 'host');
    expect(request).toHaveBeenCalledExactlyOnceWith({ origins });
  });

  it('of the banner asks for the site that the account is at', async () => {
    const request = vi.fn(async () => true);
    Object.assign(fakeBrowser.permissions, { request });
    answers.account = { site: 'dreamina', state: 'no-access' };
    const { actions, liveState } = await open();
    await vi.waitFor(() => expect(liveState.value.account.state).toBe('no-access'));
    actions.allowService();
    expect(request).toHaveBeenCalledExactlyOnceWith({ origins: originsOf('dreamina') });
  });
});
