import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ENDED, sampleJob } from '@/tests/stories/jobs';
import type { Job } from '../model/job';
import { MANY } from '../model/watch';
import { deleteJobStore, type JobStore, openJobStore } from './jobs';

let store: JobStore;
let announced: string[];
beforeEach(async () => {
  await deleteJobStore();
  announced = [];
  store = await openJobStore((id) => announced.push(id));
});
afterEach(() => store.close());

async function add(id: string, parts: Partial<Job> = {}): Promise<void> {
  await store.add(sampleJob({ id, rev: 0, stage: 'done', ...parts }));
  for (const kind of ['input', 'thumb', 'result'])
    await store.putBlob(`${id}/${kind}`, new Blob([id]));
  announced.length = 0;
}

const listed = async () => (await store.list()).map(({ id }) => id);
const blobs = async (id: string) =>
  (
    await Promise.all(['input', 'thumb', 'result'].map((kind) => store.blob(`${id}/${kind}`)))
  ).filter(Boolean).length;

describe('entries', () => {
  it('are written and deleted with their rows', async () => {
    await add('a', { name: 'Boat' });
    expect(await store.entries()).toMatchObject([{ id: 'a', condition: 'done' }]);
    const job = await store.get('a');
    if (job) await store.commit({ ...job, stage: 'failed' });
    expect(await store.entry('a')).toMatchObject({ condition: 'failed' });
    expect(await store.counts()).toMatchObject({ done: 0, failed: 1 });
    await store.remove(['a']);
    expect(await store.entries()).toEqual([]);
  });

  it('stay as they were when the row does', async () => {
    await add('a');
    const job = sampleJob({ id: 'a', rev: 99, stage: 'failed' });
    expect(await store.commit(job)).toBeUndefined();
    expect(await store.entry('a')).toMatchObject({ condition: 'done' });
  });
});

describe('a removal', () => {
  it('hides rows from everything, and keeps all of them', async () => {
    await add('a');
    await add('b');
    await store.hide(['a'], 5);
    expect(await listed()).toEqual(['b']);
    expect(await store.get('a')).toBeUndefined();
    expect(await store.show(['a'])).toEqual([]);
    expect((await store.counts()).done).toBe(1);
    expect(await store.commit(sampleJob({ id: 'a', rev: 0 }))).toBeUndefined();
    expect(await blobs('a')).toBe(3);
    expect(await store.lastHidden()).toEqual({ at: 5, count: 1 });
  });

  it('is undone as a whole, exactly as it was, and no other with it', async () => {
    for (const id of ['a', 'b', 'c']) await add(id);
    const before = await store.list();
    await store.hide(['c'], 4);
    await store.hide(['a', 'b'], 5);
    await store.restore(5);
    expect((await listed()).sort()).toEqual(['a', 'b']);
    await store.restore(4);
    expect(await store.list()).toEqual(before);
    expect(await blobs('a')).toBe(3);
    await store.restore(4);
    expect(await listed()).toHaveLength(3);
  });

  it('leaves rows alone that have not ended', async () => {
    await add('a', { stage: 'queued' });
    await store.hide(['a', 'nobody'], 5);
    expect(await listed()).toEqual(['a']);
  });

  it('is final once it is purged; later ones can still be undone', async () => {
    for (const id of ['a', 'b']) await add(id);
    await store.hide(['a'], 5);
    await store.hide(['b'], 9);
    await store.purge(8);
    expect([await blobs('a'), await blobs('b')]).toEqual([0, 3]);
    await store.restore(5);
    await store.restore(9);
    expect(await listed()).toEqual(['b']);
  });

  it('leaves a row alone that is brought back at the same moment', async () => {
    await add('a');
    await store.hide(['a'], 5);
    await Promise.all([store.restore(5), store.purge(8)]);
    expect([await listed(), await blobs('a')]).toEqual([['a'], 3]);
  });

  it('takes nobody along whose id begins alike', async () => {
    for (const id of ['a', 'ab', 'a0']) await add(id);
    await store.remove(['a']);
    expect([await blobs('a'), await blobs('ab'), await blobs('a0')]).toEqual([0, 3, 3]);
  });

  it('of many is announced once', async () => {
    for (let index = 0; index < 250; index += 1) await add(`job-${index}`);
    await store.hide(await listed(), 5);
    expect(announced).toEqual([MANY]);
    expect(await listed()).toEqual([]);
    await store.restore(5);
    expect(await listed()).toHaveLength(250);
    announced.length = 0;
    await store.hide(['job-1'], 6);
    await store.hide([], 7);
    expect(announced).toEqual(['job-1']);
  });
});

it('a merge adds what is unknown, brings back what was removed, and changes nothing else', async () => {
  await add('known', { name: 'mine' });
  await add('removed', { name: 'mine, too' });
  await store.hide(['removed'], 1);
  const rows = ['known', 'removed', 'new'].map((id) => sampleJob({ id, name: 'theirs' }));
  expect(await store.merge([...rows, ...rows])).toBe(2);
  const names = async () => (await store.list()).map(({ name }) => name).sort();
  expect(await names()).toEqual(['mine', 'mine, too', 'theirs']);
  expect(await blobs('removed')).toBe(3);
  // What was removed is to be deleted for good some seconds later.
  await store.purge(Date.now());
  expect(await names()).toEqual(['mine', 'mine, too', 'theirs']);
});

it('a row comes back without the save that ended while it was removed', async () => {
  const file = { state: 'saved', at: 1, downloadId: 2, fileName: 'a.png', bytes: 3 } as const;
  await add('first', { saved: { state: 'saving', at: 4 } });
  await add('second', { saved: { state: 'saving', at: 4, earlier: file } });
  await store.hide(['first', 'second'], 5);
  await store.restore(5);
  expect((await store.get('first'))?.saved).toBeUndefined();
  expect((await store.get('second'))?.saved).toEqual(file);
});

describe('what a page asks about results', () => {
  it('finds those of one source that are stored, oldest first, and no removed one', async () => {
    const { source, result } = ENDED.done as Required<Job>;
    const of = (sha256: string) => ({ source: { ...source, sha256 }, result });
    await add('second', { ...of('a'), createdAt: 2 });
    await add('first', { ...of('a'), createdAt: 1 });
    await add('other', of('b'));
    await add('without', { ...of('a'), createdAt: 3 });
    await store.deleteBlob('without/result');
    await add('failed', { ...of('a'), stage: 'failed' });
    const ids = async () => (await store.resultsOf('a')).map(({ id }) => id);
    expect(await ids()).toEqual(['first', 'second']);
    await store.hide(['first'], 5);
    expect(await ids()).toEqual(['second']);
    await store.restore(5);
    expect(await ids()).toEqual(['first', 'second']);
  });

  it('finds those that were done after a moment, the last first', async () => {
    await add('before', { createdAt: 90, finishedAt: 100 });
    await add('after', { createdAt: 90, finishedAt: 101 });
    await add('last', { createdAt: 95, finishedAt: 200 });
    await add('failed', { createdAt: 95, finishedAt: 200, stage: 'failed' });
    await add('removed', { createdAt: 96, finishedAt: 201 });
    await store.hide(['removed'], 300);
    expect(await store.doneSince(100)).toEqual(['last', 'after']);
  });
});
