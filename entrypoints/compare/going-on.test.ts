// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { sendMessage } from '@/lib/browser/messages';
import { comparedThrough, type Through } from '@/lib/browser/pages/compare';
import { compareChoices, USUAL_COMPARISON } from '@/lib/browser/storage/compare-choices';
import { measureShift } from '@/lib/images/quality/shift-check';
import type { Job } from '@/lib/jobs/model/job';
import { MANY } from '@/lib/jobs/model/watch';
import { deleteJobStore, type JobStore, openJobStore } from '@/lib/jobs/store/jobs';
import { ENDED, sampleJob } from '@/tests/stories/jobs';
import { type CompareConnection, connect } from './connect';

vi.mock('@/lib/browser/messages', () => ({ sendMessage: vi.fn() }));
vi.mock('@/lib/images/quality/shift-check', () => ({ measureShift: vi.fn(async () => undefined) }));

const { source, result } = ENDED.done as Required<Job>;
let store: JobStore;
let channel: BroadcastChannel;

/** A finished row of a source, with its pictures. */
async function add(id: string, createdAt: number, sha256 = id): Promise<void> {
  const job = { ...(ENDED.done ?? sampleJob()), id, name: id, rev: 0, createdAt, result };
  await store.merge([{ ...job, finishedAt: createdAt + 5, source: { ...source, sha256 } }]);
  await store.putBlob(`${id}/input`, new Blob([`${id} before`]));
  await store.putBlob(`${id}/result`, new Blob([`${id} after`]));
}

beforeEach(async () => {
  fakeBrowser.reset();
  let urls = 0;
  // Blobs of the stand-in for the database are no blobs of the stand-in for the page.
  vi.spyOn(URL, 'createObjectURL').mockImplementation(() => {
    urls += 1;
    return `blob:${urls}`;
  });
  await deleteJobStore();
  store = await openJobStore(() => {});
  channel = new BroadcastChannel('jobs');
  // What the background does.
  vi.mocked(sendMessage).mockImplementation((async (name: string, data: never) => {
    if (name === 'remove') await store.hide([data], Date.now());
    if (name === 'undoRemoval') await store.restore(data);
    channel.postMessage(MANY);
  }) as never);
  await add('a', 30);
  await add('b', 20);
  await add('c', 10);
});
afterEach(() => {
  channel.close();
  store.close();
  vi.clearAllMocks();
});

const shown = (page: CompareConnection) => page.live.value?.job?.id;
const until = (page: CompareConnection, id: string) =>
  vi.waitFor(() => expect(shown(page)).toBe(id));
async function open(id: string, through: Through = {}): Promise<CompareConnection> {
  const page = connect(id, through, new Intl.Collator('en').compare);
  await until(page, id);
  return page;
}

describe('going on', () => {
  it('shows the next image in the same page, whose address says so, and stops at the ends', async () => {
    const page = await open('a');
    expect(page.live.value?.place).toMatchObject({ at: 1, of: 3 });
    page.actions.step(-1);
    page.actions.step(1);
    await until(page, 'b');
    expect(new URLSearchParams(location.search).get('job')).toBe('b');
    expect(page.live.value?.place).toMatchObject({ at: 2, of: 3 });
  });

  it('ends at the image that was asked for last, however fast', async () => {
    const page = await open('a');
    const seen = new Set<unknown>();
    page.live.subscribe(() => void seen.add(shown(page)));
    page.actions.step(1);
    page.actions.step(1);
    await until(page, 'c');
    expect(seen).toEqual(new Set(['a', 'c']));
  });

  it('goes through the list that the person saw, in its order, and the address keeps it', async () => {
    const list = { words: '', filter: 'all', sort: 'oldest' } as const;
    const page = await open('b', { list });
    expect(page.live.value?.place).toMatchObject({ at: 2, of: 3 });
    page.actions.step(1);
    await until(page, 'a');
    expect(comparedThrough(location.search)).toEqual({ list });
  });

  it('goes through what was done since a moment', async () => {
    const page = await open('a', { since: 22 });
    expect(page.live.value?.place).toMatchObject({ at: 1, of: 2 });
    page.actions.step(1);
    await until(page, 'b');
    expect(location.search).toBe('?job=b&since=22');
  });

  it('follows rows that are added and removed', async () => {
    const page = await open('b');
    await add('new', 40);
    channel.postMessage('new');
    await vi.waitFor(() => expect(page.live.value?.place).toMatchObject({ at: 3, of: 4 }));
    await store.hide(['a'], 1);
    channel.postMessage(MANY);
    await vi.waitFor(() => expect(page.live.value?.place).toMatchObject({ at: 2, of: 3 }));
  });
});

describe('a decision', () => {
  it('is counted, shown on the image, and goes on', async () => {
    const page = await open('a');
    page.actions.keep();
    await until(page, 'b');
    expect(page.live.value?.place).toMatchObject({ kept: 1, isKept: false });
    page.actions.step(-1);
    await until(page, 'a');
    expect(page.live.value?.place?.isKept).toBe(true);
  });

  it('removes, and is taken back for as long as the removal is', async () => {
    const page = await open('b');
    page.actions.discard();
    await until(page, 'c');
    await vi.waitFor(() =>
      expect(page.live.value?.place).toEqual({
        at: 2,
        of: 2,
        kept: 0,
        discarded: 1,
        isKept: false,
      }),
    );
    await vi.waitFor(() => expect(page.live.value?.canUndo).toBe(true));
    page.actions.undo();
    await until(page, 'b');
    expect(page.live.value?.place).toMatchObject({ at: 2, of: 3, discarded: 0 });
    expect(page.live.value?.canUndo).toBe(false);
  });

  it('is not overtaken by a person who goes on faster than a row is removed', async () => {
    let remove = () => {};
    const removed = new Promise<void>((resolve) => {
      remove = resolve;
    });
    vi.mocked(sendMessage).mockImplementation((() => removed) as never);
    const page = await open('b');
    page.actions.discard();
    await until(page, 'c');
    page.actions.step(-1);
    await until(page, 'a');
    expect(page.live.value?.place).toMatchObject({ at: 1, of: 2, discarded: 1 });
    // Before anything is read again.
    page.actions.step(1);
    page.actions.discard();
    await until(page, 'a');
    remove();
  });

  it('is taken back once by two presses, and never that of another image', async () => {
    const page = await open('a');
    for (const next of ['b', 'c']) {
      page.actions.discard();
      await until(page, next);
      await vi.waitFor(() => expect(page.live.value?.canUndo).toBe(true));
    }
    page.actions.undo();
    page.actions.undo();
    await until(page, 'b');
    await vi.waitFor(() => expect(page.live.value?.place).toMatchObject({ of: 2, discarded: 1 }));
    await vi.waitFor(() => expect(page.live.value?.canUndo).toBe(true));
    page.actions.undo();
    await until(page, 'a');
    await vi.waitFor(() => expect(page.live.value?.place).toMatchObject({ of: 3, discarded: 0 }));
  });

  it('whose removal is still under way brings no other image back', async () => {
    const page = await open('a');
    page.actions.discard();
    await until(page, 'b');
    await vi.waitFor(() => expect(page.live.value?.canUndo).toBe(true));
    // The background is starting.
    vi.mocked(sendMessage).mockImplementation((async () => undefined) as never);
    await new Promise((resolve) => setTimeout(resolve, 2));
    page.actions.discard();
    page.actions.undo();
    await until(page, 'c');
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(sendMessage).not.toHaveBeenCalledWith('undoRemoval', expect.anything());
    expect(shown(page)).toBe('c');
  });

  it('that cannot be taken back stays', async () => {
    const page = await open('a');
    page.actions.discard();
    await vi.waitFor(() => expect(page.live.value?.canUndo).toBe(true));
    vi.mocked(sendMessage).mockRejectedValueOnce(new Error('no response'));
    page.actions.undo();
    await vi.waitFor(() =>
      expect(sendMessage).toHaveBeenCalledWith('undoRemoval', expect.anything()),
    );
    page.actions.undo();
    await until(page, 'a');
  });

  it('about the last one goes back to the one before, and about the only one says that it is gone', async () => {
    const page = await open('c');
    for (const next of ['b', 'a']) {
      page.actions.discard();
      await until(page, next);
    }
    page.actions.discard();
    await vi.waitFor(() => expect(page.live.value?.job).toBeUndefined());
    await vi.waitFor(() => expect(page.live.value?.canUndo).toBe(true));
  });

  it('of somebody else is not offered to be taken back', async () => {
    const page = await open('b');
    await store.hide(['a'], Date.now());
    channel.postMessage(MANY);
    await vi.waitFor(() => expect(page.live.value?.place).toMatchObject({ of: 2 }));
    expect(page.live.value?.canUndo).toBe(false);
  });
});

describe('two results of one source', () => {
  beforeEach(() => add('larger', 25, 'a'));

  it('stand on either side, and change sides; another image has its own source on the left', async () => {
    const page = await open('a');
    expect(page.live.value?.results.map(({ id }) => id)).toEqual(['larger', 'a']);
    page.actions.chooseLeft('larger');
    await vi.waitFor(() => expect(page.live.value?.left?.job.id).toBe('larger'));
    page.actions.chooseRight('larger');
    await until(page, 'larger');
    expect(page.live.value?.left?.job.id).toBe('a');
    page.actions.chooseLeft(undefined);
    await vi.waitFor(() => expect(page.live.value?.left).toBeUndefined());
    page.actions.chooseLeft('a');
    await vi.waitFor(() => expect(page.live.value?.left).toBeDefined());
    page.actions.step(1);
    await until(page, 'b');
    expect(page.live.value?.left).toBeUndefined();
    expect(page.live.value?.results.map(({ id }) => id)).toEqual(['b']);
  });

  it('are one again when the other is removed', async () => {
    const page = await open('a');
    page.actions.chooseLeft('larger');
    await vi.waitFor(() => expect(page.live.value?.left).toBeDefined());
    await store.hide(['larger'], 1);
    channel.postMessage(MANY);
    await vi.waitFor(() => expect(page.live.value?.left).toBeUndefined());
  });
});

it('each pair is measured once, and never has the shift of another', async () => {
  vi.mocked(measureShift).mockResolvedValueOnce({ x: 2, y: 0 });
  const page = await open('a');
  await vi.waitFor(() => expect(page.live.value?.shift).toEqual({ x: 2, y: 0 }));
  channel.postMessage('b');
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(page.live.value?.shift).toEqual({ x: 2, y: 0 });
  expect(measureShift).toHaveBeenCalledTimes(1);
  const shifts = new Set<unknown>();
  page.live.subscribe((live) => void (live?.job?.id === 'b' && shifts.add(live.shift)));
  page.actions.step(1);
  await until(page, 'b');
  await vi.waitFor(() => expect(measureShift).toHaveBeenCalledTimes(2));
  expect(shifts).toEqual(new Set([undefined]));
});

it('the way to compare is that of last time, and is kept for the next', async () => {
  await compareChoices.write({ mode: 'lens', isPixelated: false });
  const page = await open('a');
  expect(page.live.value?.choices.mode).toBe('lens');
  page.live.value?.onChoices({ mode: 'side', isPixelated: true });
  expect(page.live.value?.choices).toEqual({ mode: 'side', isPixelated: true });
  await vi.waitFor(async () =>
    expect(await compareChoices.read(USUAL_COMPARISON)).toEqual({
      mode: 'side',
      isPixelated: true,
    }),
  );
});

it('knows what an order has cost since the page was opened', async () => {
  const page = await open('a');
  const order = { target: '4k', upscaler: 'smart-hd' } as const;
  const cost = () => page.live.value?.costOf(order);
  expect(cost()).toBeUndefined();
  await store.addCost({ site: 'jimeng', tool: 'smart-hd', target: '4k' }, { credits: 7, at: 1 });
  channel.postMessage('a');
  await vi.waitFor(() => expect(cost()).toBe(7));
});
