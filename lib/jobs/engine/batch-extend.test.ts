import { afterEach, describe, expect, it } from 'vitest';
import { batchOf, rowsOf, spentBy, untilCalm } from '@/tests/support/batch-world';
import { createJobWorld, type JobWorld, type WorldOptions } from '@/tests/support/job-world';
import { isEnded } from '../model/job';

let world: JobWorld;
afterEach(async () => {
  expect(world.simulator.violations).toEqual([]);
  expect(world.reports).toEqual([]);
  await world.close();
});

const open = async (options: WorldOptions = {}) => {
  world = await createJobWorld(options);
};
const orders = () => world.simulator.submissions.length;
const counts = async () => (await world.store.batchSummaries())[0]?.counts;
/** Extends the batch with the pictures of these places of a page, counted from 1. */
const extend = (from: number, to: number) => {
  const { pictures, options } = batchOf(to);
  const further = pictures.slice(from - 1).map(({ origin, name }) => ({ origin, name }));
  return world.batches.extend('batch', further, options);
};

describe('a batch that grows', () => {
  it('orders each address once, in the order in which they came, and its counts add up', async () => {
    await open();
    await world.batches.add(batchOf(3));
    expect(await extend(2, 5)).toBe(2);
    await world.pass(5_000);
    // The same twice at once, as two messages of a page may come.
    const both = await Promise.all([extend(4, 8), extend(4, 8)]);
    expect(both.toSorted()).toEqual([0, 3]);
    const rows = await untilCalm(world);
    expect(rows.map(({ name }) => name)).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((at) => `${at}.png`));
    expect(rows.map(({ batch }) => batch?.index)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(orders()).toBe(8);
    expect(await counts()).toMatchObject({ found: 8, done: 8, waiting: 0, gone: 0 });
  });

  it('goes on after its end, with its size', async () => {
    await open();
    await world.batches.add(batchOf(2, { options: { ...batchOf(1).options, target: '4k' } }));
    await untilCalm(world);
    await extend(3, 4);
    const rows = await untilCalm(world);
    expect(rows.map(({ stage, options }) => [stage, options.target])).toEqual(
      Array(4).fill(['done', '4k']),
    );
  });

  it('never orders what the person removed', async () => {
    await open();
    await world.batches.add(batchOf(2));
    await extend(3, 4);
    await untilCalm(world);
    const [, , third] = await rowsOf(world);
    await world.commands.remove(third?.id ?? '');
    await world.pass(60_000);
    expect(await extend(1, 4)).toBe(0);
    expect(orders()).toBe(4);
  });

  it('keeps to its budget', async () => {
    await open();
    await world.batches.add(batchOf(1, { budget: 4 }));
    await untilCalm(world);
    await extend(2, 9);
    await untilCalm(world);
    await extend(10, 12);
    await world.pass(10 * 60_000);
    expect(spentBy(world)).toBe(4);
    expect((await world.store.batch('batch'))?.paused?.by).toBe('budget');
    expect((await rowsOf(world)).filter(isEnded)).toHaveLength(orders());
    expect((await counts())?.found).toBe(12);
  });

  it('that is gone takes nothing', async () => {
    await open();
    expect(await extend(1, 3)).toBeUndefined();
    await world.pass(60_000);
    expect(orders()).toBe(0);
  });

  it.each(['before', 'after'] as const)(
    'loses nothing and repeats nothing when the worker dies just %s it grows',
    async (when) => {
      await open({ crash: { effect: 'store.extendBatch#1', when } });
      await world.batches.add(batchOf(1));
      void extend(2, 3);
      await world.pass(60_000);
      const isWritten = when === 'after';
      expect((await counts())?.found).toBe(isWritten ? 3 : 1);
      // The page asks again.
      expect(await extend(2, 3)).toBe(isWritten ? 0 : 2);
      const rows = await untilCalm(world);
      expect(rows.map(({ stage, batch }) => [stage, batch?.index])).toEqual([
        ['done', 1],
        ['done', 2],
        ['done', 3],
      ]);
      expect(orders()).toBe(3);
      expect((await counts())?.found).toBe(3);
    },
  );
});
