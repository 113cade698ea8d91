import { afterEach, describe, expect, it } from 'vitest';
import { waitsFor } from '@/tests/support/job-facts';
import { createJobWorld, type JobWorld, type WorldOptions } from '@/tests/support/job-world';
import type { Job, Stage, Waiting } from '../model/job';

let world: JobWorld;
afterEach(async () => {
  expect(world.reports).toEqual([]);
  await world.close();
});

/** A world in which every address of a gallery holds the same picture. */
async function open(options?: WorldOptions): Promise<void> {
  world = await createJobWorld(options);
  world.acquire = async () => ({ bytes: new Blob(['one and the same']) });
}

const isIn = (stage: Stage) => (job: Job) => job.stage === stage;
const orders = () => world.simulator.submissions.length;
const uploads = () => world.simulator.requests.filter(({ endpoint }) => endpoint === 'put').length;
const rows = async () => (await world.store.list()).map(({ id }) => id);

/** Lets everything come to its end, and checks that it was one order and one upload. */
async function expectOneOrder(leader: string): Promise<void> {
  expect(await world.untilEnded(leader)).toMatchObject({ stage: 'done' });
  await world.pass(10 * 60_000);
  expect(await rows()).toEqual([leader]);
  expect([orders(), uploads()]).toEqual([1, 1]);
}

describe('the same picture clicked again', () => {
  it.each([
    ['at the same moment', 0],
    ['while it runs', 3_000],
  ])('%s, by its address, is no second row', async (_, afterMs) => {
    await open();
    const first = await world.add();
    if (afterMs > 0) await world.pass(afterMs);
    expect((await world.add()).id).toBe(first.id);
    expect(world.joined).toEqual([{ leader: first.id, clicked: expect.any(String) }]);
    await expectOneOrder(first.id);
  });

  it('four clicks on two pictures are two orders', async () => {
    world = await createJobWorld();
    const pictures = ['a.png', 'b.png', 'a.png', 'b.png'];
    const jobs = await Promise.all(pictures.map((picture) => world.add({ picture })));
    expect(new Set(jobs.map(({ id }) => id)).size).toBe(2);
    for (const { id } of jobs) expect(await world.untilEnded(id)).toMatchObject({ stage: 'done' });
    await world.pass(10 * 60_000);
    expect(orders()).toBe(2);
  });

  it('by another address at the same moment joins whichever has its bytes first', async () => {
    await open();
    const [a, b] = await Promise.all([
      world.add({ picture: 'a.png' }),
      world.add({ picture: 'b.png' }),
    ]);
    await world.settle();
    const [leader = ''] = await rows();
    expect(new Set([leader, world.joined[0]?.clicked])).toEqual(new Set([a.id, b.id]));
    await expectOneOrder(leader);
  });

  it('by another address while the order runs joins the first', async () => {
    await open();
    const first = await world.add({ picture: 'a.png' });
    await world.until(first.id, isIn('generating'));
    const second = await world.add({ picture: 'b.png' });
    await expectOneOrder(first.id);
    expect(world.joined).toEqual([{ leader: first.id, clicked: second.id }]);
  });

  it('as a file joins the row of the page, and leaves no bytes behind', async () => {
    await open();
    const first = await world.add();
    await world.until(first.id, isIn('generating'));
    const image = { id: 'file', name: 'a.png', target: '2k' } as const;
    await world.store.handIn([{ image, bytes: new Blob(['one and the same']) }]);
    await world.commands.takeIn({ upscaler: 'smart-hd', detail: 0.65 });
    await expectOneOrder(first.id);
    expect(await world.store.blob('file/file')).toBeUndefined();
    expect(await world.store.blob('file/input')).toBeUndefined();
  });

  it.each<[Waiting['reason'], () => void, () => void]>([
    [
      'sign-in',
      () => {
        world.session = { state: 'signed-out' };
      },
      () => {
        world.session = { state: 'signed-in', account: 'account-1' };
      },
    ],
    [
      'credits',
      () => {
        world.simulator.credits.gift = 0;
      },
      () => {
        world.simulator.credits.gift = 60;
      },
    ],
  ])('joins a row that waits for %s', async (reason, begin, end) => {
    await open();
    begin();
    const first = await world.add({ picture: 'a.png' });
    await world.until(first.id, waitsFor(reason));
    await world.add({ picture: 'b.png' });
    await world.settle();
    expect(await rows()).toEqual([first.id]);
    end();
    await world.commands.resumeWaiting();
    await expectOneOrder(first.id);
  });

  it('after the first was cancelled is a row of its own', async () => {
    await open();
    const first = await world.add();
    await world.commands.cancel(first.id);
    const second = await world.add();
    expect(second.id).not.toBe(first.id);
    expect(await world.untilEnded(second.id)).toMatchObject({ stage: 'done' });
    expect(orders()).toBe(1);
  });

  it('in another size is another order', async () => {
    await open();
    const first = await world.add({ target: '2k' });
    const second = await world.add({ target: '4k' });
    await world.untilEnded(first.id);
    expect(await world.untilEnded(second.id)).toMatchObject({ stage: 'done' });
    expect(orders()).toBe(2);
  });
});

describe('after an order that nobody answered', () => {
  /** A row whose order arrived although no answer and no poll says so. */
  async function unconfirmed(): Promise<Job> {
    await open();
    const lost = { kind: 'reset', when: 'after' } as const;
    world.simulator.faults.add({ at: 'generate', effect: lost });
    world.simulator.faults.add({ at: 'history', times: 99, effect: { kind: 'missing-record' } });
    const { id } = await world.add();
    const failed = await world.untilEnded(id);
    expect(failed.failure?.code).toBe('submit-unconfirmed');
    world.simulator.faults.clear();
    return failed;
  }

  it('a click asks instead of ordering, and "Upscale again" orders', async () => {
    const failed = await unconfirmed();
    const second = await world.add();
    const { waiting } = await world.until(second.id, waitsFor('duplicate'));
    expect(waiting).toMatchObject({ duplicateId: failed.id, duplicateState: 'unconfirmed' });
    await world.pass(10 * 60_000);
    expect(orders()).toBe(1);
    await world.commands.upscaleAnyway(second.id);
    expect(await world.untilEnded(second.id)).toMatchObject({ stage: 'done' });
    expect(orders()).toBe(2);
  });

  it('Retry in its own row finds that order', async () => {
    const failed = await unconfirmed();
    await world.commands.retry(failed.id);
    expect(await world.untilEnded(failed.id)).toMatchObject({ stage: 'done' });
    expect(orders()).toBe(1);
  });
});

describe('two rows of one picture that may both be ordered', () => {
  /** Two rows that failed before an order, as two clicks around an outage leave them. */
  async function bothFailed(): Promise<[string, string]> {
    await open();
    const down = { kind: 'http', status: 500 } as const;
    world.simulator.faults.add({ at: 'apply', times: 999, effect: down });
    const first = await world.add();
    await world.untilEnded(first.id);
    const second = await world.add();
    await world.untilEnded(second.id);
    world.simulator.faults.clear();
    return [first.id, second.id];
  }

  it('retried together, become one order: the other asks', async () => {
    const ids = await bothFailed();
    await world.commands.retryAll(ids);
    await world.pass(10 * 60_000);
    const jobs = await Promise.all(ids.map((id) => world.store.get(id)));
    expect(jobs.map((job) => job?.waiting?.reason ?? job?.stage).sort()).toEqual([
      'done',
      'duplicate',
    ]);
    expect(orders()).toBe(1);
  });

  it('retried together, become two orders if that is answered with "Upscale again"', async () => {
    const ids = await bothFailed();
    await world.commands.retryAll(ids);
    await world.pass(10 * 60_000);
    for (const id of ids) await world.commands.upscaleAnyway(id);
    for (const id of ids) expect(await world.untilEnded(id)).toMatchObject({ stage: 'done' });
    expect(orders()).toBe(2);
  });
});
