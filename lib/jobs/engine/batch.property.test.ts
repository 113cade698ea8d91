import { env } from 'node:process';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { batchAt, openPlace, PLACE_NAMES } from '@/tests/support/batch-places';
import { batchOf, rowsOf, spentBy, untilCalm } from '@/tests/support/batch-world';
import { createJobWorld, type JobWorld } from '@/tests/support/job-world';

/** Runs at each place. */
const RUNS = Number(env.BATCH_RUNS ?? 4);
const SEED = Number(env.BATCH_SEED ?? Date.now() % 0x7fff_ffff);
const RUN_MS = 10_000;

let world: JobWorld | undefined;
afterEach(() => world?.close());

/** A service whose price jumps, a budget that is raised, and a worker that dies at such effects. */
const scripts = fc.record({
  count: fc.integer({ min: 2, max: 8 }),
  budget: fc.integer({ min: 1, max: 30 }),
  jumpAt: fc.nat(8),
  price: fc.integer({ min: 1, max: 4 }),
  later: fc.integer({ min: 1, max: 9 }),
  deaths: fc.array(fc.integer({ min: 1, max: 120 }), { maxLength: 4 }),
});

describe('whatever the price, the budget, and whenever the worker dies', () => {
  it.each(PLACE_NAMES)(
    'a budget is passed by the surprise of one order at most, and nothing is lost or doubled: %s',
    {
      timeout: RUNS * RUN_MS,
    },
    async (place) => {
      process.stdout.write(`batches, ${place}: ${RUNS} runs, BATCH_SEED=${SEED}\n`);
      await fc.assert(
        fc.asyncProperty(scripts, async ({ count, budget, jumpAt, price, later, deaths }) => {
          const reprice = (_: number, index: number) => (index < jumpAt ? price : later);
          world = await openPlace(place, { simulator: { reprice } });
          await world.batches.add(batchAt(place, count, { budget }));
          for (const death of deaths) world.atEffect(death, 'after');
          let rows = await untilCalm(world);
          // The first order has an unknown price; a jump surprises once more.
          const surprise = jumpAt > 0 && later > price ? later - price : 0;
          const first = Math.max(0, (jumpAt > 0 ? price : later) - 1);
          expect(spentBy(world)).toBeLessThanOrEqual(budget + Math.max(surprise, first));
          expect(rows.map(({ batch }) => batch?.index)).toEqual(rows.map((_, index) => index + 1));
          expect(rows).toHaveLength(count);
          world.clearTraps();
          await world.wake();
          await world.batches.setBudget('batch', undefined);
          await world.batches.resume('batch');
          rows = await untilCalm(world);
          const { submissions, violations } = world.simulator;
          const unproven = rows.filter(({ failure }) => failure?.code === 'submit-unconfirmed');
          expect(rows.filter(({ stage }) => stage === 'done').length + unproven.length).toBe(count);
          expect(submissions).toHaveLength(count - unproven.length);
          expect(violations).toEqual([]);
          expect((await rowsOf(world)).length).toBe(count);
          const { counts } = (await world.store.batchSummaries())[0] ?? {};
          expect(counts).toMatchObject({ found: count, waiting: 0, gone: 0 });
          await world.close();
        }),
        { numRuns: RUNS, seed: SEED },
      );
    },
  );

  it('its rows are written all or not at all', async () => {
    for (const when of ['before', 'after'] as const) {
      world = await createJobWorld({ crash: { effect: 'store.addBatch#1', when } });
      void world.batches.add(batchOf(5)).catch(() => undefined);
      await world.settle();
      expect(await rowsOf(world)).toHaveLength(when === 'before' ? 0 : 5);
      await world.wake();
      await world.batches.add(batchOf(5));
      const rows = await untilCalm(world);
      expect(rows.map(({ stage }) => stage)).toEqual(Array(5).fill('done'));
      expect(world.simulator.submissions).toHaveLength(5);
      await world.close();
    }
  });
});
