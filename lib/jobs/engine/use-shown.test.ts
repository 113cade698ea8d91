import { afterEach, expect, it } from 'vitest';
import { createJobWorld, type JobWorld } from '@/tests/support/job-world';
import type { Job } from '../model/job';
import type { JobDeps } from '../steps/deps';
import { useShown } from './use-shown';

let world: JobWorld;
afterEach(async () => {
  expect(world.reports).toEqual([]);
  await world.close();
});

/** Goes back to the image on the page with the parts of the engine that this needs. */
async function back(
  jobId: string,
  store: JobDeps['store'] = world.store,
): Promise<Job | undefined> {
  const deps: Partial<JobDeps> = {
    store,
    now: () => world.now,
    uuid: () => crypto.randomUUID(),
    onChange: () => {},
  };
  // Any command wakes the runner of the world.
  const runner: Parameters<typeof useShown>[1]['runner'] = {
    kick: () => void world.commands.retry('nobody'),
    armed: (write) => write(),
  };
  return useShown(deps as JobDeps, { runner, commands: world.commands }, jobId);
}

/** A world in which the image on the page is small, and a larger version is taken unless it is refused. */
async function withLarger(
  session: JobWorld['session'] = { state: 'signed-in', account: 'account-1' },
): Promise<Job> {
  world = await createJobWorld();
  world.session = session;
  const take = world.acquire;
  world.acquire = async (origin) => {
    const { bytes } = await take(origin);
    const isLarger = origin.kind === 'page' && !origin.asShown;
    const larger = { host: 'images.example', shown: { width: 300, height: 225 } };
    return isLarger ? { bytes, via: 'larger-original', larger } : { bytes };
  };
  const pageUrl = 'https://gallery.example/';
  return world.commands.add({
    origin: {
      kind: 'page',
      url: 'https://gallery.example/a.png',
      originals: ['https://images.example/a.png'],
      pageUrl,
      frameUrl: pageUrl,
      pageTitle: '',
      tabId: 1,
      frameId: 0,
    },
    name: 'a',
    options: { target: '2k', upscaler: 'smart-hd', detail: 0.5 },
  });
}

it('says what was taken, and takes the image on the page instead, as a job of its own', async () => {
  const { id } = await withLarger();
  const first = await world.untilEnded(id);
  expect(first.source).toMatchObject({
    via: 'larger-original',
    original: { host: 'images.example', shown: { width: 300, height: 225 } },
  });
  const made = await back(id);
  const second = await world.untilEnded(made?.id ?? '');
  expect(second.stage).toBe('done');
  expect(second.source?.via).toBeUndefined();
  expect(second.origin).toMatchObject({ url: 'https://gallery.example/a.png', asShown: true });
  // The first was paid for, so it stays.
  expect(await world.store.get(id)).toEqual(first);
  expect(world.simulator.submissions).toHaveLength(2);
});

it('replaces a row that has sent no order', async () => {
  const { id } = await withLarger({ state: 'signed-out' });
  await world.until(id, ({ waiting }) => waiting?.reason === 'sign-in');
  expect(await back(id)).toBeDefined();
  expect((await world.store.get(id))?.stage).toBe('cancelled');
});

it('does nothing for a row that has taken what the page shows', async () => {
  world = await createJobWorld();
  const { id } = await world.add();
  await world.untilEnded(id);
  expect(await back(id)).toBeUndefined();
});

it('makes one job, however often it is pressed', async () => {
  const { id } = await withLarger();
  await world.untilEnded(id);
  const [one, another] = await Promise.all([back(id), back(id)]);
  expect(another?.id).toBe(one?.id);
  await world.untilEnded(one?.id ?? '');
  await world.pass(60_000);
  expect(world.simulator.submissions).toHaveLength(2);
});

it('leaves an order alone that began meanwhile', async () => {
  const { id } = await withLarger({ state: 'signed-out' });
  await world.until(id, ({ waiting }) => waiting?.reason === 'sign-in');
  const made = await back(id, {
    ...world.store,
    async add(...row) {
      world.session = { state: 'signed-in', account: 'account-1' };
      await world.sessionChanged();
      await world.until(id, ({ submission }) => submission !== undefined);
      return world.store.add(...row);
    },
  });
  expect(made).toBeDefined();
  expect((await world.untilEnded(id)).stage).toBe('done');
});
