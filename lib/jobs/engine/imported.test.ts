import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createJobWorld, type JobWorld } from '@/tests/support/job-world';
import { historyFile, readHistoryFile } from '../history/history-file';
import type { Job } from '../model/job';

let world: JobWorld;
beforeEach(async () => {
  world = await createJobWorld({ simulator: { processingMs: 60_000 } });
  await world.signIn('login-main', 'main');
});
afterEach(() => world.close());

const rowOf = async (id: string) => (await world.store.get(id)) as Job;
const HOUR = 60 * 60_000;

/** Exports the row, takes it out of this browser, and imports it again: the order was sent from elsewhere. */
async function moveElsewhere(id: string): Promise<void> {
  const { jobs } = readHistoryFile(historyFile([await rowOf(id)], 1)) ?? { jobs: [] };
  await world.commands.remove(id);
  await world.pass(HOUR);
  await world.store.merge(jobs);
}

/** A row whose order runs at the service, from another browser of the same person. */
async function runningElsewhere(): Promise<string> {
  const { id } = await world.add();
  await world.until(id, ({ stage }) => stage === 'generating');
  await world.commands.cancel(id);
  await moveElsewhere(id);
  return id;
}

/** A row whose order was never answered, and never arrived. */
async function unansweredElsewhere(): Promise<string> {
  world.simulator.faults.add({ at: 'generate', effect: { kind: 'reset' } });
  const { id } = await world.add();
  await world.untilEnded(id);
  await moveElsewhere(id);
  return id;
}

describe('an imported row', () => {
  it('asks the service for nothing before the consent, and goes on with it', async () => {
    const id = await runningElsewhere();
    world.hasConsent = false;
    const before = world.simulator.requests.length;
    await world.commands.retry(id);
    await world.pass(HOUR);
    expect(world.simulator.requests).toHaveLength(before);
    expect(await rowOf(id)).toMatchObject({ stage: 'generating', waiting: { reason: 'consent' } });
    world.hasConsent = true;
    await world.commands.resumeWaiting();
    expect(await world.untilEnded(id)).toMatchObject({ stage: 'done' });
    expect(world.simulator.submissions).toHaveLength(1);
  });

  it('an order that was sent here is still followed once consent is taken back', async () => {
    const { id } = await world.add();
    await world.until(id, ({ stage }) => stage === 'generating');
    world.hasConsent = false;
    expect((await world.untilEnded(id)).stage).toBe('done');
    expect(world.simulator.requests.at(-1)?.endpoint).toBe('result');
  });

  it('belongs to the account that proves to know its order', async () => {
    const id = await runningElsewhere();
    await world.commands.retry(id);
    const done = await world.untilEnded(id);
    expect(done.submission?.account).toMatch(/^id-/);
  });

  it('waits if the signed-in account does not know its order, and finds its own', async () => {
    const id = await runningElsewhere();
    await world.signIn('login-lin', 'lin');
    await world.commands.retry(id);
    await world.until(id, ({ waiting }) => waiting?.reason === 'other-account');
    await world.signIn('login-main-2', 'main');
    expect((await world.untilEnded(id)).stage).toBe('done');
    expect(world.simulator.submissions).toHaveLength(1);
  });

  it('is never ordered anew because an account does not know it, except by a button that says so', async () => {
    const id = await unansweredElsewhere();
    for (let times = 0; times < 3; times += 1) {
      await world.commands.retry(id);
      await world.pass(HOUR);
      expect(await rowOf(id)).toMatchObject({
        stage: 'failed',
        failure: { code: 'submit-unconfirmed', charged: 'maybe' },
      });
    }
    expect(world.simulator.submissions).toHaveLength(0);
    await world.commands.startOver(id);
    expect((await world.untilEnded(id)).stage).toBe('done');
    expect(world.simulator.submissions).toHaveLength(1);
  });

  it('is no part of "Retry all", and can be retried alone', async () => {
    world.simulator.faults.add({
      at: 'upload-token',
      times: 99,
      effect: { kind: 'ret', ret: '9' },
    });
    const { id } = await world.add();
    const failed = await world.untilEnded(id);
    expect(failed.failure?.charged).toBe('no');
    world.simulator.faults.clear();
    await moveElsewhere(id);
    await world.commands.retryAll([id]);
    await world.pass(HOUR);
    expect(await rowOf(id)).toMatchObject({ stage: 'failed', isImported: true });
    await world.commands.retry(id);
    expect((await world.untilEnded(id)).stage).toBe('done');
  });
});

it('a row from before accounts were kept binds to the account that shows its order', async () => {
  const { id } = await world.add();
  const job = await world.until(id, ({ stage }) => stage === 'generating');
  if (!job.submission) throw new Error('it is ordered');
  const { account: _, ...submission } = job.submission;
  await world.store.commit({ ...job, submission });
  const done = await world.untilEnded(id);
  expect(done).toMatchObject({ stage: 'done', submission: { account: job.submission.account } });
});

it('an upload from before accounts were kept goes up again instead of being ordered', async () => {
  await world.store.hold('jimeng', world.now + 5 * 60_000);
  const { id } = await world.add();
  const job = await world.until(id, ({ stage }) => stage === 'uploaded');
  if (!job.upload) throw new Error('it is uploaded');
  const { account: _, ...upload } = job.upload;
  await world.store.commit({ ...job, upload });
  expect((await world.untilEnded(id)).stage).toBe('done');
  expect(world.simulator.uploads).toHaveLength(2);
  expect(world.simulator.submissions).toHaveLength(1);
});
