import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sampleJob } from '@/tests/stories/jobs';
import { SOURCE } from '@/tests/support/job-facts';
import type { Job, Stage } from '../model/job';
import type { DuplicateCheck } from '../rules/duplicate';
import { blobKey, deleteJobStore, type JobStore, openJobStore } from './jobs';

let announced: string[];
let store: JobStore;

beforeEach(async () => {
  await deleteJobStore();
  announced = [];
  store = await openJobStore((jobId) => announced.push(jobId));
});
afterEach(() => store.close());

const source = { ...SOURCE, sentBytes: 1_000 };

const submission: NonNullable<Job['submission']> = { submitId: 's', tool: 'smart-hd', at: 1 };
const result: NonNullable<Job['result']> = { url: 'https://p.example/r', width: 2, height: 2 };

async function add(parts: Partial<Job>): Promise<Job> {
  const job = sampleJob({ rev: 0, ...parts });
  await store.add(job);
  return job;
}

const text = async (key: string) => (await store.blob(key))?.text();

describe('a commit', () => {
  it('raises the revision by one and is what is read afterwards', async () => {
    const job = await add({ id: 'a' });
    const committed = await store.commit({ ...job, name: 'new' });
    expect(committed).toEqual({ ...job, name: 'new', rev: 1 });
    expect(await store.get('a')).toEqual(committed);
  });

  it('is refused for a row that somebody else has changed, blobs and queue included', async () => {
    const job = await add({ id: 'a' });
    await store.commit({ ...job, name: 'first' }, { blobs: { input: new Blob(['first']) } });
    announced.length = 0;
    const late = await store.commit(
      { ...job, name: 'second' },
      { blobs: { input: new Blob(['second']) }, queue: { lastSubmitAt: 77 } },
    );
    expect(late).toBeUndefined();
    expect(await store.get('a')).toMatchObject({ name: 'first', rev: 1 });
    expect(await text('a/input')).toBe('first');
    expect(await store.queue('jimeng')).toMatchObject({ lastSubmitAt: 0 });
    expect(announced).toEqual([]);
  });

  it('lets one of two at the same moment win', async () => {
    const job = await add({ id: 'a' });
    const both = await Promise.all([
      store.commit({ ...job, name: 'first' }),
      store.commit({ ...job, name: 'second' }),
    ]);
    expect(both.filter(Boolean)).toHaveLength(1);
  });

  it('is refused for a row that was removed', async () => {
    const job = await add({ id: 'a' });
    await store.remove(['a']);
    expect(await store.commit(job, { blobs: { thumb: new Blob(['t']) } })).toBeUndefined();
    expect(await store.get('a')).toBeUndefined();
    expect(await store.blob('a/thumb')).toBeUndefined();
  });

  it('writes and deletes blobs with the row', async () => {
    const job = await add({ id: 'a' });
    const next = await store.commit(job, {
      blobs: { input: new Blob(['in']), thumb: new Blob(['t']) },
    });
    expect([await text('a/input'), await text('a/thumb')]).toEqual(['in', 't']);
    await store.commit(next as Job, {
      blobs: { input: undefined, result: new Blob(['out']) },
    });
    expect(await store.blob('a/input')).toBeUndefined();
    expect([await text('a/thumb'), await text('a/result')]).toEqual(['t', 'out']);
  });

  it('leaves everything as it was when one write fails', async () => {
    const job = await add({ id: 'a' });
    const broken = { ...job, name: () => 'not data' } as unknown as Job;
    await expect(
      store.commit(broken, { blobs: { input: new Blob(['in']) }, queue: { lastSubmitAt: 5 } }),
    ).rejects.toThrow();
    expect(await store.get('a')).toEqual(job);
    expect(await store.blob('a/input')).toBeUndefined();
    expect((await store.queue('jimeng')).lastSubmitAt).toBe(0);
  });

  it('changes only the named parts of the queue', async () => {
    const job = await add({ id: 'a' });
    await store.hold('jimeng', 500);
    await store.commit(job, { queue: { lastSubmitAt: 9 }, isStrict: true });
    expect(await store.queue('jimeng')).toEqual({ lastSubmitAt: 9, heldUntil: 500 });
  });
});

describe('rows', () => {
  it('cannot be added twice', async () => {
    await add({ id: 'a', name: 'first' });
    await expect(add({ id: 'a', name: 'second' })).rejects.toThrow();
    expect((await store.get('a'))?.name).toBe('first');
  });

  it('come back exactly as they were written', async () => {
    const job = await add({ id: 'a', source });
    expect(await store.get('a')).toStrictEqual(job);
    expect(await store.open()).toStrictEqual([job]);
    expect(await store.list()).toStrictEqual([job]);
  });

  it('are listed by creation, newest first, up to a limit', async () => {
    for (const createdAt of [20, 40, 10, 30]) await add({ id: `at-${createdAt}`, createdAt });
    const ids = async (limit?: number) => (await store.list(limit)).map(({ id }) => id);
    expect(await ids()).toEqual(['at-40', 'at-30', 'at-20', 'at-10']);
    expect(await ids(2)).toEqual(['at-40', 'at-30']);
    expect(await ids(0)).toEqual([]);
  });

  it('are open until they end, oldest first', async () => {
    const stages: Stage[] = ['generating', 'done', 'queued', 'failed', 'cancelled', 'ready'];
    for (const [index, stage] of stages.entries()) {
      await add({ id: stage, stage, createdAt: 100 - index, submission, result });
    }
    expect((await store.open()).map(({ id }) => id)).toEqual(['ready', 'queued', 'generating']);
  });

  it.each(['done', 'failed', 'cancelled'] as const)(
    'leave the open ones when they become %s, and return',
    async (stage) => {
      const job = await add({ id: 'a' });
      const ended = await store.commit({ ...job, stage });
      expect(await store.open()).toEqual([]);
      await store.commit({ ...(ended as Job), stage: 'uploaded' });
      expect(await store.open()).toHaveLength(1);
    },
  );

  it('go with all their blobs, and take nobody else along', async () => {
    for (const id of ['a', 'b']) {
      const job = await add({ id });
      const blobs = { input: new Blob([id]), thumb: new Blob([id]), result: new Blob([id]) };
      await store.commit(job, { blobs });
    }
    await store.remove(['a']);
    expect(await store.get('a')).toBeUndefined();
    for (const kind of ['input', 'thumb', 'result'] as const) {
      expect(await store.blob(blobKey('a', kind))).toBeUndefined();
      expect(await text(blobKey('b', kind))).toBe('b');
    }
  });
});

describe('a row that another one stands for', () => {
  const joinAny: DuplicateCheck = {
    joined: sampleJob({ id: 'leader' }),
    judge: (_, [leader]) => ({ join: leader?.job as Job }),
  };

  it('is taken out with its blobs, which is announced and noted', async () => {
    await add({ id: 'leader', stage: 'generating', submission, source });
    const job = await add({ id: 'late', stage: 'acquired', updatedAt: 7, source });
    await store.putBlob('late/file', new Blob(['file']));
    announced.length = 0;
    const extras = { blobs: { input: new Blob(['input']) }, duplicateCheck: joinAny };
    expect(await store.commit(job, extras)).toBeUndefined();
    expect((await store.list()).map(({ id }) => id)).toEqual(['leader']);
    expect(await store.entry('late')).toBeUndefined();
    expect([await text('late/file'), await text('late/input')]).toEqual([undefined, undefined]);
    expect(await store.lastJoined()).toEqual({ jobId: 'leader', target: '2k', at: 7 });
    expect(announced).toEqual(['late']);
  });

  it('is never written if it is new', async () => {
    await add({ id: 'leader', stage: 'queued' });
    announced.length = 0;
    expect(
      await store.add(sampleJob({ id: 'late', updatedAt: 8 }), { duplicateCheck: joinAny }),
    ).toBe(false);
    expect((await store.list()).map(({ id }) => id)).toEqual(['leader']);
    expect(await store.lastJoined()).toEqual({ jobId: 'leader', target: '2k', at: 8 });
    expect(announced).toEqual(['leader']);
  });

  it('stays as it is if it has changed meanwhile', async () => {
    await add({ id: 'leader', stage: 'generating', submission, source });
    const job = await add({ id: 'late', stage: 'acquired', source });
    const newer = await store.commit({ ...job, name: 'newer' });
    expect(await store.commit(job, { duplicateCheck: joinAny })).toBeUndefined();
    expect(await store.get('late')).toEqual(newer);
    expect(await store.lastJoined()).toBeUndefined();
  });
});

describe('the rows that a check is told of', () => {
  /** Ids of the rows that the check of a commit sees; with `+` where a result is stored. */
  async function seen(): Promise<string[]> {
    let ids: string[] = [];
    const job = await add({ id: 'asking', stage: 'acquired', source });
    const judge: DuplicateCheck['judge'] = (next, others) => {
      ids = others.map(({ job: { id }, hasResult }) => (hasResult ? `${id}+` : id));
      return { write: next };
    };
    await store.commit(job, { duplicateCheck: { joined: undefined, judge } });
    return ids.sort();
  }

  it('have the same bytes, and are in the history', async () => {
    await add({ id: 'same', stage: 'failed', source });
    await add({ id: 'other', stage: 'failed', source: { ...source, sha256: 'bb' } });
    await add({ id: 'removed', stage: 'failed', source });
    await store.hide(['removed'], 5);
    expect(await seen()).toEqual(['same']);
  });

  it('are told apart by whether their result is stored', async () => {
    await add({ id: 'imported', stage: 'done', source });
    await add({ id: 'here', stage: 'done', source });
    await store.putBlob('here/result', new Blob(['result']));
    expect(await seen()).toEqual(['here+', 'imported']);
  });
});

describe('what all jobs share', () => {
  it('holds until the later of two times', async () => {
    await store.hold('jimeng', 900);
    await store.hold('jimeng', 400);
    expect(await store.queue('jimeng')).toEqual({ lastSubmitAt: 0, heldUntil: 900 });
    await store.hold('jimeng', 901);
    expect((await store.queue('jimeng')).heldUntil).toBe(901);
  });

  it('remembers which job a download belongs to until it is forgotten', async () => {
    await Promise.all([store.putDownload(1, 'a'), store.putDownload(2, 'b')]);
    expect(await store.downloads()).toEqual({ 1: 'a', 2: 'b' });
    await store.putDownload(1, undefined);
    await store.putDownload(9, undefined);
    expect(await store.downloads()).toEqual({ 2: 'b' });
  });

  it('keeps durations apart by site, tool and size', async () => {
    const kind = { site: 'jimeng', tool: 'smart-hd', target: '2k' } as const;
    await Promise.all([store.addDuration(kind, 1), store.addDuration(kind, 2)]);
    expect(await store.durations(kind)).toEqual([1, 2]);
    expect(await store.durations({ ...kind, target: '4k' })).toEqual([]);
    expect(await store.durations({ ...kind, tool: 'fast-hd' })).toEqual([]);
    expect(await store.durations({ ...kind, site: 'dreamina' })).toEqual([]);
  });

  it('keeps the queues of the sites apart', async () => {
    const job = await add({ id: 'a', site: 'dreamina' });
    await store.hold('jimeng', 900);
    await store.commit(job, { queue: { lastSubmitAt: 7 } });
    expect(await store.queue('jimeng')).toEqual({ lastSubmitAt: 0, heldUntil: 900 });
    expect(await store.queue('dreamina')).toEqual({ lastSubmitAt: 7, heldUntil: 0 });
  });

  it('remembers what Automatic learned', async () => {
    expect(await store.automatic('jimeng')).toBeUndefined();
    const memory = { account: 'me', tool: 'smart-hd', until: 5 } as const;
    await store.rememberAutomatic('jimeng', memory);
    expect(await store.automatic('jimeng')).toEqual(memory);
  });

  it('is still there when the database is opened again', async () => {
    await add({ id: 'a' });
    await store.hold('jimeng', 900);
    store.close();
    store = await openJobStore(() => {});
    expect(await store.get('a')).toBeDefined();
    expect((await store.queue('jimeng')).heldUntil).toBe(900);
  });
});

describe('announcements', () => {
  it('name the row after each change of it or of its blobs', async () => {
    const job = await add({ id: 'a' });
    await store.commit(job);
    await store.putBlob('a/thumb', new Blob(['t']));
    await store.remove(['a']);
    expect(announced).toEqual(['a', 'a', 'a', 'a']);
  });

  it('come when the change can be read', async () => {
    store.close();
    let seen: Promise<Job | undefined> = Promise.resolve(undefined);
    store = await openJobStore((jobId) => {
      seen = store.get(jobId);
    });
    await add({ id: 'a' });
    expect(await seen).toMatchObject({ id: 'a' });
  });
});

it('a newer version of the extension can open the database at once', async () => {
  const upgraded = await new Promise<boolean>((resolve, reject) => {
    const request = indexedDB.open('upscale-with-dreamina', 99);
    request.onblocked = () => reject(new Error('blocked'));
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      request.result.close();
      resolve(true);
    };
  });
  expect(upgraded).toBe(true);
});

it.each([
  ['before the person looked', 99, 0],
  ['as the person looked', 100, 0],
  ['after the person looked', 101, 1],
])('counts a row that failed %s, and no other', async (_, finishedAt, count) => {
  await add({ id: 'a', stage: 'failed', finishedAt });
  await add({ id: 'b', stage: 'done', finishedAt: 200 });
  await add({ id: 'c', stage: 'cancelled', finishedAt: 200 });
  await add({ id: 'd', stage: 'queued' });
  expect(await store.failedSince(100)).toBe(count);
});
