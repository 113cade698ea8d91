import { describe, expect, it } from 'vitest';
import { open, world } from '@/tests/support/clean-world';
import type { Job } from '../model/job';
import type { JobDeps } from '../steps/deps';
import { createRunner } from './runner';

it('a database that cannot be read when the alarm rings is read again at the next alarm', async () => {
  await open();
  let isDown = true;
  const alarms: number[] = [];
  const outage = new Error('the database is gone');
  const reports: unknown[] = [];
  const runner = createRunner({
    store: {
      open: async () => {
        if (isDown) throw outage;
        return [];
      },
      pausedSince: async () => undefined,
      queue: async () => ({ lastSubmitAt: 0, heldUntil: 0 }),
    },
    now: () => 0,
    alarm: {
      arm: async (delayMs: number) => void alarms.push(delayMs),
      clear: async () => void alarms.splice(0),
    },
    sleep: (_: number, signal: AbortSignal) =>
      new Promise((wake) => signal.addEventListener('abort', wake, { once: true })),
    report: (error: unknown) => reports.push(error),
  } as unknown as JobDeps);
  runner.kick();
  await world.settle();
  expect(reports).toEqual([outage]);
  expect(alarms).toEqual([30_000]);
  isDown = false;
  runner.kick();
  await runner.idle();
  expect(alarms).toEqual([]);
});

it.each([
  ['by a Retry-After', { kind: 'http', status: 429, headers: { 'retry-after': '600' } }, 120_000],
  ['as too many at once', { kind: 'ret', ret: '1310' }, 14_000],
] as const)('an order refused %s holds back those of all other rows', async (_, effect, ms) => {
  await open();
  world.simulator.faults.add({ at: 'generate', times: Number.POSITIVE_INFINITY, effect });
  for (let index = 0; index < 8; index += 1) await world.add({ picture: `${index}.png` });
  await world.pass(ms);
  const orders = world.simulator.requests.filter(({ endpoint }) => endpoint === 'generate');
  expect(orders).toHaveLength(1);
});

describe('a job', () => {
  it('goes from the click to the stored result', async () => {
    await open();
    const { id } = await world.add();
    const done = await world.untilEnded(id);
    expect(done).toMatchObject({
      stage: 'done',
      source: { width: 800, height: 600 },
      result: { width: 2880, height: 2160, type: 'png' },
      submission: { tool: 'smart-hd', outcome: 'done' },
    });
    expect(await world.store.blob(`${id}/result`)).toBeDefined();
    expect(await world.store.blob(`${id}/thumb`)).toBeDefined();
  });

  it('is polled once per tick together with all others', async () => {
    await open();
    const jobs = [await world.add({ picture: 'a' }), await world.add({ picture: 'b' })];
    for (const { id } of jobs) await world.untilEnded(id);
    const polls = world.simulator.requests.filter(({ endpoint }) => endpoint === 'history');
    expect(polls.length).toBeLessThanOrEqual(6);
  });

  it('is ordered at most two at a time and two seconds apart', async () => {
    await open({ simulator: { processingMs: 10_000, queueLimit: 2 } });
    const jobs: Job[] = [];
    for (const picture of ['a', 'b', 'c', 'd', 'e']) jobs.push(await world.add({ picture }));
    for (const { id } of jobs) expect(await world.untilEnded(id)).toMatchObject({ stage: 'done' });
    const times = world.simulator.submissions.map(({ at }) => at);
    expect(times).toHaveLength(5);
    const gaps = times.slice(1).map((at, index) => at - (times[index] ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(2_000);
    times.slice(2).forEach((at, index) => {
      expect(at - (times[index] ?? 0)).toBeGreaterThanOrEqual(10_000);
    });
  });

  it('clears the alarm when nothing is left to do', async () => {
    await open();
    const { id } = await world.add();
    await world.untilEnded(id);
    await world.settle();
    expect(world.effects.at(-1)).toMatch(/^alarm\.clear/);
  });

  it('survives a restart of the browser in every stage', async () => {
    for (const stage of ['acquired', 'uploaded', 'generating', 'ready'] as const) {
      await open();
      const { id } = await world.add();
      await world.until(id, (job) => job.stage === stage || job.stage === 'done');
      await world.restartBrowser();
      expect(await world.untilEnded(id)).toMatchObject({ stage: 'done' });
      expect(world.simulator.submissions).toHaveLength(1);
      await world.close();
    }
  });
});

describe('an order without an answer', () => {
  it('is polled and followed, not sent again', async () => {
    await open();
    world.simulator.faults.add({ at: 'generate', effect: { kind: 'reset', when: 'after' } });
    const { id } = await world.add();
    expect(await world.untilEnded(id)).toMatchObject({ stage: 'done' });
    expect(world.simulator.submissions).toHaveLength(1);
  });

  it('is given up honestly when the service never heard of it, and costs one order when retried', async () => {
    await open();
    world.simulator.faults.add({ at: 'generate', effect: { kind: 'reset' } });
    const { id } = await world.add();
    const failed = await world.untilEnded(id);
    expect(failed.failure).toMatchObject({ code: 'submit-unconfirmed', charged: 'maybe' });
    expect(world.simulator.submissions).toHaveLength(0);
    const waited = (failed.finishedAt ?? 0) - (failed.submission?.at ?? 0);
    expect(waited).toBeGreaterThan(90_000);

    await world.commands.retry(id);
    const done = await world.untilEnded(id);
    expect(done).toMatchObject({ stage: 'done', pastSubmissions: [{ outcome: 'unconfirmed' }] });
    expect(world.simulator.submissions).toHaveLength(1);
  });

  it.each([
    ['an error page', { kind: 'html', when: 'after' }],
    ['a truncated answer', { kind: 'truncate' }],
    ['a server error', { kind: 'http', status: 502, when: 'after' }],
    ['an empty answer', { kind: 'empty', when: 'after' }],
    ['another shape', { kind: 'json', body: { ret: 0 }, when: 'after' }],
  ] as const)('is followed after %s', async (_, effect) => {
    await open();
    world.simulator.faults.add({ at: 'generate', effect });
    const { id } = await world.add();
    expect(await world.untilEnded(id)).toMatchObject({ stage: 'done' });
    expect(world.simulator.submissions).toHaveLength(1);
  });
});

describe('polling', () => {
  it('does not mind a missing record', async () => {
    await open();
    world.simulator.faults.add({ at: 'history', times: 3, effect: { kind: 'missing-record' } });
    const { id } = await world.add();
    expect(await world.untilEnded(id)).toMatchObject({ stage: 'done' });
  });

  it('does not mind a quarter of an hour of bad answers', async () => {
    await open();
    world.simulator.faults.add({ at: 'history', times: 6, effect: { kind: 'html' } });
    const { id } = await world.add();
    expect(await world.untilEnded(id)).toMatchObject({ stage: 'done' });
  });

  it('follows a task of twenty minutes with few requests', async () => {
    await open({ simulator: { processingMs: 20 * 60_000, forecastMs: 10_000 } });
    const { id } = await world.add();
    expect(await world.untilEnded(id)).toMatchObject({ stage: 'done' });
    const polls = world.simulator.requests.filter(({ endpoint }) => endpoint === 'history');
    expect(polls.length).toBeLessThan(70);
  });
});

describe('a row that waits for credits', () => {
  it('asks seldom and orders nothing while the balance cannot be learned', async () => {
    await open({ simulator: { credits: { gift: 0 } } });
    const remove = world.simulator.faults.add({
      at: 'credits',
      times: Number.POSITIVE_INFINITY,
      effect: { kind: 'ret', ret: '1006' },
    });
    const { id } = await world.add();
    await world.pass(60 * 60_000);
    expect(await world.store.get(id)).toMatchObject({ waiting: { reason: 'credits' } });
    const count = (endpoint: string) =>
      world.simulator.requests.filter((request) => request.endpoint === endpoint).length;
    expect(count('credits')).toBeLessThan(25);
    expect(count('generate')).toBe(1);
    remove();
  });
});

describe('collecting', () => {
  it('asks for a fresh link when the old one has expired', async () => {
    await open();
    world.simulator.faults.add({ at: 'result', effect: { kind: 'http', status: 403 } });
    const { id } = await world.add();
    expect(await world.untilEnded(id)).toMatchObject({ stage: 'done' });
    expect(world.simulator.submissions).toHaveLength(1);
  });

  it('tries a broken transfer again', async () => {
    await open();
    world.simulator.faults.add({ at: 'result', effect: { kind: 'truncate' } });
    const { id } = await world.add();
    expect(await world.untilEnded(id)).toMatchObject({ stage: 'done' });
  });
});
