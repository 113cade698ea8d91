import { afterEach, beforeEach, expect, it } from 'vitest';
import { createJobWorld, type JobWorld } from '@/tests/support/job-world';
import type { Job } from '../model/job';

let world: JobWorld;
beforeEach(async () => {
  world = await createJobWorld();
});
afterEach(() => world.close());

const waitsForConsent = (job: Job) => job.waiting?.reason === 'consent';
const ordersAndUploads = () => [world.simulator.submissions.length, world.simulator.uploads.length];

it('before the consent the bytes are read and kept, and the service is asked for nothing', async () => {
  world.hasConsent = false;
  const { id } = await world.add();
  const job = await world.until(id, waitsForConsent);
  expect(job.stage).toBe('acquired');
  expect(await world.store.blob(`${id}/input`)).toBeDefined();
  expect(await world.store.blob(`${id}/thumb`)).toBeDefined();
  await world.pass(24 * 60 * 60_000);
  expect(world.simulator.requests).toEqual([]);
});

it('taken back, it also stops the questions of a row that waits for credits', async () => {
  await world.close();
  world = await createJobWorld({ simulator: { credits: { gift: 0 } } });
  const { id } = await world.add();
  await world.until(id, (job) => job.waiting?.reason === 'credits');
  world.hasConsent = false;
  const before = world.simulator.requests.length;
  await world.until(id, waitsForConsent);
  await world.pass(24 * 60 * 60_000);
  expect(world.simulator.requests).toHaveLength(before);
  world.hasConsent = true;
  world.simulator.credits.gift = 60;
  await world.commands.resumeWaiting();
  expect((await world.untilEnded(id)).stage).toBe('done');
});

it('once it is given, what has waited goes on, even in another session of the browser', async () => {
  world.hasConsent = false;
  const { id } = await world.add();
  await world.until(id, waitsForConsent);
  await world.restartBrowser();
  expect(waitsForConsent((await world.store.get(id)) as Job)).toBe(true);
  world.hasConsent = true;
  await world.commands.resumeWaiting();
  expect((await world.untilEnded(id)).stage).toBe('done');
  expect(ordersAndUploads()).toEqual([1, 1]);
});

it('taken back, it stops the order of a picture that is uploaded already', async () => {
  world.beforeRequest = ({ search }) => {
    if (search.includes('CommitImageUpload')) world.hasConsent = false;
  };
  const { id } = await world.add();
  const job = await world.until(id, waitsForConsent);
  expect(job.stage).toBe('uploaded');
  expect(ordersAndUploads()).toEqual([0, 1]);
});

it('a mere Retry does not get around it', async () => {
  world.hasConsent = false;
  const { id } = await world.add();
  await world.until(id, waitsForConsent);
  await world.commands.retry(id);
  await world.pass(60_000);
  expect(waitsForConsent((await world.store.get(id)) as Job)).toBe(true);
  expect(ordersAndUploads()).toEqual([0, 0]);
});

it('rows that are to be saved by themselves are written down before they are done', async () => {
  world.isAutoSaving = true;
  const { id } = await world.add();
  await world.untilEnded(id);
  expect(await world.store.saves()).toEqual({ [id]: {} });
  await world.saver.savePlanned(id);
  await world.restartBrowser();
  expect([...world.files.keys()]).toHaveLength(1);
  expect((await world.store.get(id))?.saved).toMatchObject({ state: 'saved' });
});
