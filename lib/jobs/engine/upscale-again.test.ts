import { afterEach, expect, it } from 'vitest';
import { createJobWorld, type JobWorld } from '@/tests/support/job-world';
import type { Job, JobOptions } from '../model/job';
import type { JobDeps } from '../steps/deps';
import { blobKey } from '../store/jobs';
import { canRepeat, upscaleAgain } from './upscale-again';

let world: JobWorld;
afterEach(async () => {
  expect(world.reports).toEqual([]);
  await world.close();
});

/** Repeats a row with the parts of the engine that it needs, then lets the engine find the new one. */
async function again(jobId: string, changes: Partial<JobOptions>): Promise<Job | undefined> {
  const deps: Partial<JobDeps> = {
    store: world.store,
    now: () => world.now,
    uuid: () => crypto.randomUUID(),
    onChange: () => {},
  };
  // Any command wakes the runner of the world.
  const runner: Parameters<typeof upscaleAgain>[1] = {
    kick: () => void world.commands.retry('nobody'),
    armed: (write) => write(),
  };
  return upscaleAgain(deps as JobDeps, runner, jobId, changes);
}

async function finished(): Promise<Job> {
  world = await createJobWorld();
  const { id } = await world.add();
  return world.untilEnded(id);
}

it('orders the same bytes with other options in a row of its own', async () => {
  const first = await finished();
  const reads = world.effects.filter((effect) => effect.startsWith('acquire')).length;
  const made = await again(first.id, { target: '4k' });
  expect(made).toMatchObject({ stage: 'acquired', source: first.source, name: first.name });
  const second = await world.untilEnded(made?.id ?? '');
  expect(second).toMatchObject({
    stage: 'done',
    options: { ...first.options, target: '4k' },
    origin: first.origin,
  });
  expect(await world.store.get(first.id)).toEqual(first);
  expect(world.simulator.submissions.map(({ target }) => target)).toEqual(['2k', '4k']);
  expect(world.effects.filter((effect) => effect.startsWith('acquire'))).toHaveLength(reads);
  const [before, after] = await Promise.all(
    [first.id, second.id].map((id) => world.store.blob(blobKey(id, 'input'))),
  );
  expect(await after?.text()).toBe(await before?.text());
});

it('takes the transparency along', async () => {
  const first = await finished();
  await world.store.putBlob(blobKey(first.id, 'shown'), new Blob(['with alpha']));
  const made = await again(first.id, { target: '4k' });
  const shown = await world.store.blob(blobKey(made?.id ?? '', 'shown'));
  expect(await shown?.text()).toBe('with alpha');
  await world.untilEnded(made?.id ?? '');
});

it('orders once more with the same options, which is what was asked for', async () => {
  const first = await finished();
  const made = await again(first.id, {});
  expect(await world.untilEnded(made?.id ?? '')).toMatchObject({ stage: 'done' });
  expect(made?.id).not.toBe(first.id);
  expect(world.simulator.submissions).toHaveLength(2);
});

it('orders once more only once when it is pressed twice', async () => {
  const first = await finished();
  const [made, second] = await Promise.all([again(first.id, {}), again(first.id, {})]);
  expect(second?.id).toBe(made?.id);
  await world.untilEnded(made?.id ?? '');
  await world.pass(60_000);
  expect(world.simulator.submissions).toHaveLength(2);
});

it.each([true, false])(
  'pressed twice with other options, makes one order (with the bytes: %s)',
  async (hasBytes) => {
    const first = await finished();
    if (!hasBytes) await world.store.deleteBlob(blobKey(first.id, 'input'));
    const [made, second] = await Promise.all([
      again(first.id, { target: '4k' }),
      again(first.id, { target: '4k' }),
    ]);
    expect(second?.id).toBe(made?.id);
    await world.untilEnded(made?.id ?? '');
    await world.pass(60_000);
    expect(world.simulator.submissions.map(({ target }) => target)).toEqual(['2k', '4k']);
  },
);

it('asks before other options are bought that a third row has', async () => {
  const first = await finished();
  const large = await again(first.id, { target: '4k' });
  await world.untilEnded(large?.id ?? '');
  const made = await again(first.id, { target: '4k' });
  await world.pass(60_000);
  expect(await world.store.get(made?.id ?? '')).toMatchObject({
    stage: 'acquired',
    waiting: { reason: 'duplicate', duplicateId: large?.id },
  });
  expect(world.simulator.submissions).toHaveLength(2);
  await world.commands.upscaleAnyway(made?.id ?? '');
  expect(await world.untilEnded(made?.id ?? '')).toMatchObject({ stage: 'done' });
  expect(world.simulator.submissions).toHaveLength(3);
});

it('reads the picture again where it was found, if the bytes are gone', async () => {
  const first = await finished();
  await world.store.deleteBlob(blobKey(first.id, 'input'));
  const made = await again(first.id, { target: '4k' });
  expect(made).toMatchObject({ stage: 'queued' });
  expect(made?.source).toBeUndefined();
  expect(await world.untilEnded(made?.id ?? '')).toMatchObject({ stage: 'done' });
});

it('does nothing for a row that is gone', async () => {
  world = await createJobWorld();
  expect(await again('nobody', { target: '4k' })).toBeUndefined();
  expect(await world.store.list()).toEqual([]);
});

it('cannot repeat a file whose bytes are gone', async () => {
  const first = await finished();
  const file = {
    ...first,
    origin: { kind: 'file', blobKey: 'inbox-1/file', name: 'a.png' },
  } as const;
  expect(canRepeat(file, true)).toBe(true);
  expect(canRepeat(file, false)).toBe(false);
  expect(canRepeat(first, false)).toBe(true);
});
