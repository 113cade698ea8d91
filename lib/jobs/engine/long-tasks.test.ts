import { afterEach, describe, expect, it } from 'vitest';
import { createJobWorld, type JobWorld, type WorldOptions } from '@/tests/support/job-world';
import { attentionOf } from '../model/attention';
import type { Job } from '../model/job';
import { remedyOf } from '../model/remedy';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

let world: JobWorld;
afterEach(async () => {
  expect(world.reports).toEqual([]);
  expect(world.simulator.violations).toEqual([]);
  await world.close();
});

async function begin(processingMs: number, options: WorldOptions = {}): Promise<Job> {
  // A service that promises ten seconds, whatever comes of it.
  const simulator = { processingMs, forecastMs: 10 * SECOND, ...options.simulator };
  world = await createJobWorld({ ...options, simulator });
  return world.add();
}

async function rowOf({ id }: Job): Promise<Job> {
  const row = await world.store.get(id);
  if (!row) throw new Error('the row is lost');
  return row;
}

const polls = () => world.simulator.requests.filter(({ endpoint }) => endpoint === 'history');
const pollsSince = (at: number) => polls().filter((poll) => poll.at > at).length;
const isGenerating = ({ stage }: Job) => stage === 'generating';
const isStillRunning = ({ waiting }: Job) => waiting?.reason === 'still-running';

describe('a task of twenty minutes', () => {
  it('ends well on alarms alone, with one order and few requests', async () => {
    const job = await begin(20 * MINUTE, { isShortLived: true });
    const done = await world.untilEnded(job.id);
    expect(done).toMatchObject({ stage: 'done', pastSubmissions: [] });
    expect(await world.store.blob(`${job.id}/result`)).toBeDefined();
    expect(world.simulator.submissions).toHaveLength(1);
    expect(polls().length).toBeLessThan(50);
    // Late by no more than the pause that was due.
    expect((done.finishedAt ?? 0) - (done.submission?.at ?? 0)).toBeLessThan(25 * MINUTE);
  });

  it('is told from a forecast of years', async () => {
    const job = await begin(20 * MINUTE, { simulator: { forecastMs: 1e12 } });
    const done = await world.untilEnded(job.id);
    expect(done.stage).toBe('done');
    expect((done.finishedAt ?? 0) - (done.submission?.at ?? 0)).toBeLessThan(25 * MINUTE);
  });
});

describe('a task that does not end', () => {
  it('is still running, is no failure, and says when it was last polled', async () => {
    const job = await begin(30 * DAY);
    const row = await world.until(job.id, isStillRunning);
    expect(row).toMatchObject({ stage: 'generating', waiting: { polledAt: world.now } });
    expect(row.failure).toBeUndefined();
    expect(remedyOf(row)).toBe('poll-again');
    expect(attentionOf([row], 0, 0)).toEqual({ running: 0, waiting: 0, failed: 0, done: 0 });

    const since = world.now;
    await world.pass(10 * DAY);
    const later = await rowOf(job);
    expect(isStillRunning(later)).toBe(true);
    expect(later.waiting).toMatchObject({ since: row.waiting?.since });
    expect(later.waiting?.reason === 'still-running' && later.waiting.polledAt).toBeGreaterThan(
      world.now - 7 * HOUR,
    );
    expect(pollsSince(since)).toBeLessThan(80);
    expect(world.simulator.submissions).toHaveLength(1);
  });

  it('becomes done by itself once the service ends it, without another order', async () => {
    const job = await begin(30 * HOUR, { isShortLived: true });
    await world.until(job.id, isStillRunning);
    await world.pass(2 * DAY);
    expect(await rowOf(job)).toMatchObject({ stage: 'done', pastSubmissions: [] });
    expect(world.simulator.submissions).toHaveLength(1);
  });

  it('is adopted at once by one button', async () => {
    const job = await begin(30 * HOUR);
    await world.until(job.id, isStillRunning);
    const asked = polls().length;
    await world.commands.retry(job.id);
    await world.settle();
    expect(polls()).toHaveLength(asked + 1);
    expect(await rowOf(job)).toMatchObject({ waiting: { polledAt: world.now } });

    world.sleep(30 * HOUR);
    await world.commands.retry(job.id);
    await world.pass(1);
    expect(await rowOf(job)).toMatchObject({ stage: 'done' });
    expect(world.simulator.submissions).toHaveLength(1);
  });

  it('does not hold up other pictures', async () => {
    await begin(30 * DAY);
    await world.add({ picture: 'b.png' });
    await world.add({ picture: 'c.png' });
    await world.pass(9 * MINUTE);
    expect(world.simulator.submissions).toHaveLength(2);
    await world.pass(5 * MINUTE);
    expect(world.simulator.submissions).toHaveLength(3);
  });

  it('gives way sooner where tasks are known to be short, and long tasks teach no patience', async () => {
    const delayMs = (index: number) => (index === 3 ? HOUR : 0);
    world = await createJobWorld({ simulator: { processingMs: 5 * SECOND, delayMs } });
    world.parallel = 1;
    for (const picture of ['a.png', 'b.png', 'c.png'])
      await world.untilEnded((await world.add({ picture })).id);
    const hung = await world.add({ picture: 'd.png' });
    await world.until(hung.id, isGenerating);
    const next = await world.add({ picture: 'e.png' });
    await world.pass(MINUTE);
    expect((await rowOf(next)).stage).toBe('uploaded');
    await world.pass(2 * MINUTE);
    expect((await rowOf(next)).stage).toBe('done');
    expect((await world.untilEnded(hung.id)).stage).toBe('done');
    expect(world.simulator.submissions).toHaveLength(5);
  });

  it('can be cancelled, and taken back, like any other', async () => {
    const job = await begin(30 * HOUR);
    await world.until(job.id, isStillRunning);
    await world.commands.cancel(job.id);
    expect(await rowOf(job)).toMatchObject({ stage: 'cancelled' });
    world.sleep(30 * HOUR);
    await world.commands.retry(job.id);
    expect(await world.untilEnded(job.id)).toMatchObject({ stage: 'done' });
    expect(world.simulator.submissions).toHaveLength(1);
  });
});

describe('a machine that slept', () => {
  it.each([
    ['through the end of the task', 5 * MINUTE],
    ['and finds the task unfinished', 9 * HOUR],
  ])('for hours %s goes on', async (_, processingMs) => {
    const job = await begin(processingMs, { isShortLived: true });
    await world.until(job.id, ({ polls }) => polls > 3);
    world.sleep(8 * HOUR);
    const woken = world.now;
    const done = await world.untilEnded(job.id);
    expect(done.stage).toBe('done');
    const taskEnd = Math.max(woken, (done.submission?.at ?? 0) + processingMs);
    expect((done.finishedAt ?? 0) - taskEnd).toBeLessThan(HOUR);
    expect(world.simulator.submissions).toHaveLength(1);
  });

  it('teaches nothing about how long tasks take', async () => {
    const first = await begin(20 * SECOND);
    await world.until(first.id, ({ polls }) => polls > 2);
    world.sleep(8 * HOUR);
    await world.untilEnded(first.id);
    const second = await world.add({ picture: 'b.png' });
    const done = await world.untilEnded(second.id);
    expect((done.finishedAt ?? 0) - (done.submission?.at ?? 0)).toBeLessThan(30 * SECOND);
  });
});

describe('a clock that jumps by two hours in the middle', () => {
  it.each([
    ['forward', 2 * HOUR],
    ['back', -2 * HOUR],
  ])('%s: a short task is as quick as ever', async (_, errorMs) => {
    const job = await begin(30 * SECOND);
    await world.until(job.id, isGenerating);
    const jumpedAt = world.now;
    world.clockErrorMs = errorMs;
    await world.untilEnded(job.id);
    expect(await rowOf(job)).toMatchObject({ stage: 'done' });
    expect(world.now - jumpedAt).toBeLessThan(70 * SECOND);
    expect(world.simulator.submissions).toHaveLength(1);
  });

  it.each([
    ['forward', 2 * HOUR],
    ['back', -2 * HOUR],
  ])(
    '%s: a long task is followed with few requests, and the next job is quick',
    async (_, errorMs) => {
      const job = await begin(20 * MINUTE);
      await world.until(job.id, ({ polls }) => polls > 3);
      world.clockErrorMs = errorMs;
      const startedAt = world.now;
      await world.untilEnded(job.id);
      expect(world.now - startedAt).toBeLessThan(30 * MINUTE);
      expect(polls().length).toBeLessThan(120);
      expect(world.simulator.submissions).toHaveLength(1);
      const next = await world.add({ picture: 'b.png' });
      await world.until(next.id, isGenerating);
      const orderedAt = world.simulator.submissions.at(-1)?.at ?? 0;
      expect(orderedAt - startedAt).toBeLessThan(31 * MINUTE);
    },
  );

  it('never makes a row that has only just begun look stuck', async () => {
    const job = await begin(3 * MINUTE);
    await world.until(job.id, isGenerating);
    world.clockErrorMs = 2 * HOUR;
    const row = await world.until(job.id, (seen) => isStillRunning(seen) || seen.stage === 'done');
    expect(row.stage).toBe('done');
  });
});

describe('a pause that the service asks for', () => {
  it('is not kept for years', async () => {
    world = await createJobWorld();
    const headers = { 'retry-after': '999999999' };
    world.simulator.faults.add({ at: 'generate', effect: { kind: 'http', status: 429, headers } });
    const job = await world.add();
    await world.pass(2 * HOUR);
    expect(await rowOf(job)).toMatchObject({ stage: 'done' });
  });
});
