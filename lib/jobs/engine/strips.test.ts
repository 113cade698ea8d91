import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { Effect } from '@/simulator/simulator';
import { createJobWorld, type JobWorld } from '@/tests/support/job-world';
import type { WorldOptions } from '@/tests/support/job-world-types';
import { fakeJoinParts, fakePrepareStrip } from '@/tests/support/world-fakes';
import type { Job } from '../model/job';
import { partsDone } from '../model/parts';
import { remedyOf } from '../model/remedy';

let world: JobWorld;
afterEach(() => world?.close());

const REFUSED = { kind: 'ret', ret: '4003' } as const;
/** What can go wrong with an order: it is refused, it fails, or its answer is lost. */
const TROUBLES: readonly Effect[] = [
  REFUSED,
  { kind: 'task-fails', failCode: '2038' },
  { kind: 'reset', when: 'after' },
  { kind: 'reset', when: 'before' },
];

/** A long picture of so many parts, up to its question. */
async function addStrip(count: number, options: WorldOptions = {}): Promise<Job> {
  world = await createJobWorld(options);
  world.prepare = (bytes) => fakePrepareStrip(bytes, count);
  const { id } = await world.add();
  return world.until(id, ({ waiting }) => waiting !== undefined);
}

async function runStrip(count: number, options: WorldOptions = {}): Promise<Job> {
  const { id } = await addStrip(count, options);
  await world.commands.upscaleAnyway(id);
  return world.untilEnded(id);
}

const textOf = async (job: Job, kind: string) =>
  (await world.store.blob(`${job.id}/${kind}`))?.text();
/** The part in each accepted order, in the order of the orders. */
const partsOrdered = () =>
  world.simulator.uploads.map(({ bytes }) => Number(/^part (\d+)/.exec(String(bytes))?.[1]));

describe('a long picture', () => {
  it('asks before it becomes several orders', async () => {
    const job = await addStrip(3);
    expect(job).toMatchObject({
      stage: 'acquired',
      waiting: { reason: 'several-orders', count: 3 },
    });
    await world.pass(60 * 60_000);
    expect(world.simulator.submissions).toHaveLength(0);
    expect(remedyOf(job)).toBe('upscale-anyway');
  });

  it.each([1, 2, 3])(
    'that is large as well asks again after %i presses at once',
    async (presses) => {
      world = await createJobWorld();
      world.prepare = async (bytes) => {
        const prepared = await fakePrepareStrip(bytes, 3);
        return { ...prepared, found: { ...prepared.found, width: 9_000, height: 9_000 } };
      };
      const { id } = await world.add();
      await world.until(id, ({ waiting }) => waiting?.reason === 'already-large');
      const press = () => world.commands.upscaleAnyway(id, 'already-large');
      // As fast as a double click, and once the first press is done.
      await Promise.all(Array.from({ length: presses }, press));
      await press();
      await world.pass(60_000);
      expect((await world.store.get(id))?.waiting?.reason).toBe('several-orders');
      expect(world.simulator.submissions).toHaveLength(0);
    },
  );

  it('says the price that is known', async () => {
    world = await createJobWorld();
    await world.store.addCost(
      { site: 'jimeng', tool: 'smart-hd', target: '2k' },
      { credits: 2, at: world.now },
    );
    world.prepare = (bytes) => fakePrepareStrip(bytes, 3);
    const { id } = await world.add();
    const job = await world.until(id, ({ waiting }) => waiting !== undefined);
    expect(job.waiting).toMatchObject({ count: 3, credits: 6 });
  });

  it('is ordered part by part, and joined', async () => {
    const job = await runStrip(3);
    expect(job).toMatchObject({ stage: 'done', result: { type: 'png' } });
    expect(partsOrdered()).toEqual([0, 1, 2]);
    expect(world.simulator.submissions).toHaveLength(3);
    expect(await textOf(job, 'result')).toMatch(/^joined: part 0 of .*part 1 of .*part 2 of /);
    for (const kind of ['part-input', 'part-0', 'part-1', 'part-2']) {
      expect(await textOf(job, kind)).toBeUndefined();
    }
    expect(job.submission).toMatchObject({ part: 2, outcome: 'done' });
    expect(job.pastSubmissions.map(({ part }) => part)).toEqual([0, 1]);
    expect(job.part).toBeUndefined();
    expect(world.reports).toEqual([]);
  });

  it('survives workers that die whenever they wait', async () => {
    const job = await runStrip(3, { isShortLived: true });
    expect(job.stage).toBe('done');
    expect(partsOrdered()).toEqual([0, 1, 2]);
  });

  it('asks for the price also where it is large already', async () => {
    world = await createJobWorld();
    world.prepare = async (bytes) => {
      const { found, ...prepared } = await fakePrepareStrip(bytes, 2);
      return { ...prepared, found: { ...found, width: 3000, height: 9000 } };
    };
    const { id } = await world.add();
    await world.until(id, ({ waiting }) => waiting?.reason === 'already-large');
    await world.commands.upscaleAnyway(id);
    const job = (await world.store.get(id)) as Job;
    expect(job.waiting).toMatchObject({ reason: 'several-orders', count: 2 });
    expect(world.simulator.submissions).toHaveLength(0);
  });

  it('is upscaled again from nothing, and asks again', async () => {
    const done = await runStrip(2);
    const again = await world.again(done.id, {});
    expect(again).toMatchObject({ stage: 'acquired', waiting: { reason: 'several-orders' } });
    expect(again?.part).toBeUndefined();
    await world.commands.upscaleAnyway(again?.id ?? '');
    expect((await world.untilEnded(again?.id ?? '')).stage).toBe('done');
    expect(world.simulator.submissions).toHaveLength(4);
  });
});

describe('Automatic', () => {
  it('switches within a part, and keeps to what worked', async () => {
    world = await createJobWorld();
    world.prepare = (bytes) => fakePrepareStrip(bytes, 3);
    world.simulator.faults.add({ at: 'generate', effect: { kind: 'task-fails' } });
    const { id } = await world.add({ upscaler: 'auto' });
    await world.until(id, ({ waiting }) => waiting !== undefined);
    await world.commands.upscaleAnyway(id);
    const job = await world.untilEnded(id);
    expect(job.stage).toBe('done');
    const orders = [...job.pastSubmissions, job.submission];
    expect(orders.map((order) => [order?.part, order?.tool])).toEqual([
      [0, 'smart-hd'],
      [0, 'super-resolution'],
      [1, 'super-resolution'],
      [2, 'super-resolution'],
    ]);
    expect(await world.store.automatic('jimeng')).toMatchObject({ tool: 'super-resolution' });
  });

  it('tries another upscaler for a part that does not grow', async () => {
    world = await createJobWorld();
    world.prepare = (bytes) => fakePrepareStrip(bytes, 2);
    world.resultSize = { width: 300, height: 600 };
    world.onWrite = ({ pastSubmissions }) => {
      if (pastSubmissions.length === 1) world.resultSize = { width: 900, height: 1800 };
    };
    const { id } = await world.add({ upscaler: 'auto' });
    await world.until(id, ({ waiting }) => waiting !== undefined);
    await world.commands.upscaleAnyway(id);
    const job = await world.untilEnded(id);
    expect(job).toMatchObject({ stage: 'done', submission: { tool: 'super-resolution' } });
    expect(job.unenlarged).toBeUndefined();
    expect(job.pastSubmissions.map(({ part, outcome }) => [part, outcome])).toEqual([
      [0, 'not-larger'],
      [0, 'done'],
    ]);
  });
});

describe('another click on the same long picture', () => {
  it('joins the row that works on its second part', async () => {
    world = await createJobWorld();
    world.acquire = async () => ({ bytes: new Blob(['the same bytes']) });
    world.prepare = (bytes) => fakePrepareStrip(bytes, 3);
    const { id } = await world.add();
    await world.until(id, ({ waiting }) => waiting !== undefined);
    await world.commands.upscaleAnyway(id);
    await world.until(id, ({ part }) => part === 1);
    await world.click({ picture: 'b.png' });
    await world.untilEnded(id);
    await world.pass(60_000);
    expect(await world.store.list(9)).toHaveLength(1);
    expect(world.simulator.submissions).toHaveLength(3);
  });

  it('is told of the parts that are paid for', async () => {
    const { id } = await addStrip(3);
    world.simulator.faults.add({ at: 'generate', skip: 1, effect: REFUSED });
    await world.commands.upscaleAnyway(id);
    await world.untilEnded(id);
    const again = await world.add();
    const job = await world.until(again.id, ({ waiting }) => waiting !== undefined);
    expect(job.waiting).toMatchObject({ reason: 'duplicate', duplicateState: 'unconfirmed' });
    await world.commands.upscaleAnyway(job.id);
    expect((await world.store.get(job.id))?.waiting).toMatchObject({ reason: 'several-orders' });
  });
});

describe('a part that fails', () => {
  /** Runs up to part 1, which is refused. */
  async function failing(): Promise<Job> {
    const { id } = await addStrip(3);
    world.simulator.faults.add({ at: 'generate', skip: 1, effect: REFUSED });
    await world.commands.upscaleAnyway(id);
    return world.untilEnded(id);
  }

  it('leaves the others paid and kept; Retry orders only what is missing', async () => {
    const failed = await failing();
    expect(failed.stage).toBe('failed');
    expect(failed.part).toBe(1);
    expect(await textOf(failed, 'part-0')).toMatch(/^part 0/);
    await world.commands.retry(failed.id);
    const done = await world.untilEnded(failed.id);
    expect(done.stage).toBe('done');
    expect(world.simulator.submissions).toHaveLength(3);
    expect(partsDone(done).map(({ part }) => part)).toEqual([0, 1]);
  });

  it('is removed with everything that was stored', async () => {
    const failed = await failing();
    await world.commands.remove(failed.id);
    await world.pass(60_000);
    expect(await textOf(failed, 'part-0')).toBeUndefined();
  });

  it('may be cancelled, and goes on where it was', async () => {
    const { id } = await addStrip(3);
    await world.commands.upscaleAnyway(id);
    await world.until(id, ({ part }) => part === 1);
    await world.commands.cancel(id);
    const cancelled = (await world.store.get(id)) as Job;
    expect(cancelled.stage).toBe('cancelled');
    await world.commands.retry(id);
    expect((await world.untilEnded(id)).stage).toBe('done');
    expect(world.simulator.submissions).toHaveLength(3);
  });
});

describe('joining', () => {
  it('fails with the parts kept; Retry only joins again', async () => {
    const { id } = await addStrip(2);
    const error = Object.assign(new Error(), { name: 'ImageError', code: 'image-too-large' });
    world.joinParts = () => Promise.reject(error);
    await world.commands.upscaleAnyway(id);
    const failed = await world.untilEnded(id);
    expect(failed.failure).toMatchObject({ code: 'join-failed', charged: 'maybe' });
    expect(remedyOf(failed)).toBe('retry');
    world.joinParts = fakeJoinParts;
    await world.commands.retry(id);
    expect((await world.untilEnded(id)).stage).toBe('done');
    expect(world.simulator.submissions).toHaveLength(2);
  });

  it('asks before it orders a part again whose result is gone', async () => {
    const { id } = await addStrip(3);
    world.joinParts = () => Promise.reject(new Error('no'));
    await world.commands.upscaleAnyway(id);
    const failed = await world.untilEnded(id);
    world.joinParts = fakeJoinParts;
    await world.store.deleteBlob(`${id}/part-1`);
    await world.commands.retry(id);
    const asking = await world.until(id, ({ waiting }) => waiting !== undefined);
    expect(asking.waiting).toMatchObject({ reason: 'several-orders', count: 1, isMore: true });
    await world.commands.upscaleAnyway(id);
    expect((await world.untilEnded(failed.id)).stage).toBe('done');
    expect(partsOrdered()).toEqual([0, 1, 2, 1]);
  });
});

it('has each part delivered once, whatever fails', async () => {
  const trouble = fc.record({ skip: fc.nat({ max: 6 }), effect: fc.constantFrom(...TROUBLES) });
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 2, max: 5 }),
      fc.array(trouble, { maxLength: 4 }),
      async (count, troubles) => {
        const { id } = await addStrip(count);
        for (const fault of troubles) world.simulator.faults.add({ at: 'generate', ...fault });
        await world.commands.upscaleAnyway(id);
        for (let tries = 0; tries <= troubles.length; tries += 1) {
          const { stage } = await world.untilEnded(id);
          if (stage !== 'done') await world.commands.retry(id);
        }
        const done = await world.untilEnded(id);
        expect(done.stage).toBe('done');
        const orders = [...done.pastSubmissions, ...(done.submission ? [done.submission] : [])];
        const delivered = orders.filter(({ outcome }) => outcome === 'done');
        expect(delivered.map(({ part }) => part)).toEqual([...Array(count).keys()]);
        // The service was never paid for a part that it had delivered, or refused.
        const failed = orders.filter(({ outcome }) => outcome === 'failed');
        expect(world.simulator.submissions).toHaveLength(count + failed.length);
        expect(world.simulator.violations).toEqual([]);
        await world.close();
      },
    ),
    { numRuns: 40 },
  );
}, 60_000);
