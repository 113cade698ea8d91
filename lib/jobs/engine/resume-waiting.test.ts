import { afterEach, describe, expect, it } from 'vitest';
import { waitsFor } from '@/tests/support/job-facts';
import { createJobWorld, type JobWorld } from '@/tests/support/job-world';
import type { Job } from '../model/job';

let world: JobWorld;
afterEach(async () => {
  expect(world.reports).toEqual([]);
  await world.close();
});

const needsLeave = () =>
  Object.assign(new Error('no access'), {
    name: 'PermissionNeeded',
    pattern: 'https://cdn.example/*',
    host: 'cdn.example',
  });

/** Waits without letting time pass: something that the world waits for as well is still in flight. */
async function reached(id: string, condition: (job: Job) => boolean): Promise<Job> {
  for (;;) {
    await new Promise((resolve) => setImmediate(resolve));
    const job = await world.store.get(id);
    if (job && condition(job)) return job;
  }
}

/** The browser's answer to "may this host be read" is yes, after all that happens meanwhile. */
function answerAfter(meanwhile: () => Promise<unknown>): void {
  const has = () => meanwhile().then(() => true);
  world.granted = { has } as unknown as Set<string>;
}

function requestsOf(endpoint: string): number {
  return world.simulator.requests.filter((request) => request.endpoint === endpoint).length;
}

it('asked for twice at once, it resumes a row once', async () => {
  world = await createJobWorld();
  const { session } = world;
  world.session = { state: 'signed-out' };
  const { id } = await world.add();
  const { rev } = await world.until(id, waitsFor('sign-in'));
  world.session = session;
  const revs: number[] = [];
  world.beforeRequest = () => void world.store.get(id).then((job) => revs.push(job?.rev ?? 0));
  await Promise.all([world.commands.resumeWaiting(), world.commands.resumeWaiting()]);
  expect(await world.untilEnded(id)).toMatchObject({ stage: 'done' });
  expect(revs[0]).toBe(rev + 1);
  expect(['apply', 'put', 'commit', 'generate'].map(requestsOf)).toEqual([1, 1, 1, 1]);
});

describe('resumeWaiting whose answer comes late', () => {
  it('does not answer the question that the row has come to meanwhile', async () => {
    world = await createJobWorld();
    const first = await world.add();
    await world.untilEnded(first.id);
    const { acquire } = world;
    world.acquire = async () => {
      throw needsLeave();
    };
    const { id } = await world.add();
    await world.until(id, waitsFor('permission'));
    answerAfter(async () => {
      world.acquire = acquire;
      await world.commands.retry(id);
      await reached(id, waitsFor('duplicate'));
    });
    await world.commands.resumeWaiting();
    await world.pass(60_000);
    expect(await world.store.get(id)).toMatchObject({ waiting: { reason: 'duplicate' } });
    expect(world.simulator.submissions).toHaveLength(1);
  });

  it('does not end a wait for the same thing that began later', async () => {
    world = await createJobWorld();
    world.acquire = async () => {
      throw needsLeave();
    };
    const { id } = await world.add();
    await world.until(id, waitsFor('permission'));
    let later: Job | undefined;
    answerAfter(async () => {
      world.sleep(1_000);
      await world.commands.retry(id);
      later = await reached(id, waitsFor('permission'));
    });
    await world.commands.resumeWaiting();
    expect(await world.store.get(id)).toEqual(later);
  });
});

it('runs once more for what happens while it runs', async () => {
  world = await createJobWorld();
  const { session } = world;
  world.session = { state: 'signed-out' };
  const { id } = await world.add();
  await world.until(id, waitsFor('sign-in'));
  let late: Promise<void> | undefined;
  const signedOut = { state: 'signed-out' } as const;
  Object.defineProperty(world.sessions, 'jimeng', {
    get() {
      if (late) return session;
      late = world.commands.resumeWaiting();
      return signedOut;
    },
  });
  await world.commands.resumeWaiting();
  await late;
  expect(await world.untilEnded(id)).toMatchObject({ stage: 'done' });
});
