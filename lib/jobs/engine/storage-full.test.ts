import { afterEach, describe, expect, it } from 'vitest';
import { type FullStorage, fillStorage, type Refusal } from '@/tests/support/full-storage';
import { createJobWorld, type JobWorld } from '@/tests/support/job-world';
import { isEnded, type Job, type Stage } from '../model/job';
import { remedyOf } from '../model/remedy';

let world: JobWorld;
let storage: FullStorage | undefined;
afterEach(async () => {
  storage?.free();
  storage = undefined;
  await world.close();
});

const orders = () => world.simulator.submissions.length;
const isFull = ({ failure }: Job) => failure?.code === 'storage-full';
const REFUSALS: Refusal[] = ['at-once', 'at-once-by-disk', 'at-commit', 'at-commit-by-disk'];

describe.each(REFUSALS)('a full disk, refusing %s', (refusal) => {
  it.each<[blob: string, at: Stage, ordered: number]>([
    ['input', 'queued', 0],
    ['thumb', 'acquired', 0],
    ['result', 'ready', 1],
  ])('ends a job whose %s finds no room, and Retry finishes it', async (blob, at, ordered) => {
    world = await createJobWorld();
    storage = fillStorage(({ key }) => String(key).endsWith(`/${blob}`), refusal);
    const { id } = await world.add();
    const failed = await world.untilEnded(id);
    expect(failed).toMatchObject({ stage: 'failed', failure: { code: 'storage-full', at } });
    expect(remedyOf(failed)).toBe('retry');
    expect(orders()).toBe(ordered);
    storage.free();
    await world.commands.retry(id);
    expect(await world.untilEnded(id)).toMatchObject({ stage: 'done' });
    expect(await world.store.blob(`${id}/result`)).toBeDefined();
    expect(orders()).toBe(1);
  });

  it.each<Stage>(['acquired', 'uploaded', 'submitting', 'generating', 'ready', 'done'])(
    'ends or stops a job that cannot become %s, never orders twice, and goes on when there is room',
    async (stage) => {
      world = await createJobWorld();
      storage = fillStorage(
        ({ store, value }) => store === 'jobs' && (value as Job).stage === stage,
        refusal,
      );
      const { id } = await world.add();
      // An order that was sent may only be polled, and is found; everything else says what is the matter.
      const ended = await world.untilEnded(id);
      if (stage === 'generating') expect(ended.stage).toBe('done');
      else expect(ended).toSatisfy(isFull);
      expect(orders()).toBe(['acquired', 'uploaded', 'submitting'].includes(stage) ? 0 : 1);
      storage.free();
      await world.commands.retry(id);
      expect(await world.untilEnded(id)).toMatchObject({ stage: 'done' });
      expect(orders()).toBe(1);
    },
  );

  it('keeps the row of an accepted order when nothing at all can be written, and does not storm', async () => {
    world = await createJobWorld();
    const { id } = await world.add();
    await world.until(id, ({ stage }) => stage === 'generating');
    storage = fillStorage(() => true, refusal);
    const before = world.simulator.requests.length;
    await world.pass(10 * 60_000);
    expect(await world.store.get(id)).toMatchObject({ stage: 'generating' });
    expect(world.simulator.requests.length - before).toBeLessThan(30);
    expect(world.reports.length).toBeGreaterThan(0);
    storage.free();
    expect(await world.untilEnded(id)).toMatchObject({ stage: 'done' });
    expect(orders()).toBe(1);
  });

  it('says so within seconds when the browser loses its database over it', async () => {
    world = await createJobWorld();
    // Chromium: the picture is refused, and then everything until the database has been opened anew.
    let lost = 2;
    storage = fillStorage(({ store, key, value }) => {
      if (String(key).endsWith('/input')) return true;
      return store === 'jobs' && (value as Job).stage === 'failed' && lost-- > 0;
    }, refusal);
    const { id } = await world.add();
    await world.pass(15_000);
    expect(await world.store.get(id)).toSatisfy(isFull);
    expect(orders()).toBe(0);
  });

  it('lets other jobs go on', async () => {
    world = await createJobWorld();
    const full = await world.add({ picture: 'full.png' });
    storage = fillStorage(({ key }) => String(key).startsWith(`${full.id}/`), refusal);
    const other = await world.add({ picture: 'other.png' });
    expect(await world.untilEnded(other.id)).toMatchObject({ stage: 'done' });
    expect(await world.untilEnded(full.id)).toSatisfy(isFull);
  });

  it('says so when not even a new row can be written, and leaves nothing half done', async () => {
    world = await createJobWorld();
    storage = fillStorage(({ store }) => store === 'jobs', refusal);
    const adding = world.commands.add({
      origin: { kind: 'file', blobKey: 'inbox-1/file', name: 'boat.png' },
      name: 'boat',
      options: { target: '2k', upscaler: 'auto', detail: 0.5 },
    });
    await expect(adding).rejects.toMatchObject({ code: 'storage-full' });
    expect(await world.store.list()).toEqual([]);
    expect(await world.store.entries()).toEqual([]);
  });
});

it('a result that cannot be stored again while saving is still there to be saved later', async () => {
  world = await createJobWorld();
  const { id } = await world.add();
  await world.untilEnded(id);
  await world.store.deleteBlob(`${id}/result`);
  storage = fillStorage(({ key }) => key === `${id}/result`);
  await world.saver.save(id);
  expect(await world.store.get(id)).toMatchObject({
    stage: 'done',
    saved: { state: 'failed', reason: 'storage-full' },
  });
  storage.free();
  await world.saver.save(id);
  expect(await world.store.get(id)).toMatchObject({ saved: { state: 'saved' } });
  expect(orders()).toBe(1);
});

it('the rows of a full disk can be removed to make room', async () => {
  world = await createJobWorld();
  storage = fillStorage(({ store }) => store === 'blobs');
  const { id } = await world.add();
  await world.until(id, isEnded);
  await world.commands.remove(id);
  await world.pass(60_000);
  expect(await world.store.list()).toEqual([]);
});
