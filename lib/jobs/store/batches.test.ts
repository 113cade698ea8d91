import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ENDED, sampleJob } from '@/tests/stories/jobs';
import { makeDatabase } from '@/tests/support/raw-database';
import type { Batch } from '../model/batch';
import { entryOf } from '../model/history-entry';
import type { Job } from '../model/job';
import { deleteJobStore, type JobStore, openJobStore } from './jobs';
import { toStored } from './schema';

const DAY = 24 * 60 * 60_000;
const BATCH: Batch = {
  id: 'b',
  name: 'Gallery',
  createdAt: 1_000,
  target: '2k',
  size: 2,
  leftOut: { large: 0, known: 0 },
};

let store: JobStore;
beforeEach(deleteJobStore);
afterEach(() => store.close());

const rowOf = (id: string, batch = 'b') =>
  sampleJob({ ...ENDED.done, id, rev: 0, batch: { id: batch, index: 1 } });

describe('a history from before there were batches', () => {
  it('is kept by the update, and takes batches', async () => {
    const old = sampleJob({ ...ENDED.done, id: 'old', rev: 3 });
    await makeDatabase(1, (db, tx) => {
      const jobs = db.createObjectStore('jobs', { keyPath: 'id' });
      for (const name of ['open', 'sha256', 'shownAt', 'removedAt']) jobs.createIndex(name, name);
      db.createObjectStore('entries', { keyPath: 'id' }).createIndex('condition', 'condition');
      db.createObjectStore('blobs').put(new Blob(['bytes']), 'old/result');
      db.createObjectStore('meta').put(7, 'kept');
      tx.objectStore('jobs').put(toStored(old));
      tx.objectStore('entries').put(entryOf(old));
    });
    store = await openJobStore(() => {});
    expect(await store.list()).toEqual([old]);
    expect(await store.blob('old/result')).toBeDefined();
    expect(await store.addBatch(BATCH, [{ job: rowOf('one') }])).toBe(true);
    expect(await store.rowsOfBatch('b')).toEqual(['one']);
    expect((await store.batchSummaries())[0]?.counts).toMatchObject({ done: 1, gone: 1 });
  });
});

describe('a batch', () => {
  beforeEach(async () => {
    store = await openJobStore(() => {});
  });

  it('keeps its first reason for a pause, unless the person pauses', async () => {
    await store.addBatch(BATCH, [{ job: rowOf('one') }]);
    const reason = async () => (await store.batch('b'))?.paused?.by;
    const until = 10;
    await store.pauseBatch('b', { by: 'day', at: 1, until });
    await store.pauseBatch('b', { by: 'budget', at: 2 });
    expect(await reason()).toBe('day');
    await store.pauseBatch('b', { by: 'budget', at: until });
    expect(await reason()).toBe('budget');
    // The next day or another budget must not let it go on now.
    await store.pauseBatch('b', { by: 'risk', at: 11 });
    expect(await reason()).toBe('risk');
    await store.pauseBatch('b', { by: 'budget', at: 12 });
    expect(await reason()).toBe('risk');
    await store.pauseBatch('b', { by: 'person', at: 13 });
    await store.pauseBatch('b', { by: 'risk', at: 14 });
    expect(await reason()).toBe('person');
    await store.pauseBatch('none', { by: 'person', at: 3 });
  });

  it('is forgotten with its orders long after its last row is gone, when another one is added', async () => {
    await store.addBatch(BATCH, [{ job: rowOf('one') }]);
    await store.addBatch({ ...BATCH, id: 'used' }, [{ job: rowOf('two', 'used') }]);
    const pathIn = (batchId: string, jobId: string) =>
      store.claimPath({ batchId, jobId }, 'boat.png', () => false);
    for (const id of ['b', 'used']) await pathIn(id, 'one');
    await store.remove(['one']);
    const later = { ...BATCH, id: 'new', createdAt: BATCH.createdAt + 61 * DAY };
    await store.addBatch(later, [{ job: rowOf('three', 'new') }]);
    expect((await store.batches()).map(({ id }) => id).toSorted()).toEqual(['new', 'used']);
    expect(await pathIn('b', 'other')).toBe('boat.png');
    expect(await pathIn('used', 'other')).toBe('boat (2).png');
  });

  it('keeps its orders as long as it has rows: its budget goes by them', async () => {
    const order = { submitId: 's', jobId: 'one', site: 'jimeng', account: 'a', kind: 'k' } as const;
    await store.addBatch(BATCH, [{ job: rowOf('one') }]);
    for (const [submitId, batch] of Object.entries({ s: { batchId: 'b' }, single: {} }))
      await store.commit((await store.get('one')) as Job, {
        order: { ...order, ...batch, submitId, at: 1_000, price: 4 },
      });
    const later = BATCH.createdAt + 61 * DAY;
    await store.addBatch({ ...BATCH, id: 'new', createdAt: later }, [{ job: rowOf('2', 'new') }]);
    expect((await store.ordersSince(0)).map(({ record }) => record.submitId)).toEqual(['s']);
    await store.remove(['one']);
    await store.addBatch({ ...BATCH, id: 'last', createdAt: later }, [{ job: rowOf('3', 'last') }]);
    expect(await store.ordersSince(0)).toEqual([]);
  });

  it.each([
    ['a size that is no number', { ...BATCH, size: 'many' }],
    ['a pause that nobody knows', { ...BATCH, paused: { by: 'moon', at: 0 } }],
  ])('is left out if its record is damaged: %s', async (_, damage) => {
    await store.addBatch(damage as Batch, [{ job: rowOf('one') }]);
    expect(await store.batch('b')).toBeUndefined();
    expect(await store.batches()).toEqual([]);
    expect(await store.batchSummaries()).toEqual([]);
    expect(await store.changeBatch('b', (batch) => batch)).toBe(false);
  });
});
