import { afterEach, describe, expect, it } from 'vitest';
import { FOREIGN_ANSWERS } from '@/simulator/faults/foreign-answers';
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

describe.each(Object.entries(FOREIGN_ANSWERS))('a poll that is answered with: %s', (_, body) => {
  const foreign = { at: 'history', times: Number.POSITIVE_INFINITY } as const;

  it('proves nothing about an order that got no answer', async () => {
    world = await createJobWorld();
    const { faults, submissions } = world.simulator;
    faults.add({ at: 'generate', effect: { kind: 'reset', when: 'after' } });
    faults.add({ ...foreign, effect: { kind: 'json', body } });
    const { id } = await world.add();
    await world.pass(3 * HOUR);
    expect(await world.store.get(id)).toMatchObject({ stage: 'submitting', polls: 0 });

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
      expect(notBefore).toBe((await world.store.queue('jimeng')).heldUntil);
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
    expect(await world.store.get(id)).toMatchObject({ stage: 'submitting', polls: 0 });
    stop();
    expect(await world.untilEnded(id)).toMatchObject({ stage: 'done' });
    expect(submissions).toHaveLength(1);
  });

  it('counts anew after a poll that was answered', async () => {
    world = await createJobWorld({ simulator: { processingMs: 10 * HOUR, forecastMs: 1_000 } });
    const { faults } = world.simulator;
    faults.add({ ...refused, times: 5 });
    const { id } = await world.add();
    const answered = await world.until(id, ({ polls }) => polls > 0);
    expect(answered.holds).toBeUndefined();
    faults.add({ ...refused, times: 5 });
    await world.until(id, ({ holds }) => holds === 5);
    expect(await world.untilEnded(id)).toMatchObject({ stage: 'done' });
  });
});

describe('a task that ends with a number nobody has described', () => {
  const ends = { kind: 'task-fails', failCode: '424242', said: '系统异常' } as const;

  it('is polled once more, and the row holds the number and the words', async () => {
    world = await createJobWorld();
    world.simulator.faults.add({ at: 'generate', effect: ends });
    const { id } = await world.add();
    await world.until(id, ({ isEndDoubted }) => isEndDoubted === true);
    const polls = requestsTo('history');
    expect((await world.untilEnded(id)).failure).toMatchObject({
      code: 'unknown-refusal',
      detail: { failCode: '424242', said: '系统异常' },
    });
    expect(requestsTo('history')).toBe(polls + 1);
    await world.pass(HOUR);
    expect(requestsTo('history')).toBe(polls + 1);
  });

  it('goes on when the next poll takes it back', async () => {
    world = await createJobWorld();
    const record = { status: 30, fail_code: 424242 };
    world.simulator.faults.add({
      at: 'history',
      effect: { kind: 'json', body: { ret: '0', data: {} } },
    });
    const { id } = await world.add();
    const { submission } = await world.until(id, ({ polls }) => polls === 1);
    const data = { [submission?.submitId ?? '']: record };
    world.simulator.faults.add({
      at: 'history',
      effect: { kind: 'json', body: { ret: '0', data } },
    });
    await world.until(id, ({ isEndDoubted }) => isEndDoubted === true);
    expect(await world.untilEnded(id)).toMatchObject({ stage: 'done', pastSubmissions: [] });
  });
});

describe('an order that is refused for its region', () => {
  const body = { ret: '3000', errmsg: 'region not allow', data: { aigc_data: null } };

  it('is followed if the history lists it all the same', async () => {
    world = await createJobWorld();
    const effect = { kind: 'json', body, when: 'after' } as const;
    world.simulator.faults.add({ at: 'generate', effect });
    const { id } = await world.add();
    const done = await world.untilEnded(id);
    expect(done).toMatchObject({ stage: 'done', pastSubmissions: [] });
    expect(done.submission?.refusal).toBeUndefined();
    expect(world.simulator.submissions).toHaveLength(1);
  });

  it('fails with that only when it is not listed, and says that it may have cost something', async () => {
    world = await createJobWorld();
    world.simulator.faults.add({ at: 'generate', effect: { kind: 'json', body } });
    const { id } = await world.add();
    const failed = await world.untilEnded(id);
    expect(requestsTo('history')).toBe(6);
    expect(failed.failure).toMatchObject({
      code: 'region-refused',
      charged: 'maybe',
      detail: { ret: '3000', said: 'region not allow' },
    });
    // Retry polls once more before it orders.
    await world.commands.retry(id);
    expect(await world.untilEnded(id)).toMatchObject({ stage: 'done' });
    expect(world.simulator.submissions).toHaveLength(1);
  });

  it('is not said to be free if the history is refused as well', async () => {
    world = await createJobWorld();
    const { faults, submissions } = world.simulator;
    faults.add({ at: 'generate', effect: { kind: 'json', body, when: 'after' } });
    const refused = { kind: 'ret', ret: '3000' } as const;
    const stop = faults.add({ at: 'history', times: Number.POSITIVE_INFINITY, effect: refused });
    const { id } = await world.add();
    const failed = await world.untilEnded(id);
    expect(failed.failure).toMatchObject({ code: 'region-refused', charged: 'maybe' });
    expect(failed.submission?.outcome).toBe('unconfirmed');
    stop();
    await world.commands.retry(id);
    expect(await world.untilEnded(id)).toMatchObject({ stage: 'done' });
    expect(submissions).toHaveLength(1);
  });
});

it('does not give an order up because others are polled quickly', async () => {
  // A task that runs is polled many times a second; the order without an answer is listed late.
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
