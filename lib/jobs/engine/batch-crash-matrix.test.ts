import { env } from 'node:process';
import { afterEach, describe, expect, it } from 'vitest';
import { batchAt, openPlace, type PlaceName } from '@/tests/support/batch-places';
import { rowsOf, untilCalm } from '@/tests/support/batch-world';
import type { CrashPoint, JobWorld } from '@/tests/support/job-world';
import { isEnded, type Job } from '../model/job';
import { isBeforeOrder } from '../model/orders';

/** Pictures of each batch. */
const COUNT = 4;
const PLACES: readonly PlaceName[] = ['Jimeng', 'Dreamina, SG'];
/** One of so many crash points is tried, others with each seed. */
const SHARE = env.CRASHES === 'all' ? 1 : 60;
const seed = Number(env.CRASH_SEED ?? Date.now() % 1_000_000);
/** Presses of a button after which the person gives up: a worker dies once. */
const MOST_PRESSES = 3;

let world: JobWorld;
afterEach(() => world?.close());

const batchNow = () => world.store.batch('batch');
const pauseOf = async () => (await batchNow())?.paused?.by;

/** Presses a button until what it says is so: a worker that dies may have done it or not. */
async function press(act: () => Promise<unknown>, isSo: () => Promise<boolean>): Promise<void> {
  for (let presses = 0; presses < MOST_PRESSES; presses += 1) {
    await world.wake();
    void act().catch(() => undefined);
    await world.settle();
    if (await isSo()) return;
  }
  throw new Error('the button does nothing');
}

/** What the person does, and how many results there are in the end. */
interface Wish {
  budget?: number;
  /** Whether the second picture cannot be read until it is retried. */
  isOneHidden?: true;
  act(): Promise<void>;
  /** Results, and rows that were cancelled, of those that are shown. */
  end: { least: number; most: number };
}

const ALL = { least: COUNT, most: COUNT };

const WISHES: Record<string, Wish> = {
  'pause and resume': {
    async act() {
      await world.pass(8_000);
      await press(
        () => world.batches.pause('batch'),
        async () => (await pauseOf()) === 'person',
      );
      await world.pass(5 * 60_000);
      expect(await pauseOf()).toBe('person');
      expect((await rowsOf(world)).filter((job) => !isEnded(job)).every(isBeforeOrder)).toBe(true);
      await resume();
    },
    end: ALL,
  },
  'pause everything and resume': {
    async act() {
      await world.pass(8_000);
      const isPausedNow = async () => (await world.store.pausedSince()) !== undefined;
      await press(() => world.batches.pauseAll(true), isPausedNow);
      await world.pass(5 * 60_000);
      expect(await isPausedNow()).toBe(true);
      await press(
        () => world.batches.pauseAll(false),
        async () => !(await isPausedNow()),
      );
    },
    end: ALL,
  },
  'raise the budget at which it stopped': {
    budget: 2,
    async act() {
      await untilCalm(world);
      await press(
        () => world.batches.setBudget('batch', undefined),
        async () => (await batchNow())?.budget === undefined,
      );
      expect(await pauseOf()).not.toBe('budget');
    },
    end: ALL,
  },
  'cancel the rest': {
    async act() {
      await world.pass(8_000);
      await press(
        () => world.batches.cancelRest('batch'),
        async () => !(await rowsOf(world)).some(isBeforeOrder),
      );
    },
    end: { least: 0, most: COUNT - 1 },
  },
  'retry the failed one': {
    isOneHidden: true,
    async act() {
      await untilCalm(world);
      if (await pauseOf()) await resume();
      await untilCalm(world);
      const isHidden = ({ failure }: Job) => failure?.code === 'source-hidden';
      await press(
        () => {
          isHiddenNow = false;
          return world.batches.retryFailed('batch');
        },
        async () => !(await rowsOf(world)).some(isHidden),
      );
    },
    end: ALL,
  },
  'remove it, and undo that': {
    async act() {
      await world.pass(8_000);
      await press(
        () => world.batches.remove('batch'),
        async () => (await rowsOf(world)).length === 0,
      );
      expect(await world.store.batchSummaries()).toEqual([]);
      await press(
        async () => {
          for (let last = await world.store.lastHidden(); last; ) {
            await world.commands.restore(last.at);
            last = await world.store.lastHidden();
          }
        },
        async () => (await world.store.lastHidden()) === undefined,
      );
    },
    end: { least: 0, most: COUNT - 1 },
  },
};

let isHiddenNow = false;

async function resume(): Promise<void> {
  await press(
    () => world.batches.resume('batch'),
    async () => (await pauseOf()) === undefined,
  );
}

/** Checks one run: no row is lost, none was ordered twice, and the counts are right. */
async function check({ end }: Wish, at: string): Promise<void> {
  const rows = await rowsOf(world);
  const { submissions, violations } = world.simulator;
  expect(
    rows.map(({ batch }) => batch?.index),
    at,
  ).toEqual([1, 2, 3, 4]);
  expect(rows.every(isEnded), at).toBe(true);
  expect(violations, at).toEqual([]);
  expect(world.reports, at).toEqual([]);
  const taken = new Set(submissions.map(({ submitId }) => submitId));
  for (const { submission, pastSubmissions } of rows) {
    const own = [...pastSubmissions, ...(submission ? [submission] : [])];
    expect(own.filter(({ submitId }) => taken.delete(submitId)).length, at).toBeLessThanOrEqual(1);
  }
  // Every order belongs to a row.
  expect(taken.size, at).toBe(0);
  const unproven = rows.filter(({ failure }) => failure?.code === 'submit-unconfirmed');
  const done = rows.filter(({ stage }) => stage === 'done').length;
  expect(done + unproven.length, at).toBeGreaterThanOrEqual(end.least);
  expect(done, at).toBeLessThanOrEqual(end.most);
  const [summary] = await world.store.batchSummaries();
  const { found, waiting, gone, ...others } = summary?.counts ?? {};
  expect([found, waiting, gone], at).toEqual([COUNT, 0, 0]);
  expect(others, at).toMatchObject({ done });
}

async function run(place: PlaceName, wish: Wish, crash?: CrashPoint): Promise<string[]> {
  world = await openPlace(place, {
    simulator: { processingMs: 20_000 },
    ...(crash && { crash }),
  });
  isHiddenNow = wish.isOneHidden === true;
  const { acquire } = world;
  world.acquire = async (origin) => {
    const isSecond = origin.kind === 'page' && origin.url.endsWith('/2.png');
    if (!isSecond || !isHiddenNow) return acquire(origin);
    throw Object.assign(new Error(), { name: 'SourceError', code: 'source-hidden' });
  };
  const { budget } = wish;
  const batch = batchAt(place, COUNT, budget === undefined ? {} : { budget });
  await press(
    () => world.batches.add(batch),
    async () => (await batchNow()) !== undefined,
  );
  await wish.act();
  // An order that nobody can prove has an unknown price, which stops the batch.
  for (let times = 0; times < COUNT; times += 1) {
    await untilCalm(world);
    if ((await pauseOf()) !== 'price') break;
    await resume();
  }
  await world.pass(5 * 60_000);
  await check(wish, crash ? `${crash.when} ${crash.effect}` : 'without a crash');
  expect(await pauseOf()).toBeUndefined();
  return [...world.effects];
}

describe.each(PLACES)(
  'a worker killed at any effect while the person changes a batch, %s',
  (place) => {
    it.each(Object.entries(WISHES))(
      'loses no row, orders none twice, and does what was asked last: %s',
      { timeout: 900_000 },
      async (name, wish) => {
        const effects = await run(place, wish);
        await world.close();
        let points = 0;
        for (const [index, effect] of effects.entries()) {
          if (index % SHARE !== seed % SHARE) continue;
          for (const when of ['before', 'after'] as const) {
            await run(place, wish, { effect, when }).catch((error: unknown) => {
              const where = `${when} ${effect}, CRASH_SEED=${seed}`;
              throw new Error(`killed ${where}: ${error}`, { cause: error });
            });
            points += 1;
            await world.close();
          }
        }
        process.stdout.write(
          `batch, ${place}, ${name}: ${points} crash points over ${effects.length} effects, CRASH_SEED=${seed}\n`,
        );
        expect(points).toBeGreaterThan(0);
      },
    );
  },
);
