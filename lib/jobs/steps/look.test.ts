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

describe('a poll that risk control refuses', () => {
  const MINUTE = 60_000;
  const refused = { at: 'history', effect: { kind: 'ret', ret: '1019' } } as const;

  it('holds every row and every new order, and then fetches what is paid for', async () => {
    world = await createJobWorld();
    const { faults, submissions } = world.simulator;
    faults.add(refused);
    const rows = [await world.add({ picture: 'a' }), await world.add({ picture: 'b' })];
    await world.pass(5_000);
    const third = await world.add({ picture: 'c' });
    await world.pass(9 * MINUTE);
    for (const { id } of rows) {
      const { stage, waiting, notBefore } = (await world.store.get(id)) ?? {};
      expect({ stage, waiting }).toMatchObject({
        stage: 'generating',
        waiting: { reason: 'cool-down', code: 'risk-control' },
      });
      expect(notBefore).toBe((await world.store.queue()).heldUntil);
    }
    expect(requestsTo('history')).toBe(1);
    expect(submissions).toHaveLength(2);
    for (const { id } of [...rows, third]) {
      expect(await world.untilEnded(id)).toMatchObject({ stage: 'done' });
    }
    expect(submissions).toHaveLength(3);
  });

  it('ends the row after six in a row over hours, and Retry follows the same order', async () => {
    world = await createJobWorld();
    const stop = world.simulator.faults.add({ ...refused, times: Number.POSITIVE_INFINITY });
    const { id, createdAt } = await world.add();
    const failed = await world.untilEnded(id);
    expect(failed.failure).toMatchObject({ code: 'risk-control', isTaskOpen: true });
    expect(requestsTo('history')).toBe(6);
    expect(world.now - createdAt).toBeGreaterThan(5 * HOUR);
    stop();
    await world.commands.retry(id);
    expect(await world.untilEnded(id)).toMatchObject({ stage: 'done' });
    expect(world.simulator.submissions).toHaveLength(1);
  });

  it('never ends the search for an order without an answer', async () => {
    world = await createJobWorld();
    const { faults, submissions } = world.simulator;
    faults.add({ at: 'generate', effect: { kind: 'reset', when: 'after' } });
    const stop = faults.add({ ...refused, times: Number.POSITIVE_INFINITY });
    const { id } = await world.add();
    await world.pass(30 * HOUR);
    expect(await world.store.get(id)).toMatchObject({ stage: 'submitting', looks: 0 });
    stop();
    expect(await world.untilEnded(id)).toMatchObject({ stage: 'done' });
    expect(submissions).toHaveLength(1);
  });

  it('counts anew after a poll that was answered', async () => {
    world = await createJobWorld({ simulator: { processingMs: 10 * HOUR, forecastMs: 1_000 } });
    const { faults } = world.simulator;
    faults.add({ ...refused, times: 5 });
    const { id } = await world.add();
    const answered = await world.until(id, ({ looks }) => looks > 0);
    expect(answered.holds).toBeUndefined();
    faults.add({ ...refused, times: 5 });
    await world.until(id, ({ holds }) => holds === 5);
    expect(await world.untilEnded(id)).toMatchObject({ stage: 'done' });
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
