import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { batchAt, openPlace, type PlaceName } from '@/tests/support/batch-places';
import { rowsOf, untilCalm } from '@/tests/support/batch-world';
import { drawn } from '@/tests/support/drawn';
import type { JobWorld } from '@/tests/support/job-world';

const TASK_MS = 30_000;
const COUNT = 16;
const RUNS = 4;
/** Orders at the same time that so many orders can lead to. */
const REACHED = 3;

let world: JobWorld | undefined;
afterEach(() => world?.close());

/** Most tasks that ran at the service at the same time. */
function mostAtOnce({ simulator }: JobWorld): number {
  const starts = simulator.submissions.map(({ at }) => at);
  const running = starts.map((now) => starts.filter((at) => at <= now && now < at + TASK_MS));
  return Math.max(...running.map(({ length }) => length));
}

/** Orders that the service refused because too many ran. */
function refused({ simulator }: JobWorld): number {
  const sent = simulator.requests.filter(({ endpoint }) => endpoint === 'generate').length;
  return sent - simulator.submissions.length;
}

describe('whatever number of tasks the service bears', () => {
  it.each<PlaceName>(['Jimeng', 'Dreamina, SG'])(
    'a batch comes to run as many, never more than allowed, and makes each refused order later: %s',
    { timeout: RUNS * 20_000 },
    async (place) => {
      const services = fc.record({
        bears: fc.integer({ min: 1, max: 6 }),
        allowed: fc.integer({ min: 1, max: 8 }),
      });
      await fc.assert(
        fc.asyncProperty(services, async ({ bears, allowed }) => {
          const simulator = { processingMs: TASK_MS, queueLimit: bears };
          world = await openPlace(place, { simulator });
          world.parallel = allowed;
          await world.batches.add(batchAt(place, COUNT));
          const rows = await untilCalm(world);
          expect(rows.map(({ stage }) => stage)).toEqual(Array(COUNT).fill('done'));
          const pictures = world.simulator.submissions.map(({ imageUri }) => imageUri);
          expect([pictures.length, new Set(pictures).size]).toEqual([COUNT, COUNT]);
          expect(mostAtOnce(world)).toBeLessThanOrEqual(allowed);
          expect(mostAtOnce(world)).toBeGreaterThanOrEqual(Math.min(bears, allowed, REACHED));
          expect(refused(world)).toBeLessThanOrEqual(4);
          await world.close();
        }),
        drawn(RUNS),
      );
    },
  );

  it('rows whose orders are refused all day wait, and none of them fails', async () => {
    const delayMs = (index: number) => (index === 1 ? 20 * 60 * 60_000 : 0);
    world = await openPlace('Jimeng', { simulator: { queueLimit: 1, delayMs } });
    await world.batches.add(batchAt('Jimeng', 5));
    await world.pass(26 * 60 * 60_000);
    const rows = await rowsOf(world);
    expect(rows.map(({ stage }) => stage)).toEqual(Array(5).fill('done'));
    expect(world.simulator.submissions).toHaveLength(5);
    // Less than two orders a quarter of an hour.
    expect(refused(world)).toBeLessThan(160);
  });
});
