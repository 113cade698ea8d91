import { afterEach, describe, expect, it } from 'vitest';
import { batchOf, rowsOf, spentBy, untilCalm } from '@/tests/support/batch-world';
import { createJobWorld, type JobWorld, type WorldOptions } from '@/tests/support/job-world';

let world: JobWorld;
afterEach(async () => {
  expect(world.simulator.violations).toEqual([]);
  expect(world.reports).toEqual([]);
  await world.close();
});

const open = async (options: WorldOptions = {}) => {
  world = await createJobWorld(options);
};
const pauseOf = async () => (await world.store.batch('batch'))?.paused?.by;
const orders = () => world.simulator.submissions.length;
const summary = async () => (await world.store.batchSummaries())[0];
const stages = async () => (await rowsOf(world)).map(({ stage }) => stage);

describe('a batch', () => {
  it('upscales its pictures in the order picked, and its counts add up', async () => {
    await open();
    const leftOut = { large: 3, known: 2 };
    await world.batches.add(batchOf(6, { leftOut }));
    const rows = await untilCalm(world);
    expect(rows.map(({ name }) => name)).toEqual([1, 2, 3, 4, 5, 6].map((at) => `${at}.png`));
    expect(rows.map(({ batch }) => batch?.index)).toEqual([1, 2, 3, 4, 5, 6]);
    const sent = rows.map(({ submission }) => submission?.at ?? 0);
    expect(sent).toEqual(sent.toSorted((a, b) => a - b));
    expect((await summary())?.counts).toMatchObject({ found: 11, ...leftOut, done: 6, waiting: 0 });
  });

  it('is written once, however often it is sent', async () => {
    await open();
    await Promise.all([world.batches.add(batchOf(3)), world.batches.add(batchOf(3))]);
    await world.batches.add(batchOf(3));
    expect(await untilCalm(world)).toHaveLength(3);
    expect(orders()).toBe(3);
  });

  it('lets a single click in between go first', async () => {
    await open({ simulator: { processingMs: 30_000 } });
    await world.batches.add(batchOf(8));
    await world.pass(10_000);
    const { id } = await world.add({ picture: 'single.png' });
    await world.untilEnded(id);
    const single = await world.store.get(id);
    const rows = await untilCalm(world);
    const later = rows.filter(
      ({ submission }) => (submission?.at ?? 0) > (single?.submission?.at ?? 0),
    );
    expect(later.length).toBeGreaterThanOrEqual(5);
  });

  it('begins nothing while it is paused, also after a restart, and ends what is under way', async () => {
    await open({ simulator: { processingMs: 20_000 } });
    await world.batches.add(batchOf(5));
    await world.pass(8_000);
    await world.batches.pause('batch');
    await world.restartBrowser();
    await world.pass(10 * 60_000);
    const before = orders();
    expect(before).toBeLessThan(5);
    expect((await stages()).filter((stage) => stage === 'done')).toHaveLength(before);
    await world.batches.resume('batch');
    await untilCalm(world);
    expect(await stages()).toEqual(Array(5).fill('done'));
    expect(orders()).toBe(5);
  });

  it('begins nothing while everything is paused, and neither does a single click', async () => {
    await open({ simulator: { processingMs: 20_000 } });
    await world.batches.add(batchOf(4));
    await world.pass(8_000);
    await world.batches.pauseAll(true);
    await world.restartBrowser();
    const { id } = await world.add({ picture: 'single.png' });
    await world.pass(10 * 60_000);
    expect(orders()).toBe(2);
    await world.batches.pauseAll(false);
    await untilCalm(world);
    expect(await stages()).toEqual(Array(4).fill('done'));
    expect((await world.untilEnded(id)).stage).toBe('done');
    expect(orders()).toBe(5);
  });

  it('cancels the rest, and keeps what is under way', async () => {
    await open({ simulator: { processingMs: 20_000 } });
    await world.batches.add(batchOf(6));
    await world.pass(8_000);
    await world.batches.cancelRest('batch');
    await untilCalm(world);
    expect((await stages()).toSorted()).toEqual([
      ...Array(4).fill('cancelled'),
      ...Array(2).fill('done'),
    ]);
    expect(orders()).toBe(2);
  });

  it('sends one order without credits, and goes on once there are some', async () => {
    await open({ simulator: { credits: { gift: 2 } } });
    await world.batches.add(batchOf(6));
    await world.pass(30 * 60_000);
    const sent = () => world.simulator.requests.filter(({ endpoint }) => endpoint === 'generate');
    expect([orders(), sent().length]).toEqual([2, 3]);
    expect((await stages()).filter((stage) => stage === 'failed')).toEqual([]);
    world.simulator.credits.purchased += 10;
    await world.pass(60 * 60_000);
    expect(await stages()).toEqual(Array(6).fill('done'));
    expect([orders(), sent().length]).toEqual([6, 7]);
  });

  it('retries the failed rows only', async () => {
    await open();
    let isGone = true;
    const { acquire } = world;
    world.acquire = async (origin) => {
      const isSecond = origin.kind === 'page' && origin.url.endsWith('/2.png');
      if (isSecond && isGone)
        throw Object.assign(new Error('source-timeout'), {
          name: 'SourceError',
          code: 'source-hidden',
        });
      return acquire(origin);
    };
    await world.batches.add(batchOf(3));
    await untilCalm(world);
    expect(await stages()).toEqual(['done', 'failed', 'done']);
    isGone = false;
    await world.batches.retryFailed('batch');
    await untilCalm(world);
    expect(await stages()).toEqual(['done', 'done', 'done']);
    expect(orders()).toBe(3);
  });

  it('is removed with its rows, and comes back with Undo', async () => {
    await open();
    await world.batches.add(batchOf(3));
    await untilCalm(world);
    await world.batches.remove('batch');
    expect(await summary()).toBeUndefined();
    const removal = await world.store.lastHidden();
    await world.commands.restore(removal?.at ?? 0);
    expect((await summary())?.counts).toMatchObject({ found: 3, done: 3, gone: 0 });
  });

  it('is paused by the first answer of risk control', async () => {
    await open();
    world.simulator.faults.add({ at: 'generate', effect: { kind: 'ret', ret: '1019' } });
    await world.batches.add(batchOf(5));
    await untilCalm(world);
    await world.pass(24 * 60 * 60_000);
    expect(await pauseOf()).toBe('risk');
    expect((await stages()).filter((stage) => stage === 'failed')).toHaveLength(1);
    await world.batches.resume('batch');
    await untilCalm(world);
    expect((await stages()).filter((stage) => stage === 'done')).toHaveLength(4);
  });

  it('goes on around a task that hangs, and gets its result later', async () => {
    const delayMs = (index: number) => (index < 2 ? 26 * 60 * 60_000 : 0);
    await open({ simulator: { processingMs: 5_000, delayMs, queueLimit: 5 } });
    await world.batches.add(batchOf(6));
    await world.pass(40 * 60_000);
    expect((await stages()).toSorted()).toEqual([
      ...Array(4).fill('done'),
      ...Array(2).fill('generating'),
    ]);
    await world.pass(2 * 24 * 60 * 60_000);
    expect(await stages()).toEqual(Array(6).fill('done'));
    expect(orders()).toBe(6);
  });
});

describe('the budget of a batch', () => {
  it('pauses before it would be passed; raised, the same rows go on', async () => {
    await open();
    await world.batches.add(batchOf(8, { budget: 3 }));
    await untilCalm(world);
    expect(await pauseOf()).toBe('budget');
    expect(spentBy(world)).toBe(3);
    expect((await stages()).filter((stage) => stage === 'failed')).toEqual([]);
    const ids = (await rowsOf(world)).map(({ id }) => id);
    await world.restartBrowser();
    await world.batches.setBudget('batch', 6);
    await untilCalm(world);
    expect(await pauseOf()).toBe('budget');
    await world.batches.setBudget('batch', undefined);
    const rows = await untilCalm(world);
    expect(rows.map(({ id }) => id)).toEqual(ids);
    expect(rows.map(({ stage }) => stage)).toEqual(Array(8).fill('done'));
    expect([spentBy(world), orders()]).toEqual([8, 8]);
  });

  it('is passed by at most the surprise of one order if the price jumps, which is named', async () => {
    await open({ simulator: { reprice: (_price, index) => (index < 6 ? 2 : 9) } });
    await world.batches.add(batchOf(12, { budget: 40 }));
    await untilCalm(world);
    expect(await pauseOf()).toBe('budget');
    expect(spentBy(world)).toBeLessThanOrEqual(40);
    expect(spentBy(world)).toBe(12 + 9 * 3);
    const { spent, jumps } = (await summary()) ?? {};
    expect(spent).toBe(spentBy(world));
    expect(jumps).toMatchObject([{ expected: 2, price: 9 }]);
    await world.batches.setBudget('batch', 200);
    await untilCalm(world);
    expect(await stages()).toEqual(Array(12).fill('done'));
    expect(orders()).toBe(12);
  });

  it('sends the first order alone while the price is unknown', async () => {
    await open({ simulator: { processingMs: 30_000 } });
    await world.batches.add(batchOf(4, { budget: 50 }));
    await world.pass(20_000);
    expect(orders()).toBe(1);
    await untilCalm(world);
    expect(await stages()).toEqual(Array(4).fill('done'));
  });

  it('pauses if no balance tells the price, and goes on by one order for each time it is asked to', async () => {
    await open();
    world.simulator.faults.add({
      at: 'credits',
      effect: { kind: 'http', status: 500 },
      times: 1_000,
    } as never);
    await world.batches.add(batchOf(3, { budget: 50 }));
    await untilCalm(world);
    expect([await pauseOf(), orders()]).toEqual(['price', 0]);
    await world.batches.resume('batch');
    await untilCalm(world);
    expect([await pauseOf(), orders()]).toEqual(['price', 1]);
  });
});

describe('the limit of a day', () => {
  it('pauses a batch until the next day', async () => {
    await open();
    world.dayLimit = 2;
    await world.batches.add(batchOf(3));
    await untilCalm(world);
    expect([await pauseOf(), orders()]).toEqual(['day', 2]);
    await world.pass(24 * 60 * 60_000);
    await untilCalm(world);
    expect([orders(), ...(await stages())]).toEqual([3, 'done', 'done', 'done']);
    expect(await pauseOf()).toBeUndefined();
  });

  it('pauses a batch on each day anew, and asks for no balance meanwhile', async () => {
    await open();
    world.dayLimit = 2;
    await world.batches.add(batchOf(6));
    const asked = () => world.simulator.requests.filter(({ endpoint }) => endpoint === 'credits');
    for (const sent of [2, 4]) {
      await untilCalm(world);
      await world.pass(10 * 60_000);
      const [before, batch] = [asked().length, await world.store.batch('batch')];
      expect([orders(), batch?.paused?.by]).toEqual([sent, 'day']);
      expect(batch?.paused?.until).toBeGreaterThan(world.now);
      await world.pass(6 * 60 * 60_000);
      expect([orders(), asked().length]).toEqual([sent, before]);
      await world.pass(18 * 60 * 60_000);
    }
    await untilCalm(world);
    expect(await stages()).toEqual(Array(6).fill('done'));
  });

  it('lets a paused batch go on once it is raised', async () => {
    await open();
    world.dayLimit = 1;
    await world.batches.add(batchOf(3));
    await untilCalm(world);
    world.dayLimit = undefined;
    await world.batches.resumeDay();
    await untilCalm(world);
    expect(await stages()).toEqual(Array(3).fill('done'));
    expect(orders()).toBe(3);
  });

  it('lets single clicks wait for the next day, or for a higher limit', async () => {
    await open();
    world.dayLimit = 1;
    const ids: string[] = [];
    for (const picture of ['a.png', 'b.png', 'c.png']) ids.push((await world.add({ picture })).id);
    await world.pass(10 * 60_000);
    expect(orders()).toBe(1);
    const waits = async () =>
      (await Promise.all(ids.map((id) => world.store.get(id)))).map((job) => job?.waiting?.reason);
    // Whichever was uploaded first is ordered.
    expect((await waits()).toSorted()).toEqual(['day-limit', 'day-limit', undefined]);
    world.dayLimit = 2;
    await world.commands.resumeWaiting();
    await world.pass(10 * 60_000);
    expect(orders()).toBe(2);
    await world.pass(24 * 60 * 60_000);
    expect(orders()).toBe(3);
  });

  it('holds for orders at both sites that begin at the same moment', async () => {
    await open({ site: 'both', simulator: { reprice: () => 2 } });
    const sites = ['dreamina', 'jimeng'] as const;
    for (const site of sites) {
      world.preferredSite = site;
      await world.untilEnded((await world.add({ picture: `${site}.png` })).id);
    }
    await world.pass(60_000);
    world.dayLimit = 3;
    // The balances, which are read before both orders, take a while.
    world.answer = async (request, pause) => {
      if (request.url.includes('credit')) await pause(5_000);
      return world.simulator.handle(request);
    };
    const before = orders();
    for (const site of sites) {
      world.preferredSite = site;
      await world.click({ picture: `next-${site}.png` });
      await world.settle();
    }
    await world.pass(5 * 60_000);
    expect(orders() - before).toBe(1);
  });
});
