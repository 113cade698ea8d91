import { beforeEach, describe, expect, it } from 'vitest';
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

beforeEach(() => {
  state = undefined;
  packed = [];
  closed = [];
  deletions = 0;
  onAdd = () => undefined;
  unreadable = new Set();
  world.firstReport = { ...COMPLETE, fileName: 'images.zip' };
});

/** The ZIP saver of one worker. */
function worker(): ZipSaver {
  return createZipSaver({
    ...createDeps(),
    uuid: () => 'zip',
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
    zipPath: async () => ({ path: 'Boats/images.zip', conflict: 'number' }),
  });
}

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
    await worker().save(['d', 'c', 'b', 'a']);
    expect(closed).toEqual([['lake_2k.png', 'boat_2k.png', 'BOAT_2k (2).png', 'boat_2k (3).png']]);
    expect(world.started).toEqual(['blob:zip as Boats/images.zip, number']);
    expect(state).toMatchObject({ state: 'saved', packed: 4, missing: [], fileName: 'images.zip' });
    expect([world.released, deletions]).toEqual([[1], 1]);
  });

  it('names what cannot be read any more', async () => {
    await addRows({ id: 'a', name: 'boat' }, { id: 'b', name: 'lake' }, { id: 'c', name: 'hill' });
    await world.store.deleteBlob('b/result');
    unreadable.add('c/result');
    await worker().save(['a', 'b', 'c', 'long-gone-id']);
    expect(closed).toEqual([['boat_2k.png']]);
    expect(state).toMatchObject({
      state: 'saved',
      packed: 1,
      missing: ['lake', 'hill', 'long-gon'],
    });
  });

  it('is not made if nothing can be read', async () => {
    await worker().save(['a']);
    expect(state).toMatchObject({ state: 'failed', reason: 'nothing-left' });
    expect([world.started, deletions]).toEqual([[], 1]);
  });

  it('says that the disk is full, and leaves nothing on it', async () => {
    await addRows({ id: 'a' });
    onAdd = () => {
      throw new DOMException('', 'QuotaExceededError');
    };
    await worker().save(['a']);
    expect(state).toMatchObject({ state: 'failed', reason: 'storage-full' });
    expect([world.started, deletions]).toEqual([[], 1]);
  });

  it('says that the browser could not write it', async () => {
    await addRows({ id: 'a' });
    world.firstReport = { ...COMPLETE, state: 'interrupted', error: 'FILE_NO_SPACE' };
    await worker().save(['a']);
    expect(state).toMatchObject({ state: 'failed', reason: 'save-failed' });
  });

  it('is forgotten when the person cancels its download', async () => {
    await addRows({ id: 'a' });
    world.firstReport = { ...COMPLETE, state: 'interrupted', error: 'USER_CANCELED' };
    await worker().save(['a']);
    expect(state).toBeUndefined();
  });

  it('leaves no copies behind', async () => {
    await addRows({ id: 'a' });
    await world.store.putBlob('a/zip-copy', new Blob(['copy']));
    await worker().save(['a']);
    expect(await world.store.blob('a/zip-copy')).toBeUndefined();
    expect(await world.store.blob('a/result')).toBeDefined();
  });

  it('is one at a time', async () => {
    await addRows({ id: 'a' }, { id: 'b' });
    const zips = worker();
    await Promise.all([zips.save(['a']), zips.save(['b'])]);
    expect(closed).toHaveLength(1);
  });

  it('stops when the person dismisses it, and leaves nothing', async () => {
    await addRows({ id: 'a', name: 'boat' }, { id: 'b', name: 'lake' });
    const zips = worker();
    onAdd = () => zips.dismiss();
    await zips.save(['a', 'b']);
    expect(packed).toHaveLength(1);
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
    state = { ...order, packed: 1, state: 'saving', url: 'blob:zip', ...known };
    const zips = worker();
    await zips.resume();
    expect(state).toMatchObject({ state: 'saving', downloadId: 7 });
    world.listed.set(7, COMPLETE);
    await zips.downloadChanged(8);
    expect(state).toMatchObject({ state: 'saving' });
    await zips.downloadChanged(7);
    expect(state).toMatchObject({ state: 'saved', packed: 1 });
    expect(world.started).toEqual([]);
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
