import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { batchOf, rowsOf, spentBy, untilCalm } from '@/tests/support/batch-world';
import { drawn } from '@/tests/support/drawn';
import { createJobWorld, type JobWorld } from '@/tests/support/job-world';
import { historyFile, readHistoryFile } from '../history/history-file';
import { UNDO_MS } from './housekeeping';

const COUNT = 5;
const PRICE = 2;
const LEFT_OUT = { large: 2, known: 1 };

let world: JobWorld;
afterEach(() => world?.close());

const summary = async () => (await world.store.batchSummaries())[0];

/** What a person, or the rule that they chose, does to the rows of a batch; each at some time. */
const ACTS = {
  async removeOne(at: number) {
    const rows = await rowsOf(world);
    const row = rows[at % Math.max(1, rows.length)];
    if (row) await world.commands.remove(row.id);
  },
  async cancelOne(at: number) {
    const rows = await rowsOf(world);
    const row = rows[at % Math.max(1, rows.length)];
    if (row) await world.commands.cancel(row.id);
  },
  clear: () => world.commands.clear(),
  removeAll: () => world.batches.remove('batch'),
  async expire(at: number) {
    const rule = { days: 0, rows: 1 + (at % 3), bytes: 0, includesUnsaved: true };
    // It ends with the time for Undo.
    void world.commands.housekeeping.enforceRetention(rule);
  },
  async undo() {
    const removal = await world.store.lastHidden();
    if (removal) await world.commands.restore(removal.at);
  },
  retryFailed: () => world.batches.retryFailed('batch'),
  async exportAndImport() {
    const text = historyFile(await world.store.list(), world.now);
    await world.store.merge(readHistoryFile(text)?.jobs ?? []);
  },
  async importLater() {
    const text = historyFile(await rowsOf(world), world.now);
    await world.batches.remove('batch');
    await world.pass(2 * UNDO_MS);
    await world.store.merge(readHistoryFile(text)?.jobs ?? []);
  },
  wait: (at: number) => world.pass(1_000 * (1 + at)),
} satisfies Record<string, (at: number) => Promise<unknown>>;
type Act = keyof typeof ACTS;

/** The counts add up, agree with the rows, and what was spent counts, whatever became of the row. */
async function check(at: string): Promise<void> {
  const rows = await rowsOf(world);
  const shown = await summary();
  expect(shown === undefined, at).toBe(rows.length === 0);
  if (!shown) return;
  const { found, ...parts } = shown.counts;
  expect(found, at).toBe(COUNT + LEFT_OUT.large + LEFT_OUT.known);
  expect(
    Object.values(parts).reduce((sum, count) => sum + count, 0),
    at,
  ).toBe(found);
  const count = (stage: string) => rows.filter((row) => row.stage === stage).length;
  const { done, failed, cancelled, gone } = parts;
  const expected = [count('done'), count('failed'), count('cancelled'), COUNT - rows.length];
  expect([done, failed, cancelled, gone], at).toEqual(expected);
  expect(shown.spent, at).toBeGreaterThanOrEqual(spentBy(world) - PRICE);
}

describe('whatever is removed, expires, is restored or imported', () => {
  it('the counts of a batch stay right, and what it spent counts', {
    timeout: 120_000,
  }, async () => {
    const acts = fc.array(fc.tuple(fc.constantFrom(...(Object.keys(ACTS) as Act[])), fc.nat(9)), {
      minLength: 2,
      maxLength: 8,
    });
    await fc.assert(
      fc.asyncProperty(acts, async (script) => {
        const simulator = { processingMs: 8_000, reprice: () => PRICE };
        world = await createJobWorld({ site: 'jimeng', simulator });
        await world.batches.add(batchOf(COUNT, { budget: 7, leftOut: LEFT_OUT }));
        await world.pass(4_000);
        for (const [act, at] of script) {
          await ACTS[act](at);
          await world.settle();
          await check(`${act}(${at})`);
        }
        await world.pass(10 * 60_000);
        await check('in the end');
        // The row of an order may be gone, and what it cost still counts.
        expect(spentBy(world)).toBeLessThanOrEqual(7);
        expect(world.simulator.violations).toEqual([]);
        expect(world.reports).toEqual([]);
        await world.close();
      }),
      drawn(12),
    );
  });

  it('an order that was refused counts for nothing, also once its row is gone', async () => {
    world = await createJobWorld({ simulator: { reprice: () => PRICE } });
    await world.batches.add(batchOf(3, { budget: 6 }));
    await world.until((await rowsOf(world))[0]?.id ?? '', ({ stage }) => stage === 'done');
    const effect = { kind: 'ret', ret: '2039' } as const;
    world.simulator.faults.add({ at: 'generate', effect });
    const rows = await untilCalm(world);
    const failed = rows.filter(({ stage }) => stage === 'failed');
    expect(failed).toHaveLength(1);
    const { spent } = (await summary()) ?? {};
    await world.commands.removeAll(failed.map(({ id }) => id));
    expect((await summary())?.spent).toBe(spent);
    await world.pass(2 * UNDO_MS);
    expect((await summary())?.spent).toBe(spent);
  });
});
