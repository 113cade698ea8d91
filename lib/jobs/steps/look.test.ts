import { afterEach, describe, expect, it } from 'vitest';
import { FOREIGN_ANSWERS } from '@/simulator/foreign-answers';
import { createJobWorld, type JobWorld } from '@/tests/support/job-world';

const HOUR = 60 * 60_000;

let world: JobWorld;
afterEach(async () => {
  expect(world.reports).toEqual([]);
  expect(world.simulator.violations).toEqual([]);
  await world.close();
});

function requestsTo(endpoint: string): number {
  return world.simulator.requests.filter((request) => request.endpoint === endpoint).length;
}

describe.each(Object.entries(FOREIGN_ANSWERS))('a look that is answered with: %s', (_, body) => {
  const foreign = { at: 'history', times: Number.POSITIVE_INFINITY } as const;

  it('proves nothing about an order that got no answer', async () => {
    world = await createJobWorld();
    const { faults, submissions } = world.simulator;
    faults.add({ at: 'generate', effect: { kind: 'reset', when: 'after' } });
    faults.add({ ...foreign, effect: { kind: 'json', body } });
    const { id } = await world.add();
    await world.pass(3 * HOUR);
    expect(await world.store.get(id)).toMatchObject({ stage: 'submitting', looks: 0 });

    // Even a person who presses every button cannot order it anew.
    await world.commands.cancel(id);
    await world.commands.retry(id);
    await world.pass(3 * HOUR);
    expect(await world.store.get(id)).toMatchObject({ stage: 'submitting' });
    expect(submissions).toHaveLength(1);

    faults.clear();
    expect(await world.untilEnded(id)).toMatchObject({ stage: 'done' });
    expect(submissions).toHaveLength(1);
  });

  it('is a failed poll of a task that is known, not "still running" for ever', async () => {
    world = await createJobWorld();
    const { faults, submissions } = world.simulator;
    faults.add({ ...foreign, effect: { kind: 'json', body } });
    const { id } = await world.add();
    const failed = await world.untilEnded(id);
    expect(failed.failure).toMatchObject({ code: 'bad-response', isTaskOpen: true });
    expect(requestsTo('history')).toBeLessThan(12);

    faults.clear();
    await world.commands.retry(id);
    expect(await world.untilEnded(id)).toMatchObject({ stage: 'done' });
    expect(submissions).toHaveLength(1);
  });
});

it('does not give an order up because others are looked at quickly', async () => {
  // A task that runs is looked at many times a second; the order without an answer is listed late.
  world = await createJobWorld({
    simulator: { processingMs: 60_000, forecastMs: 1_000, visibilityLagMs: 5_000 },
  });
  await world.add({ picture: 'a.png' });
  await world.pass(1_000);
  world.simulator.faults.add({ at: 'generate', effect: { kind: 'reset', when: 'after' } });
  const { id } = await world.add({ picture: 'b.png' });
  expect(await world.untilEnded(id)).toMatchObject({ stage: 'done' });
  expect(world.simulator.submissions).toHaveLength(2);
});
