import { beforeEach, describe, expect, it, vi } from 'vitest';
import { sampleJob } from '@/tests/stories/jobs';
import { COMPLETE, createDeps, IN_PROGRESS, NOW, world } from '@/tests/support/save-world';
import type { Job } from '../model/job';
import type { ZipState } from '../model/zip-state';
import { createZipSaver, type ZipSaver } from './save-zip';

let state: ZipState | undefined;
/** Names in the open ZIP. */
let packed: string[];
let closed: string[][];
let deletions: number;
/** Runs before each file is packed. */
let onAdd: (name: string) => void | Promise<void>;
let unreadable: Set<string>;
let isAlarmSet: boolean;
let made: number;

beforeEach(() => {
  state = undefined;
  packed = [];
  closed = [];
  deletions = 0;
  onAdd = () => undefined;
  unreadable = new Set();
  isAlarmSet = false;
  made = 0;
  world.firstReport = { ...COMPLETE, fileName: 'images.zip' };
});

/** The ZIP saver of one worker. */
function worker(): ZipSaver {
  return createZipSaver({
    ...createDeps(),
    uuid: () => {
      made += 1;
      return made > 1 ? `zip-${made}` : 'zip';
    },
    zipState: {
      read: async () => structuredClone(state),
      write: async (next) => {
        state = structuredClone(next);
      },
    },
    zipWork: {
      openZip: async () => {
        packed = [];
      },
      async addToZip({ blobKey, name }) {
        await onAdd(name);
        if (unreadable.has(blobKey)) return { isPacked: false };
        packed.push(name);
        return { isPacked: true };
      },
      async closeZip(id) {
        closed.push(packed);
        return `blob:${id}`;
      },
      discardZip: async () => undefined,
    },
    deleteZipFiles: async () => {
      deletions += 1;
    },
    zipAlarm: {
      async arm() {
        isAlarmSet = true;
      },
      async clear() {
        isAlarmSet = false;
      },
    },
    zipPath: async () => ({ path: 'Boats/images.zip', conflict: 'number' }),
  });
}

/** Saves a ZIP, and waits until nothing is left to do. */
async function save(zips: ZipSaver, jobIds: string[]): Promise<void> {
  expect(await zips.save(jobIds)).toBe(true);
  await untilIdle();
}

const untilIdle = () => vi.waitFor(() => expect(isAlarmSet).toBe(false));
const savedAs = async (id: string) => (await world.store.get(id))?.saved;

async function addRows(...rows: Partial<Job>[]): Promise<void> {
  const result = { url: 'u', width: 2, height: 2, type: 'png', bytes: 9 } as const;
  for (const row of rows) {
    const job = sampleJob({ rev: 0, stage: 'done', result, ...row });
    await world.store.add(job);
    await world.store.putBlob(`${job.id}/result`, new Blob(['x']));
  }
}

describe('a ZIP of results', () => {
  it('has the files in the given order, each under a name of its own', async () => {
    await addRows(
      { id: 'a', name: 'boat' },
      { id: 'b', name: 'BOAT' },
      { id: 'c', name: 'boat' },
      { id: 'd', name: 'lake' },
    );
    await save(worker(), ['d', 'c', 'b', 'a']);
    expect(closed).toEqual([['lake_2k.png', 'boat_2k.png', 'BOAT_2k (2).png', 'boat_2k (3).png']]);
    expect(world.started).toEqual(['blob:zip as Boats/images.zip, number']);
    expect(state).toMatchObject({ state: 'saved', packed: 4, missing: [], fileName: 'images.zip' });
    expect([world.released, deletions]).toEqual([[1], 1]);
  });

  it('names what cannot be read any more', async () => {
    await addRows({ id: 'a', name: 'boat' }, { id: 'b', name: 'lake' }, { id: 'c', name: 'hill' });
    await world.store.deleteBlob('b/result');
    unreadable.add('c/result');
    await save(worker(), ['a', 'b', 'c', 'long-gone-id']);
    expect(closed).toEqual([['boat_2k.png']]);
    expect(state).toMatchObject({
      state: 'saved',
      packed: 1,
      missing: [
        { id: 'b', name: 'lake' },
        { id: 'c', name: 'hill' },
        { id: 'long-gone-id', name: 'long-gon' },
      ],
    });
    expect(await savedAs('a')).toMatchObject({ state: 'saved', fileName: 'images.zip' });
    expect([await savedAs('b'), await savedAs('c')]).toEqual([undefined, undefined]);
  });

  it('is not made if nothing can be read', async () => {
    await save(worker(), ['a']);
    expect(state).toMatchObject({ state: 'failed', reason: 'nothing-left' });
    expect([world.started, deletions]).toEqual([[], 1]);
  });

  it('says that the disk is full, and leaves nothing on it', async () => {
    await addRows({ id: 'a' });
    onAdd = () => {
      throw new DOMException('', 'QuotaExceededError');
    };
    await save(worker(), ['a']);
    expect(state).toMatchObject({ state: 'failed', reason: 'storage-full' });
    expect([world.started, deletions]).toEqual([[], 1]);
  });

  it('says that the browser could not write it', async () => {
    await addRows({ id: 'a' });
    world.firstReport = { ...COMPLETE, state: 'interrupted', error: 'FILE_NO_SPACE' };
    await save(worker(), ['a']);
    expect(state).toMatchObject({ state: 'failed', reason: 'save-failed' });
  });

  it('is forgotten when the person cancels its download', async () => {
    await addRows({ id: 'a' });
    world.firstReport = { ...COMPLETE, state: 'interrupted', error: 'USER_CANCELED' };
    await save(worker(), ['a']);
    expect(state).toBeUndefined();
  });

  it('leaves no copies behind', async () => {
    await addRows({ id: 'a' });
    await world.store.putBlob('a/zip-copy', new Blob(['copy']));
    await save(worker(), ['a']);
    expect(await world.store.blob('a/zip-copy')).toBeUndefined();
    expect(await world.store.blob('a/result')).toBeDefined();
  });

  it('is one at a time: another one is refused, and may be asked for again', async () => {
    await addRows({ id: 'a' }, { id: 'b' });
    const zips = worker();
    expect(await Promise.all([zips.save(['a']), zips.save(['b'])])).toEqual([true, false]);
    await untilIdle();
    expect(closed).toHaveLength(1);
    await save(zips, ['b']);
    expect(closed).toHaveLength(2);
  });

  it('is begun by a click that comes while a new worker looks for an old one', async () => {
    await addRows({ id: 'a' });
    const zips = worker();
    const [, isBegun] = await Promise.all([zips.resume(), zips.save(['a'])]);
    expect(isBegun).toBe(true);
    await untilIdle();
    expect(state).toMatchObject({ state: 'saved' });
  });

  it('is begun by a click that comes right after another one was stopped', async () => {
    await addRows({ id: 'a', name: 'boat' }, { id: 'b', name: 'lake' });
    const zips = worker();
    let second: Promise<boolean> | undefined;
    onAdd = async () => {
      if (second) return;
      await zips.dismiss();
      second = zips.save(['b']);
    };
    await zips.save(['a', 'b']);
    await vi.waitFor(() => expect(second).toBeDefined());
    expect(await second).toBe(true);
    await untilIdle();
    expect(closed).toEqual([['lake_2k.png']]);
  });

  it('leaves a row its own file, and a row that is being saved alone', async () => {
    const own = { state: 'saved', at: 5, downloadId: 3, fileName: 'b.png', bytes: 9 } as const;
    const failed = { state: 'failed', at: 5, reason: 'save-failed' } as const;
    await addRows(
      { id: 'a', saved: own },
      { id: 'b', saved: { state: 'saving', at: 5 } },
      { id: 'c', saved: failed },
    );
    await save(worker(), ['a', 'b', 'c']);
    expect(await savedAs('a')).toEqual(own);
    expect(await savedAs('b')).toEqual({ state: 'saving', at: 5 });
    expect(await savedAs('c')).toMatchObject({ state: 'saved', fileName: 'images.zip' });
  });

  it('stops when the person dismisses it, and leaves nothing', async () => {
    await addRows({ id: 'a', name: 'boat' }, { id: 'b', name: 'lake' });
    const zips = worker();
    onAdd = () => zips.dismiss();
    await save(zips, ['a', 'b']);
    expect(packed).toHaveLength(1);
    await vi.waitFor(() => expect(deletions).toBe(1));
    expect([state, closed, world.started, deletions]).toEqual([undefined, [], [], 1]);
  });
});

describe('after the death of a worker', () => {
  const order = { id: 'zip', jobIds: ['a'], at: NOW, packed: 0, missing: [] };

  it('a ZIP is packed anew, but not for ever', async () => {
    await addRows({ id: 'a', name: 'boat' });
    state = { ...order, state: 'packing', restarts: 2 };
    await worker().resume();
    expect(closed).toEqual([['boat_2k.png']]);
    state = { ...order, state: 'packing', restarts: 3 };
    await worker().resume();
    expect(state).toMatchObject({ state: 'failed', reason: 'interrupted' });
    expect(closed).toHaveLength(1);
  });

  it.each([
    ['whose id was stored', { downloadId: 7 }],
    ['whose id was not stored', {}],
  ])('a download goes on, %s', async (_, known) => {
    world.urls.set('blob:zip', 7);
    world.listed.set(7, IN_PROGRESS);
    await addRows({ id: 'a' });
    state = { ...order, packed: 1, state: 'saving', url: 'blob:zip', ...known };
    const zips = worker();
    await zips.resume();
    expect(state).toMatchObject({ state: 'saving', downloadId: 7 });
    expect(await savedAs('a')).toBeUndefined();
    world.listed.set(7, COMPLETE);
    await zips.downloadChanged(8);
    expect(state).toMatchObject({ state: 'saving' });
    await zips.downloadChanged(7);
    expect(state).toMatchObject({ state: 'saved', packed: 1 });
    expect(await savedAs('a')).toMatchObject({ state: 'saved', downloadId: 7 });
    expect(world.started).toEqual([]);
  });

  it('a ZIP whose worker died while its rows were marked marks the others too', async () => {
    await addRows({ id: 'a' }, { id: 'b' });
    world.listed.set(7, COMPLETE);
    state = { ...order, jobIds: ['a', 'b'], state: 'saving', url: 'blob:zip', downloadId: 7 };
    const dying = worker();
    const { commit } = world.store;
    let commits = 0;
    world.store.commit = (...args) => {
      commits += 1;
      return commits > 1 ? new Promise(() => {}) : commit(...args);
    };
    void dying.resume();
    await vi.waitFor(() => expect(commits).toBe(2));
    world.store.commit = commit;
    expect(state).toMatchObject({ state: 'saving' });
    await worker().resume();
    expect(state).toMatchObject({ state: 'saved' });
    for (const id of ['a', 'b']) expect(await savedAs(id)).toMatchObject({ state: 'saved' });
  });

  it('the alarm rings while a ZIP is packed or written, and does not begin it anew', async () => {
    await addRows({ id: 'a', name: 'boat' });
    world.firstReport = IN_PROGRESS;
    const zips = worker();
    onAdd = () => {
      expect(isAlarmSet).toBe(true);
      void zips.resume();
    };
    await zips.save(['a']);
    await vi.waitFor(() => expect(state).toMatchObject({ state: 'saving', downloadId: 1 }));
    await zips.resume();
    expect([isAlarmSet, closed.length]).toEqual([true, 1]);
    world.listed.set(1, COMPLETE);
    await zips.downloadChanged(1);
    expect([isAlarmSet, state?.state]).toEqual([false, 'saved']);
  });

  it('a ZIP whose download never began is packed anew', async () => {
    await addRows({ id: 'a' });
    state = { ...order, packed: 1, state: 'saving', url: 'blob:old' };
    await worker().resume();
    expect(world.closed).toEqual(['blob:old']);
    expect(state).toMatchObject({ state: 'saved', packed: 1 });
  });

  it('what is left on the disk is deleted, and the outcome stays to be read', async () => {
    state = { ...order, packed: 1, state: 'saved', fileName: 'images.zip' };
    await worker().resume();
    expect([deletions, state?.state]).toEqual([1, 'saved']);
  });
});
