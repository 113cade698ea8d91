import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sampleJob } from '@/tests/stories/jobs';
import type { Job } from '../model/job';
import type { OrderRecord } from '../model/order-record';
import { EVERYTHING } from '../model/query';
import { MANY } from '../model/watch';
import { deleteJobStore, type JobStore, openJobStore } from '../store/jobs';
import { createHistory, type History, type HistoryState } from './view-model';

let store: JobStore;
let history: History;
let state: HistoryState;
let now: number;
let urls: Set<string>;
let made: number;
let reads: string[];

beforeEach(async () => {
  await deleteJobStore();
  now = 1_000_000;
  urls = new Set();
  made = 0;
  reads = [];
  store = await openJobStore(() => {});
  history = createHistory({
    store: {
      ...store,
      show: (ids) => {
        reads.push(...ids);
        return store.show(ids);
      },
    },
    urls: {
      create: () => {
        made += 1;
        urls.add(`blob:${made}`);
        return `blob:${made}`;
      },
      revoke: (url) => urls.delete(url),
    },
    compare: (a, b) => a.localeCompare(b),
    now: () => now,
    onChange: (next) => {
      state = next;
    },
  });
});
afterEach(() => store.close());

async function fill(count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, (_, index) => `job-${index}`);
  await store.merge(
    ids.map((id, index) =>
      sampleJob({ id, rev: 0, stage: 'done', createdAt: 1_000 - index, name: `picture ${index}` }),
    ),
  );
  for (const id of ids) await store.putBlob(`${id}/thumb`, new Blob(['t']));
  return ids;
}

const shownIds = () => state.entries.map(({ id }) => id);

it('reads the newest rows first, the others when they are wanted', async () => {
  const ids = await fill(60);
  await history.start();
  expect(shownIds()).toEqual(ids.slice(0, 40));
  expect(state.isWhole).toBe(false);
  expect(state.counts.done).toBe(60);
  expect(reads).toHaveLength(10);
  await history.readAll();
  expect(shownIds()).toEqual(ids);
  expect(state.isWhole).toBe(true);
  expect(reads).toHaveLength(10);
});

it('holds rows and pictures of what is in sight only, and gives the others up', async () => {
  await fill(60);
  await history.start();
  await history.readAll();
  await history.show(['job-30', 'job-31']);
  expect([...state.jobs.keys()]).toEqual(['job-30', 'job-31']);
  expect([...state.thumbs.keys()]).toEqual(['job-30', 'job-31']);
  expect(urls.size).toBe(2);
  await history.show(['job-31', 'job-32']);
  expect(urls.size).toBe(2);
  expect(reads.filter((id) => id === 'job-31')).toHaveLength(1);
  await history.show([]);
  expect(urls.size).toBe(0);
});

it('reads one changed row again, and nothing else', async () => {
  await fill(30);
  await history.start();
  await history.readAll();
  await history.show(['job-3', 'job-4']);
  const before = state.thumbs.get('job-4');
  reads.length = 0;
  const job = await store.get('job-3');
  if (job) await store.commit({ ...job, name: 'another' });
  await history.changed('job-3');
  expect(reads).toEqual(['job-3']);
  expect(state.jobs.get('job-3')?.name).toBe('another');
  expect(state.thumbs.get('job-4')).toBe(before);
  const unseen = await store.get('job-20');
  if (unseen) await store.commit({ ...unseen, stage: 'failed' });
  await history.changed('job-20');
  expect(reads).toEqual(['job-3']);
  expect(state.counts).toMatchObject({ done: 29, failed: 1 });
});

it('takes in new rows and loses removed ones, before and after the rest was read', async () => {
  await fill(3);
  await history.start();
  for (const id of ['new-1', 'new-2']) {
    await store.add(sampleJob({ id, rev: 0, createdAt: 5_000 }));
    await history.changed(id);
    expect(shownIds()).toContain(id);
    expect(state.jobs.has(id)).toBe(true);
    await store.remove([id, 'job-0']);
    await history.changed(MANY);
    expect(shownIds()).not.toContain(id);
    expect(shownIds()).not.toContain('job-0');
    await history.readAll();
  }
});

it('narrows, sorts and widens again', async () => {
  await fill(30);
  await history.start();
  await history.ask({ ...EVERYTHING, words: 'PICTURE 2' });
  expect(shownIds()).toHaveLength(12);
  await history.ask({ ...EVERYTHING, sort: 'oldest' });
  expect(shownIds()[0]).toBe('job-29');
  await history.ask(EVERYTHING);
  expect(shownIds()[0]).toBe('job-0');
  await store.add(sampleJob({ id: 'boat', rev: 0, name: 'boat', createdAt: 9_000 }));
  await history.ask({ ...EVERYTHING, words: 'boat' });
  await history.changed('boat');
  expect(shownIds()).toEqual(['boat']);
});

it('keeps the list of the query before while the rows of a new one are read', async () => {
  await fill(30);
  await history.start();
  await history.readAll();
  const asked = { ...EVERYTHING, words: 'picture 29' };
  const answered = history.ask(asked);
  expect(state.query).toBe(asked);
  expect(state.listed).toBe(EVERYTHING);
  expect(shownIds()).toHaveLength(30);
  await answered;
  expect(state.listed).toBe(asked);
  expect(shownIds()).toEqual(['job-29']);
});

it('offers a removal for undoing as long as it can be undone', async () => {
  await fill(5);
  await history.start();
  await store.hide(['job-1', 'job-2'], now);
  await history.changed(MANY);
  expect(state.removal).toEqual({ at: now, count: 2 });
  expect(shownIds()).toEqual(['job-0', 'job-3', 'job-4']);
  await store.restore(now);
  await history.changed(MANY);
  expect(state.removal).toBeUndefined();
  expect(shownIds()).toHaveLength(5);
  await store.hide(['job-1'], now);
  now += 60_000;
  await history.changed('job-1');
  expect(state.removal).toBeUndefined();
});

it('counts the rows that wait for a sign-in, in sight or not', async () => {
  const waiting = { reason: 'sign-in', since: 1 } as const;
  await store.merge(
    Array.from({ length: 30 }, (_, index) => sampleJob({ id: `w-${index}`, waiting })),
  );
  await history.start();
  expect(state.signInWaits).toBe(30);
  expect(state.counts.needs).toBe(30);
});

it('reads no row that waits for its turn, however many there are', async () => {
  await store.merge(Array.from({ length: 60 }, (_, at) => sampleJob({ id: `q-${at}` })));
  await history.start();
  await history.show(['q-3']);
  const read = vi.spyOn(IDBIndex.prototype, 'getAll');
  await history.readAll();
  await history.changed('q-3');
  const indexes = read.mock.contexts.map((index) => (index as IDBIndex).name);
  read.mockRestore();
  expect(indexes).not.toContain('open');
});

describe('batches', () => {
  const rowOf = (id: string, batch: string, parts: Partial<Job> = {}) =>
    sampleJob({ id, rev: 0, stage: 'done', batch: { id: batch, index: 1 }, ...parts });
  const batchOf = (id: string, createdAt: number) =>
    ({ id, name: id, createdAt, target: '2k', size: 1, leftOut: { large: 0, known: 0 } }) as const;
  const summaries = () => state.batches.map(({ batch, counts }) => [batch.id, counts.done]);
  let known: string[][];

  beforeEach(async () => {
    known = [];
    const { batchSummaries } = store;
    store.batchSummaries = (earlier) => {
      known.push([...(earlier?.summaries.keys() ?? [])].toSorted());
      return batchSummaries(earlier);
    };
    history = createHistory({
      store,
      urls: { create: () => 'blob:', revoke: () => {} },
      compare: (a, b) => a.localeCompare(b),
      now: () => now,
      onChange: (next) => {
        state = next;
      },
    });
    await store.addBatch(batchOf('old', 1), [{ job: rowOf('a', 'old', { createdAt: 1 }) }]);
    await store.addBatch(batchOf('new', 2), [{ job: rowOf('b', 'new', { createdAt: 2 }) }]);
    await store.merge([sampleJob({ id: 'single', rev: 0, createdAt: 3 })]);
  });

  it('are shown as long as they have rows, however old', async () => {
    now += 60 * 24 * 60 * 60_000;
    await history.start();
    expect(summaries()).toEqual([
      ['new', 1],
      ['old', 1],
    ]);
    await store.remove(['b']);
    await history.changed('b');
    expect(summaries()).toEqual([['old', 1]]);
  });

  it('are read again only on news about them', async () => {
    await history.start();
    for (const id of ['single', 'a', 'new']) await history.changed(id);
    expect(known).toEqual([[], ['new', 'old'], ['new'], ['old']]);
    await store.remove(['a', 'b', 'single']);
    await history.changed('single');
    expect(known.at(-1)).toEqual([]);
    expect(summaries()).toEqual([]);
  });

  it('count a row anew on news about it, and read the others of its batch once', async () => {
    const rows = ['c', 'd'].map((id, at) => ({ job: rowOf(id, 'two', { createdAt: 3 + at }) }));
    await store.addBatch(batchOf('two', 3), rows);
    await history.start();
    const counts = () => state.batches[0]?.counts;
    expect(counts()).toMatchObject({ done: 2, cancelled: 0 });
    const read = vi.spyOn(IDBIndex.prototype, 'getAll');
    await changeJob('c', { stage: 'cancelled', finishedAt: 2 });
    await history.changed('c');
    expect(counts()).toMatchObject({ done: 1, cancelled: 1 });
    await history.readAll();
    await store.remove(['d']);
    await history.changed('d');
    expect(counts()).toMatchObject({ done: 0, cancelled: 1 });
    const indexes = read.mock.contexts.map((index) => (index as IDBIndex).name);
    read.mockRestore();
    expect(indexes).not.toContain('batch');
  });

  it('count the money of a job anew on news about it', async () => {
    const record = { submitId: 's', jobId: 'a', batchId: 'old', site: 'jimeng', at: 1 } as const;
    const order = { ...record, account: 'id-1', kind: 'k', expected: 2 };
    await changeJob('a', {}, order);
    await changeJob('b', {}, { ...order, submitId: 't', jobId: 'b', batchId: 'new' });
    await history.start();
    const spent = () => state.batches.map((batch) => batch.spent);
    expect(spent()).toEqual([2, 2]);
    const submission = { submitId: 's', tool: 'smart-hd', at: 1 } as const;
    await changeJob('a', { submission, credits: 7 });
    await history.changed('a');
    expect(spent()).toEqual([2, 7]);
    await store.putPrice('t', 9);
    await history.changed('new');
    expect(spent()).toEqual([9, 7]);
  });

  async function changeJob(id: string, parts: Partial<Job>, order?: OrderRecord): Promise<void> {
    const job = await store.get(id);
    if (job) await store.commit({ ...job, ...parts }, order && { order });
  }

  it('are closed at first, so none of their rows is read', async () => {
    await history.start();
    expect([...state.jobs.keys()]).toEqual(['single']);
    expect(shownIds()).toEqual(['single', 'b', 'a']);
  });
});
