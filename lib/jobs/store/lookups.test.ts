import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ENDED, sampleJob } from '@/tests/stories/jobs';
import { makeDatabase } from '@/tests/support/raw-database';
import { entryOf } from '../model/history-entry';
import type { Job } from '../model/job';
import { deleteJobStore, type JobStore, openJobStore } from './jobs';
import { toStored } from './schema';

const BOAT = 'url https://cdn.example.com/harbour.jpg';
const done = (id: string, parts: Partial<Job> = {}) =>
  sampleJob({ ...ENDED.done, id, rev: 0, ...parts });

let store: JobStore;
beforeEach(async () => {
  await deleteJobStore();
  store = await openJobStore(() => {});
});
afterEach(() => store.close());

const idsAt = async (key: string) =>
  ((await store.lookUp([key])).get(key) ?? []).map(({ id }) => id).sort();

it('finds rows by their address, and forgets removed ones until they come back', async () => {
  await store.add(done('a'));
  await store.add(done('b'));
  expect(await idsAt(BOAT)).toEqual(['a', 'b']);
  await store.hide(['a'], 5);
  expect(await idsAt(BOAT)).toEqual(['b']);
  await store.restore(5);
  expect(await idsAt(BOAT)).toEqual(['a', 'b']);
  await store.remove(['a', 'b']);
  expect((await store.lookUp([BOAT])).size).toBe(0);
});

it('finds no imported row', async () => {
  await store.merge([done('a', { isImported: true }), done('b')]);
  expect(await idsAt(BOAT)).toEqual(['b']);
});

it('names the newest finished rows of a site', async () => {
  for (const [id, finishedAt] of [
    ['old', 1],
    ['new', 3],
    ['mid', 2],
  ] as const) {
    await store.add(done(id, { finishedAt }));
  }
  await store.add(sampleJob({ id: 'running', rev: 0 }));
  expect(await store.doneOn('gallery.example', 2)).toEqual(['new', 'mid']);
  expect(await store.doneOn('other.example', 2)).toEqual([]);
});

it('tells which results are stored', async () => {
  await store.add(done('a'), { blobs: { result: new Blob(['bytes']) } });
  await store.add(done('b'));
  expect(await store.withResult(['a', 'b', 'c'])).toEqual(new Set(['a']));
});

it('finds the rows of a history from before there were lookups', async () => {
  store.close();
  await deleteJobStore();
  const row = done('old', { rev: 3 });
  const { lookup: _, ...entry } = entryOf(row);
  await makeDatabase(2, (db, tx) => {
    const jobs = db.createObjectStore('jobs', { keyPath: 'id' });
    for (const name of ['open', 'sha256', 'shownAt', 'removedAt']) jobs.createIndex(name, name);
    const entries = db.createObjectStore('entries', { keyPath: 'id' });
    for (const name of ['condition', 'batch']) entries.createIndex(name, name);
    db.createObjectStore('blobs');
    db.createObjectStore('meta');
    db.createObjectStore('batches', { keyPath: 'id' });
    const orders = db.createObjectStore('orders', { keyPath: 'submitId' });
    for (const name of ['batchId', 'at']) orders.createIndex(name, name);
    const removed = { ...toStored(done('removed')), removedAt: 7 };
    tx.objectStore('jobs').put(toStored(row));
    tx.objectStore('jobs').put(removed);
    tx.objectStore('entries').put(entry);
  });
  store = await openJobStore(() => {});
  expect(await idsAt(BOAT)).toEqual(['old']);
  expect(await store.get('old')).toEqual(row);
});
