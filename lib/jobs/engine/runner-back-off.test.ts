import { oneSite } from '@/tests/support/one-site';
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sampleJob } from '@/tests/stories/jobs';
import type { Job } from '../model/job';
import type { JobDeps } from '../steps/deps';
import { deleteJobStore, type JobStore, openJobStore } from '../store/jobs';
import { createRunner } from './runner';

/**
 * What cannot go on must not be tried again at once. Time stands still here unless a test moves it, so
 * every try beyond the first would be one of an endless loop.
 */
const START = Date.UTC(2026, 10, 22, 12);
const REST_MS = 30_000;
/** Far more turns than an honest round takes. */
const TURNS = 400;

let store: JobStore;
let now: number;
let sleepers: { until: number; wake: () => void }[];
let reports: unknown[];
let armed: number;

beforeEach(async () => {
  await deleteJobStore();
  store = await openJobStore(() => {});
  now = START;
  sleepers = [];
  reports = [];
  armed = 0;
});
afterEach(() => store.close());

function depsWith(changes: Partial<JobDeps>): JobDeps {
  const deps: Partial<JobDeps> = {
    store,
    now: () => now,
    isOnline: () => true,
    ...oneSite({ session: async () => ({ state: 'signed-in', account: 'a' }) }),
    withLock: (_, work) => work(),
    alarm: {
      arm: async () => {
        armed += 1;
      },
      clear: async () => {},
    },
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        sleepers.push({ until: now + ms, wake: resolve });
        signal.addEventListener('abort', () => resolve(), { once: true });
      }),
    onChange: () => {},
    report: (error) => reports.push(error),
    ...changes,
  };
  return deps as JobDeps;
}

async function settle(): Promise<void> {
  for (let turn = 0; turn < TURNS; turn += 1) await new Promise((next) => setImmediate(next));
}

/** Lets time pass, and what slept until then wake up. */
async function pass(ms: number): Promise<void> {
  now += ms;
  for (const { until, wake } of sleepers) if (until <= now) wake();
  await settle();
}

async function add(parts: Partial<Job>): Promise<void> {
  await store.add(sampleJob({ rev: 0, updatedAt: START - 1, ...parts }));
}

const submission = { submitId: 's', tool: 'smart-hd', at: START - 9_000 } as const;

describe.each<[string, Partial<Job>]>([
  ['of a row', { stage: 'queued' }],
  ['of a poll', { stage: 'generating', submission }],
])('a lock %s that another context holds', (_, parts) => {
  it('is asked for again after a rest, and not at once', async () => {
    let asked = 0;
    const withLock = async () => {
      asked += 1;
      return undefined;
    };
    await add(parts);
    const runner = createRunner(depsWith({ withLock }));
    runner.kick();
    await settle();
    expect(asked).toBe(1);
    runner.kick();
    await settle();
    expect(asked).toBe(1);
    expect(armed).toBeGreaterThan(0);
    await pass(REST_MS);
    runner.kick();
    await settle();
    expect(asked).toBe(2);
    expect(reports).toEqual([]);
  });

  it('does not make the row rest once somebody has changed it', async () => {
    let asked = 0;
    const withLock = async () => {
      asked += 1;
      return undefined;
    };
    await add(parts);
    const runner = createRunner(depsWith({ withLock }));
    runner.kick();
    await settle();
    const row = await store.get('job-1');
    if (row) await store.commit({ ...row, name: 'changed' });
    runner.kick();
    await settle();
    expect(asked).toBe(2);
  });
});

it('a step that was under way when what kept it may have gone is tried again at once', async () => {
  let tries = 0;
  let end = () => {};
  await add({ stage: 'queued' });
  const deps = depsWith({
    withLock: async () => {
      tries += 1;
      // What it found before, such as a pause.
      await new Promise<void>((resolve) => {
        end = resolve;
      });
      return undefined;
    },
  });
  const runner = createRunner(deps);
  runner.kick();
  await settle();
  runner.retry();
  await settle();
  end();
  await settle();
  expect(tries).toBe(2);
  end();
  await settle();
  expect(tries).toBe(2);
});

it('a step that changes nothing rests', async () => {
  let tries = 0;
  await add({ stage: 'queued' });
  const deps = depsWith({
    withLock: async (_, work) => {
      tries += 1;
      return work();
    },
    acquire: () => Promise.reject(new Error('x')),
    // The database does not take what came of it.
    store: { ...store, commit: async () => undefined },
    hasConsent: async () => false,
  });
  createRunner(deps).kick();
  await settle();
  expect(tries).toBe(1);
});

it('an abort that nobody asked for is tried again later, not at once', async () => {
  let tries = 0;
  await add({ stage: 'queued' });
  const acquire = async () => {
    tries += 1;
    throw new DOMException('The browser gave it up', 'AbortError');
  };
  createRunner(depsWith({ acquire, hasConsent: async () => false })).kick();
  await settle();
  expect(tries).toBe(1);
  expect(await store.get('job-1')).toMatchObject({ waiting: { reason: 'network' } });
});

it('a round that fails is followed by a rest, and then by another', async () => {
  let rounds = 0;
  let isBroken = true;
  const arm = async () => {
    rounds += 1;
    if (isBroken) throw new Error('no alarms');
  };
  await add({ stage: 'queued' });
  const acquire = () => new Promise<never>(() => {});
  const deps = depsWith({
    alarm: { arm, clear: async () => {} },
    acquire,
    hasConsent: async () => false,
  });
  createRunner(deps).kick();
  await settle();
  expect(rounds).toBe(1);
  expect(reports).toHaveLength(1);
  isBroken = false;
  await pass(REST_MS);
  expect(rounds).toBeGreaterThan(1);
  expect(reports).toHaveLength(1);
});
