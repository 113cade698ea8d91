import { describe, expect, it, vi } from 'vitest';
import { COMPLETE, IN_PROGRESS, NOW, world } from '@/tests/support/save-world';
import { addRows, save, savedAs, untilIdle, worker, zipWorld } from '@/tests/support/zip-world';

describe('a ZIP of results', () => {
  it('has the files in the given order, each under a name of its own', async () => {
    await addRows(
      { id: 'a', name: 'boat' },
      { id: 'b', name: 'BOAT' },
      { id: 'c', name: 'boat' },
      { id: 'd', name: 'lake' },
    );
    await save(worker(), ['d', 'c', 'b', 'a']);
    expect(zipWorld.closed).toEqual([
      ['lake_2k.png', 'boat_2k.png', 'BOAT_2k (2).png', 'boat_2k (3).png'],
    ]);
    expect(world.started).toEqual(['blob:zip as Boats/images.zip, number']);
    expect(zipWorld.zip).toMatchObject({
      state: 'saved',
      packed: 4,
      missing: [],
      fileName: 'images.zip',
    });
    expect([world.released, zipWorld.deletions]).toEqual([[1], 1]);
  });

  it('names what cannot be read any more', async () => {
    await addRows({ id: 'a', name: 'boat' }, { id: 'b', name: 'lake' }, { id: 'c', name: 'hill' });
    await world.store.deleteBlob('b/result');
    zipWorld.unreadable.add('c/result');
    await save(worker(), ['a', 'b', 'c', 'long-gone-id']);
    expect(zipWorld.closed).toEqual([['boat_2k.png']]);
    expect(zipWorld.zip).toMatchObject({
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
    expect(zipWorld.zip).toMatchObject({ state: 'failed', reason: 'nothing-left' });
    expect([world.started, zipWorld.deletions]).toEqual([[], 1]);
  });

  it('says that the disk is full, and leaves nothing on it', async () => {
    await addRows({ id: 'a' });
    zipWorld.onAdd = () => {
      throw new DOMException('', 'QuotaExceededError');
    };
    await save(worker(), ['a']);
    expect(zipWorld.zip).toMatchObject({ state: 'failed', reason: 'storage-full' });
    expect([world.started, zipWorld.deletions]).toEqual([[], 1]);
  });

  it('says that the browser could not write it', async () => {
    await addRows({ id: 'a' });
    world.firstReport = { ...COMPLETE, state: 'interrupted', error: 'FILE_NO_SPACE' };
    await save(worker(), ['a']);
    expect(zipWorld.zip).toMatchObject({ state: 'failed', reason: 'save-failed' });
  });

  it('is forgotten when the person cancels its download', async () => {
    await addRows({ id: 'a' });
    world.firstReport = { ...COMPLETE, state: 'interrupted', error: 'USER_CANCELED' };
    await save(worker(), ['a']);
    expect(zipWorld.zip).toBeUndefined();
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
    expect(zipWorld.closed).toHaveLength(1);
    await save(zips, ['b']);
    expect(zipWorld.closed).toHaveLength(2);
  });

  it('is begun by a click that comes while a new worker looks for an old one', async () => {
    await addRows({ id: 'a' });
    const zips = worker();
    const [, isBegun] = await Promise.all([zips.resume(), zips.save(['a'])]);
    expect(isBegun).toBe(true);
    await untilIdle();
    expect(zipWorld.zip).toMatchObject({ state: 'saved' });
  });

  it('is begun by a click that comes right after another one was stopped', async () => {
    await addRows({ id: 'a', name: 'boat' }, { id: 'b', name: 'lake' });
    const zips = worker();
    let second: Promise<boolean> | undefined;
    zipWorld.onAdd = async () => {
      if (second) return;
      await zips.dismiss();
      second = zips.save(['b']);
    };
    await zips.save(['a', 'b']);
    await vi.waitFor(() => expect(second).toBeDefined());
    expect(await second).toBe(true);
    await untilIdle();
    expect(zipWorld.closed).toEqual([['lake_2k.png']]);
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
    zipWorld.onAdd = () => zips.dismiss();
    await save(zips, ['a', 'b']);
    expect(zipWorld.packed).toHaveLength(1);
    await vi.waitFor(() => expect(zipWorld.deletions).toBe(1));
    expect([zipWorld.zip, zipWorld.closed, world.started, zipWorld.deletions]).toEqual([
      undefined,
      [],
      [],
      1,
    ]);
  });
});

describe('a ZIP of what was handed in', () => {
  const ORIGIN = { kind: 'file', blobKey: 'k', name: 'p.png', archive: 'Vol. 1' } as const;

  /** Rows of an archive, in the order of their names. */
  async function addArchive(): Promise<void> {
    const paths = ['ch 1/p2.png', 'ch 1/p10.png', 'p3.png'];
    await addRows(
      ...paths.map((path, at) => ({
        id: `row ${at}`,
        createdAt: NOW + at,
        origin: { ...ORIGIN, path, entry: (at + 1) % 3 },
      })),
    );
  }

  it('gives the archive back: its paths in its order, under its name', async () => {
    await addArchive();
    await save(worker(), ['row 2', 'row 1', 'row 0', 'long-gone']);
    expect(zipWorld.closed).toEqual([['p3.png', 'ch 1/p2.png', 'ch 1/p10.png']]);
    expect(world.started).toEqual(['blob:zip as Boats/Vol. 1_2k.zip, number']);
    expect(zipWorld.zip).toMatchObject({ packed: 3, missing: [{ id: 'long-gone' }] });
  });

  it('is named and sorted as usual with another image in it', async () => {
    await addArchive();
    await addRows({ id: 'a', name: 'boat' });
    await save(worker(), ['row 2', 'a']);
    expect(zipWorld.closed[0]?.[1]).toBe('boat_2k.png');
    expect(world.started).toEqual(['blob:zip as Boats/images.zip, number']);
  });

  it('names equal paths apart', async () => {
    await addRows(
      { id: 'a', origin: { ...ORIGIN, path: 'P.png' } },
      { id: 'b', origin: { ...ORIGIN, path: 'p.png' } },
    );
    await save(worker(), ['a', 'b']);
    expect(zipWorld.closed).toEqual([['P.png', 'p (2).png']]);
  });
});

describe('after the death of a worker', () => {
  const order = { id: 'zip', jobIds: ['a'], at: NOW, packed: 0, missing: [] };

  it('a ZIP is packed anew, but not for ever', async () => {
    await addRows({ id: 'a', name: 'boat' });
    zipWorld.zip = { ...order, state: 'packing', restarts: 2 };
    await worker().resume();
    expect(zipWorld.closed).toEqual([['boat_2k.png']]);
    zipWorld.zip = { ...order, state: 'packing', restarts: 3 };
    await worker().resume();
    expect(zipWorld.zip).toMatchObject({ state: 'failed', reason: 'interrupted' });
    expect(zipWorld.closed).toHaveLength(1);
  });

  it.each([
    ['whose id was stored', { downloadId: 7 }],
    ['whose id was not stored', {}],
  ])('a download goes on, %s', async (_, known) => {
    world.urls.set('blob:zip', 7);
    world.listed.set(7, IN_PROGRESS);
    await addRows({ id: 'a' });
    zipWorld.zip = { ...order, packed: 1, state: 'saving', url: 'blob:zip', ...known };
    const zips = worker();
    await zips.resume();
    expect(zipWorld.zip).toMatchObject({ state: 'saving', downloadId: 7 });
    expect(await savedAs('a')).toBeUndefined();
    world.listed.set(7, COMPLETE);
    await zips.downloadChanged(8);
    expect(zipWorld.zip).toMatchObject({ state: 'saving' });
    await zips.downloadChanged(7);
    expect(zipWorld.zip).toMatchObject({ state: 'saved', packed: 1 });
    expect(await savedAs('a')).toMatchObject({ state: 'saved', downloadId: 7 });
    expect(world.started).toEqual([]);
  });

  it('a ZIP whose worker died while its rows were marked marks the others too', async () => {
    await addRows({ id: 'a' }, { id: 'b' });
    world.listed.set(7, COMPLETE);
    zipWorld.zip = {
      ...order,
      jobIds: ['a', 'b'],
      state: 'saving',
      url: 'blob:zip',
      downloadId: 7,
    };
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
    expect(zipWorld.zip).toMatchObject({ state: 'saving' });
    await worker().resume();
    expect(zipWorld.zip).toMatchObject({ state: 'saved' });
    for (const id of ['a', 'b']) expect(await savedAs(id)).toMatchObject({ state: 'saved' });
  });

  it('the alarm rings while a ZIP is packed or written, and does not begin it anew', async () => {
    await addRows({ id: 'a', name: 'boat' });
    world.firstReport = IN_PROGRESS;
    const zips = worker();
    zipWorld.onAdd = () => {
      expect(zipWorld.isAlarmSet).toBe(true);
      void zips.resume();
    };
    await zips.save(['a']);
    await vi.waitFor(() => expect(zipWorld.zip).toMatchObject({ state: 'saving', downloadId: 1 }));
    await zips.resume();
    expect([zipWorld.isAlarmSet, zipWorld.closed.length]).toEqual([true, 1]);
    world.listed.set(1, COMPLETE);
    await zips.downloadChanged(1);
    expect([zipWorld.isAlarmSet, zipWorld.zip?.state]).toEqual([false, 'saved']);
  });

  it('a ZIP whose download never began is packed anew', async () => {
    await addRows({ id: 'a' });
    zipWorld.zip = { ...order, packed: 1, state: 'saving', url: 'blob:old' };
    await worker().resume();
    expect(world.closed).toEqual(['blob:old']);
    expect(zipWorld.zip).toMatchObject({ state: 'saved', packed: 1 });
  });

  it('what is left on the disk is deleted, and the outcome stays to be read', async () => {
    zipWorld.zip = { ...order, packed: 1, state: 'saved', fileName: 'images.zip' };
    await worker().resume();
    expect([zipWorld.deletions, zipWorld.zip?.state]).toEqual([1, 'saved']);
  });
});
