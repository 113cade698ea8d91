import { afterEach, describe, expect, it } from 'vitest';
import { batchOf, rowsOf, untilCalm } from '@/tests/support/batch-world';
import { createJobWorld, type JobWorld } from '@/tests/support/job-world';
import { LIMITS } from '../rules/schedule';

const SERVICE_MS = 4_000;
/** Far more than a run takes on a busy machine. */
const RUN_MS = 30_000;
/** Of the service to any request. */
const ANSWER_MS = 20;

let world: JobWorld;
afterEach(async () => {
  expect(world.simulator.violations).toEqual([]);
  expect(world.reports).toEqual([]);
  await world.close();
});

/** A world with an answer time, in which an upload shares a line with the others. @param line bytes per ms */
async function open({ line = Number.POSITIVE_INFINITY } = {}) {
  world = await createJobWorld({
    simulator: { processingMs: SERVICE_MS, credits: { gift: 1_000 } },
  });
  let sending = 0;
  world.answer = async (request, pause) => {
    const bytes = request.url.includes('/upload/v1/')
      ? (await request.clone().arrayBuffer()).byteLength
      : 0;
    sending += 1;
    const STEPS = 20;
    for (let step = 0; step < STEPS && bytes > 0; step += 1) {
      await pause(((bytes / line) * sending) / STEPS);
    }
    sending -= 1;
    await pause(ANSWER_MS);
    return world.simulator.handle(request);
  };
}

const timesOf = (endpoint: string) =>
  world.simulator.requests.filter((each) => each.endpoint === endpoint).map(({ at }) => at);

describe.each([1, 2, 3])(
  'a batch at %i orders at the same time',
  { timeout: RUN_MS },
  (parallel) => {
    const COUNT = 30;

    async function run() {
      await open();
      world.parallel = parallel;
      const startedAt = world.now;
      await world.batches.add(batchOf(COUNT));
      const rows = await untilCalm(world);
      const orders = world.simulator.submissions.map(({ at }) => at);
      return { rows, startedAt, orders };
    }

    it('sends the next order as soon as a place is free: it was uploaded before', async () => {
      const { orders } = await run();
      const uploads = timesOf('commit');
      for (const [index, at] of orders.entries()) {
        if (index < parallel) continue;
        const freeAt = (orders[index - parallel] ?? 0) + SERVICE_MS;
        expect(uploads[index]).toBeLessThan(freeAt);
        const possibleAt = Math.max(freeAt, (orders[index - 1] ?? 0) + LIMITS.betweenSubmits);
        expect(at - possibleAt).toBeLessThan(0.06 * SERVICE_MS);
      }
    });

    it('takes hardly longer than the service needs, with six requests for a picture', async () => {
      const { rows, startedAt } = await run();
      const wide = Math.min(parallel, SERVICE_MS / LIMITS.betweenSubmits);
      const bestMs = (COUNT / wide) * SERVICE_MS;
      const endedAt = Math.max(...rows.map(({ finishedAt }) => finishedAt ?? Number.NaN));
      expect((endedAt - startedAt) / bestMs).toBeLessThan(1.06);
      // What is asked once: the account, its workspace, the upload key, the balance.
      const ONCE = 6;
      expect((world.simulator.requests.length - ONCE) / COUNT).toBeLessThan(6.2);
    });

    it('learns how long a task takes, and goes on learning', async () => {
      await run();
      const kind = { site: 'jimeng', tool: 'smart-hd', target: '2k' } as const;
      const durations = await world.store.durations(kind);
      expect(durations).toHaveLength(9);
      for (const duration of durations) {
        expect(Math.abs(duration / SERVICE_MS - 1)).toBeLessThan(0.06);
      }
    });
  },
);

describe('a large upload on a slow line', { timeout: RUN_MS }, () => {
  const [LARGE, SMALL] = [200_000, 1_000];
  const LINE = 5;
  const SMALL_ONES = 8;

  /** Unix ms, from the start, at which the last small picture was ordered. */
  async function lastSmallOrder(large: number): Promise<number> {
    await open({ line: LINE });
    const { acquire } = world;
    world.acquire = async (origin) => {
      const { bytes } = await acquire(origin);
      const at = origin.kind === 'page' ? Number(/(\d+)\.png/.exec(origin.url)?.[1]) : 0;
      return { bytes: new Blob([bytes, new Uint8Array(at <= large ? LARGE : SMALL)]) };
    };
    const startedAt = world.now;
    await world.batches.add(batchOf(large + SMALL_ONES));
    await untilCalm(world);
    const rows = await rowsOf(world);
    expect(rows.map(({ stage }) => stage)).toEqual(rows.map(() => 'done'));
    const small = rows.slice(large).map(({ submission }) => submission?.at ?? Number.NaN);
    return Math.max(...small) - startedAt;
  }

  it.each([1, 2, 3])('does not delay the small ones behind it: %i in front', async (large) => {
    const alone = await lastSmallOrder(0);
    await world.close();
    // They share the line, and nothing else.
    expect(await lastSmallOrder(large)).toBeLessThan(alone + 3_000);
  });
});
