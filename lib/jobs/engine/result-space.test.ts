import { afterEach, expect, it } from 'vitest';
import { createJobWorld, type JobWorld } from '@/tests/support/job-world';
import type { Job } from '../model/job';
import { blobKey } from '../store/jobs';

let world: JobWorld;
afterEach(() => world?.close());

const RULE = { days: 0, rows: 0, bytes: 1, includesUnsaved: true };

it('a result that exceeds the space goes; its row, source, thumbnail and way back stay', async () => {
  world = await createJobWorld();
  const { id } = await world.add();
  await world.untilEnded(id);
  const before = await world.store.get(id);
  const { kept } = (await world.store.entry(id)) ?? {};
  const size = async (kind: 'result' | 'input' | 'thumb') =>
    (await world.store.blob(blobKey(id, kind)))?.size;
  expect(kept).toEqual({ result: await size('result'), source: await size('input') });
  expect(await world.store.keptBytes()).toEqual(kept);
  const thumb = await size('thumb');

  // Unsaved results cost credits, and only go where that was said.
  await world.commands.housekeeping.enforceSize({ ...RULE, includesUnsaved: false });
  expect(await size('result')).toBe(kept?.result);
  await world.commands.housekeeping.enforceSize(RULE);
  expect(await size('result')).toBeUndefined();
  expect([await size('input'), await size('thumb')]).toEqual([kept?.source, thumb]);
  const after = await world.store.get(id);
  expect(after).toEqual({
    ...before,
    rev: (before?.rev ?? 0) + 1,
    result: { ...before?.result, removedAt: world.now },
  });
  expect(await world.store.keptBytes()).toEqual({ result: 0, source: kept?.source });

  // Saving brings it back without an order, and the next time it may go again.
  const orders = world.simulator.submissions.length;
  await world.saver.save(id);
  await world.settle();
  expect(world.files.size).toBe(1);
  expect(await size('result')).toBe(kept?.result);
  expect((await world.store.get(id))?.result).not.toHaveProperty('removedAt');
  expect(await world.store.keptBytes()).toEqual(kept);
  expect(world.simulator.submissions).toHaveLength(orders);
});

it.each([true, false])(
  'a result that was downloaded again is the last to go, however old its row is (saved: %s)',
  async (isSaved) => {
    world = await createJobWorld();
    const ids: string[] = [];
    for (const picture of ['old.png', 'young.png']) {
      const { id } = await world.add({ picture });
      ids.push(id);
      await world.untilEnded(id);
      await world.pass(1_000);
    }
    const [old = '', young = ''] = ids;
    const save = async (id: string) => {
      await world.saver.save(id);
      await world.pass(1_000);
      // The browser refuses the file after the download.
      const { saved: _, ...row } = (await world.store.get(id)) as Job;
      if (!isSaved) await world.store.commit(row);
    };
    if (isSaved) for (const id of ids) await save(id);
    const sizes = (await world.store.entries()).map(({ kept }) => kept?.result ?? 0);
    const enforce = () =>
      world.commands.housekeeping.enforceSize({ ...RULE, bytes: Math.max(...sizes) });
    const stored = async () => {
      const blobs = ids.map((id) => world.store.blob(blobKey(id, 'result')));
      return (await Promise.all(blobs)).map(Boolean);
    };
    await enforce();
    expect(await stored()).toEqual([false, true]);

    await save(old);
    await enforce();
    expect(await stored()).toEqual([true, false]);
    expect((await world.store.get(young))?.result).toHaveProperty('removedAt');
  },
);

it('without a limit, and for rows that have no result, nothing changes', async () => {
  world = await createJobWorld();
  const { id } = await world.add();
  await world.untilEnded(id);
  await world.commands.housekeeping.enforceSize({ ...RULE, bytes: 0 });
  expect(await world.store.blob(blobKey(id, 'result'))).toBeDefined();
  const row = await world.store.get(id);
  await world.store.dropResults(['nobody'], 1);
  expect(await world.store.get(id)).toEqual(row);
});

it('a result that is being saved stays', async () => {
  world = await createJobWorld();
  const { id } = await world.add();
  const job = await world.untilEnded(id);
  const saving = await world.store.commit({ ...job, saved: { state: 'saving', at: 1 } });
  await world.commands.housekeeping.enforceSize(RULE);
  expect(await world.store.get(id)).toEqual(saving);
  expect(await world.store.blob(blobKey(id, 'result'))).toBeDefined();
});
