import { afterEach, expect, it } from 'vitest';
import { createJobWorld, type JobWorld } from '@/tests/support/job-world';

const DAY = 24 * 60 * 60_000;

let world: JobWorld;
afterEach(async () => {
  expect(world.reports).toEqual([]);
  await world.close();
});

it('an upload that never gets through is tried three times, each with twice the time', async () => {
  world = await createJobWorld();
  const hang = { kind: 'hang' } as const;
  const stop = world.simulator.faults.add({
    at: 'put',
    times: Number.POSITIVE_INFINITY,
    effect: hang,
  });
  const { id } = await world.add();
  const failed = await world.untilEnded(id);
  expect(failed.failure).toMatchObject({ code: 'line-too-slow', at: 'acquired', charged: 'no' });
  const puts = () => world.simulator.requests.filter(({ endpoint }) => endpoint === 'put');
  const times = puts().map(({ at }) => at);
  expect(times).toHaveLength(3);
  // 60 s and 2 s of pause, 120 s and 4 s of pause.
  const gaps = times.slice(1).map((at, index) => Math.round((at - (times[index] ?? 0)) / 1_000));
  expect(gaps).toEqual([62, 124]);
  // A host that took too long is tried last.
  expect(new Set(puts().map(({ url }) => new URL(url).hostname)).size).toBe(3);
  await world.pass(DAY);
  expect(puts()).toHaveLength(3);

  stop();
  await world.commands.retry(id);
  expect(await world.untilEnded(id)).toMatchObject({ stage: 'done' });
});
