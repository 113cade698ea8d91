import { afterEach, describe, expect, it } from 'vitest';
import { SourceError } from '@/lib/sources/errors';
import { createJobWorld, type JobWorld } from '@/tests/support/job-world';
import type { Job } from './job';

let world: JobWorld;
afterEach(async () => {
  expect(world.reports).toEqual([]);
  await world.close();
});

const waitsFor = (reason: string) => (job: Job) => job.waiting?.reason === reason;

describe('a button pressed for a state that has passed', () => {
  it('does nothing', async () => {
    world = await createJobWorld();
    const { id } = await world.add();
    const done = await world.untilEnded(id);
    await world.commands.cancel(id);
    await world.commands.retry(id);
    await world.commands.retryWith(id, '4k');
    await world.commands.upscaleAnyway(id);
    await world.settle();
    expect(await world.store.get(id)).toEqual(done);
  });

  it('does nothing for a row that is gone', async () => {
    world = await createJobWorld();
    const { commands } = world;
    for (const press of [commands.cancel, commands.retry, commands.remove]) await press('nobody');
    expect(await world.store.list()).toEqual([]);
  });
});

describe('retry', () => {
  it('does not answer the question of a duplicate', async () => {
    world = await createJobWorld();
    const first = await world.add();
    await world.untilEnded(first.id);
    const { id } = await world.add();
    await world.until(id, waitsFor('duplicate'));
    await world.commands.retry(id);
    await world.pass(60_000);
    expect(await world.store.get(id)).toMatchObject({ waiting: { reason: 'duplicate' } });
    expect(world.simulator.submissions).toHaveLength(1);
  });

  it('ends a wait early', async () => {
    world = await createJobWorld();
    const busy = { kind: 'ret', ret: '1310' } as const;
    const remove = world.simulator.faults.add({ at: 'generate', times: 99, effect: busy });
    const { id } = await world.add();
    const { notBefore } = await world.until(id, waitsFor('cool-down'));
    remove();
    await world.commands.retry(id);
    const { submission } = await world.untilEnded(id);
    expect(submission?.at).toBeLessThan(notBefore ?? 0);
  });
});

describe('retryWith', () => {
  it('orders smaller instead of waiting for credits', async () => {
    world = await createJobWorld({ simulator: { credits: { gift: 0 } } });
    const { id } = await world.add({ target: '4k' });
    await world.until(id, waitsFor('credits'));
    world.simulator.credits.gift = 60;
    await world.commands.retryWith(id, '2k');
    expect(await world.untilEnded(id)).toMatchObject({ stage: 'done', options: { target: '2k' } });
    expect(world.simulator.submissions.map(({ target }) => target)).toEqual(['2k']);
  });
});

describe('remove', () => {
  it('takes the file along that nobody has read yet', async () => {
    world = await createJobWorld();
    world.acquire = () => Promise.reject(new SourceError('source-timeout'));
    await world.store.putBlob('inbox/1', new Blob(['bytes']));
    const job = await world.commands.add({
      origin: { kind: 'file', blobKey: 'inbox/1', name: 'boat.png' },
      name: 'boat',
      options: { target: '2k', upscaler: 'auto', detail: 0.5 },
    });
    await world.settle();
    expect(await world.store.blob('inbox/1')).toBeDefined();
    await world.commands.remove(job.id);
    expect(await world.store.get(job.id)).toBeUndefined();
    expect(await world.store.blob('inbox/1')).toBeUndefined();
  });

  it('tells the toolbar button, which counts the rows', async () => {
    world = await createJobWorld();
    const { id } = await world.add();
    await world.untilEnded(id);
    const told = world.changes.length;
    await world.commands.remove(id);
    expect(world.changes.length).toBeGreaterThan(told);
  });
});

describe('recheck', () => {
  it('lets nothing go on whose reason is still there', async () => {
    world = await createJobWorld();
    world.session = { state: 'signed-out' };
    const { id } = await world.add();
    const before = await world.until(id, waitsFor('sign-in'));
    await world.commands.recheck();
    expect(await world.store.get(id)).toEqual(before);
  });
});
