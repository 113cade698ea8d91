import { afterEach, describe, expect, it } from 'vitest';
import { createBatchCommands } from '@/lib/jobs/engine/batch-commands';
import type { JobDeps } from '@/lib/jobs/steps/deps';
import { batchOf, rowsOf, untilCalm } from '@/tests/support/batch-world';
import { createJobWorld, type JobWorld } from '@/tests/support/job-world';
import { fakePrepare, fakePrepareStrip } from '@/tests/support/world-fakes';

let world: JobWorld;
afterEach(async () => {
  expect(world.simulator.violations).toEqual([]);
  expect(world.reports).toEqual([]);
  await world.close();
});

const summary = async () => (await world.store.batchSummaries())[0];
const stages = async () => (await rowsOf(world)).map(({ stage }) => stage);
const orders = () => world.simulator.submissions.length;

/** Waits for a batch of five, until three of them ask: the first was upscaled before, the last two are large. */
async function openAsking(): Promise<void> {
  world = await createJobWorld();
  await world.untilEnded((await world.add({ picture: '1.png' })).id);
  world.prepare = async (bytes) => {
    const prepared = await fakePrepare(bytes);
    if (!/[45]\.png/.test(await bytes.text())) return prepared;
    const facts = { ...prepared.found, width: 4096, height: 3072 };
    return { ...prepared, found: facts, sent: facts };
  };
  await world.batches.add(batchOf(5));
  await world.pass(60_000);
  expect(await summary()).toMatchObject({ needs: 3, asks: { large: 2, known: 1 } });
}

describe('one answer for all rows of a batch that ask the same', () => {
  it('keeps the large images and orders nothing', async () => {
    await openAsking();
    const before = orders();
    await world.batches.answer('batch', 'large', 'leave');
    expect(await stages()).toEqual(['acquired', 'done', 'done', 'done', 'done']);
    expect(await summary()).toMatchObject({ needs: 1, asks: { large: 0, known: 1 } });
    expect(orders()).toBe(before);
  });

  it('uses the results of before, and the counts still add up', async () => {
    await openAsking();
    const before = orders();
    await world.batches.answer('batch', 'known', 'leave');
    expect(await summary()).toMatchObject({
      needs: 2,
      asks: { large: 2, known: 0 },
      counts: { found: 5, done: 2, waiting: 2, gone: 1 },
    });
    expect(orders()).toBe(before);
  });

  it('answers no further question of a row, however often it is given', async () => {
    world = await createJobWorld();
    world.prepare = async (bytes) => {
      const prepared = await fakePrepareStrip(bytes, 3);
      return { ...prepared, found: { ...prepared.found, width: 9_000, height: 9_000 } };
    };
    await world.batches.add(batchOf(4));
    await world.pass(60_000);
    expect(await summary()).toMatchObject({ asks: { large: 4 } });
    const asking = await world.store.open();
    await world.batches.answer('batch', 'large', 'upscale');
    // A second press came before the first one was through, and found the rows as they were.
    const deps = { store: { open: async () => asking } } as unknown as JobDeps;
    const late = createBatchCommands(deps, {} as never, world.commands);
    await late.answer('batch', 'large', 'upscale');
    await world.pass(60_000);
    const reasons = (await rowsOf(world)).map(({ waiting }) => waiting?.reason);
    expect(reasons).toEqual(Array(4).fill('several-orders'));
    expect(orders()).toBe(0);
  });

  it.each(['large', 'known'] as const)(
    'upscales what is %s all the same, once each',
    async (question) => {
      await openAsking();
      const before = orders();
      const asked = (await summary())?.asks[question] ?? 0;
      await world.batches.answer('batch', question, 'upscale');
      // A second click finds none that asks.
      await world.batches.answer('batch', question, 'upscale');
      await world.pass(60_000);
      expect(orders()).toBe(before + asked);
      expect((await summary())?.asks[question]).toBe(0);
    },
  );

  it('leaves rows of other batches, and single ones, alone', async () => {
    await openAsking();
    await world.batches.answer('another', 'large', 'leave');
    expect(await summary()).toMatchObject({ needs: 3 });
  });

  it('lets the batch come to its end', async () => {
    await openAsking();
    await world.batches.answer('batch', 'known', 'leave');
    await world.batches.answer('batch', 'large', 'leave');
    await untilCalm(world);
    expect(await stages()).toEqual(['done', 'done', 'done', 'done']);
  });
});
