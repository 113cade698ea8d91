import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { batchOf, rowsOf, untilCalm } from '@/tests/support/batch-world';
import { createJobWorld, type JobWorld } from '@/tests/support/job-world';

let world: JobWorld;
beforeEach(async () => {
  world = await createJobWorld();
});
afterEach(async () => {
  expect(world.reports).toEqual([]);
  await world.close();
});

const orders = () => world.simulator.submissions.length;
const pauseOf = async () => (await world.store.batch('batch'))?.paused?.by;

/** Does something while the balance is on its way that is read just before an order. */
function whileJudging(happens: () => unknown, isMeant = () => true): void {
  let isOver = false;
  world.answer = async (request) => {
    const isBalance = request.url.includes('user_credit');
    const isUploaded = (await world.store.open()).some(({ stage }) => stage === 'uploaded');
    const answer = await world.simulator.handle(request);
    if (isBalance && isUploaded && !isOver && isMeant()) {
      isOver = true;
      await happens();
    }
    return answer;
  };
}

describe('while the balance is read before an order', () => {
  it.each([
    ['the batch is paused', () => world.batches.pause('batch')],
    ['everything is paused', () => world.batches.pauseAll(true)],
    ['the budget is lowered', () => world.batches.setBudget('batch', 0)],
    ['the service refuses another order', () => world.store.hold('jimeng', world.now + 600_000)],
  ])('%s: the order is not sent', async (_, press) => {
    whileJudging(press);
    await world.batches.add(batchOf(1, { budget: 20 }));
    await world.pass(60_000);
    expect(orders()).toBe(0);
    expect((await rowsOf(world)).map(({ stage }) => stage)).toEqual(['uploaded']);
  });

  it('the budget is raised: the batch goes on', async () => {
    whileJudging(
      () => world.batches.setBudget('batch', 20),
      () => orders() === 1,
    );
    await world.batches.add(batchOf(2, { budget: 1 }));
    await untilCalm(world);
    expect([orders(), await pauseOf()]).toEqual([2, undefined]);
  });

  it('another account signs in: its balance tells no price', async () => {
    const { gift } = world.simulator.credits;
    whileJudging(
      () => undefined,
      () => false,
    );
    const { answer } = world;
    let isOver = false;
    world.answer = async (request, pause) => {
      const isUploaded = (await world.store.open()).some(({ stage }) => stage === 'uploaded');
      const isMeant = request.url.includes('user_credit') && isUploaded && orders() === 1;
      if (!isMeant || isOver) return answer(request, pause);
      isOver = true;
      const own = world.session;
      world.session = { state: 'signed-in', account: 'another login' };
      world.simulator.credits.gift = gift - 11;
      const other = await answer(request, pause);
      world.simulator.credits.gift = gift - 1;
      setTimeout(() => {
        world.session = own;
      }, 5_000);
      return other;
    };
    await world.batches.add(batchOf(2, { budget: 20 }));
    await world.pass(10 * 60_000);
    expect(isOver).toBe(true);
    const prices = Object.values(await world.store.costs()).flatMap((seen) => seen ?? []);
    expect(prices.map(({ credits }) => credits)).not.toContain(11);
  });
});

it('another limit of the day that is set while a row is judged counts at once', async () => {
  world.dayLimit = 1;
  await world.untilEnded((await world.add({ picture: '1.png' })).id);
  let isJudged = false;
  world.beforeEffect = (effect) => {
    if (!effect.startsWith('store.ordersSince')) return;
    // From here on the limit that was read is an old one.
    isJudged = true;
    queueMicrotask(() => {
      world.dayLimit = 50;
    });
  };
  const { id } = await world.add({ picture: '2.png' });
  await world.pass(10 * 60_000);
  expect(isJudged).toBe(true);
  expect((await world.store.get(id))?.stage).toBe('done');
});

it('a pause of the person stays when the limit of the day has changed', async () => {
  await world.batches.add(batchOf(1));
  await world.batches.pauseAll(true);
  await world.store.pauseBatch('batch', { by: 'day', at: world.now });
  world.beforeEffect = (effect) => {
    if (!effect.startsWith('store.changeBatch')) return;
    world.beforeEffect = () => {};
    void world.store.pauseBatch('batch', { by: 'person', at: world.now });
  };
  await world.batches.resumeDay();
  expect(await pauseOf()).toBe('person');
});
