import { afterEach, describe, expect, it } from 'vitest';
import { batchAt, openPlace, PLACE_NAMES } from '@/tests/support/batch-places';
import { batchOf, rowsOf, spentBy, untilCalm } from '@/tests/support/batch-world';
import { createJobWorld, type JobWorld } from '@/tests/support/job-world';
import { historyFile, readHistoryFile } from '../history/history-file';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

let world: JobWorld;
afterEach(async () => {
  expect(world.simulator.violations).toEqual([]);
  expect(world.reports).toEqual([]);
  await world.close();
});

const pauseOf = async () => (await world.store.batch('batch'))?.paused?.by;
const stages = async () => (await rowsOf(world)).map(({ stage }) => stage);
const all = (count: number, stage: string) => Array(count).fill(stage);
const orders = () => world.simulator.submissions.length;
const lookUps = () =>
  world.simulator.requests.filter(({ endpoint }) => endpoint === 'history').length;

describe.each(PLACE_NAMES)('a batch, %s', (place) => {
  it('goes around a first task that hangs, which one look brings after three days', async () => {
    const delayMs = (index: number) => (index === 0 ? 3 * DAY : 0);
    world = await openPlace(place, { simulator: { processingMs: 5_000, delayMs } });
    await world.batches.add(batchAt(place, 6));
    await world.pass(20 * MINUTE);
    expect(await stages()).toEqual(['generating', ...all(5, 'done')]);
    await world.pass(2 * DAY);
    world.sleep(DAY);
    const looked = lookUps();
    await world.restartBrowser();
    expect(await stages()).toEqual(all(6, 'done'));
    expect(lookUps() - looked).toBe(1);
    expect(orders()).toBe(6);
  });

  it('pauses as a whole if no balance tells a price, and one order goes for each Resume', async () => {
    world = await openPlace(place);
    const effect = { kind: 'http', status: 500 } as const;
    world.simulator.faults.add({ at: 'credits', effect, times: 1_000 });
    await world.batches.add(batchAt(place, 3, { budget: 50 }));
    for (const sent of [0, 1, 2]) {
      await untilCalm(world);
      expect([await pauseOf(), orders()]).toEqual(['price', sent]);
      await world.batches.resume('batch');
    }
    await untilCalm(world);
    expect([orders(), ...(await stages())]).toEqual([3, ...all(3, 'done')]);
  });

  it('goes on with the same rows once its budget is raised', async () => {
    world = await openPlace(place, { simulator: { reprice: () => 2 } });
    await world.batches.add(batchAt(place, 6, { budget: 7 }));
    const before = await untilCalm(world);
    expect([await pauseOf(), spentBy(world)]).toEqual(['budget', 6]);
    await world.batches.setBudget('batch', 12);
    const after = await untilCalm(world);
    expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
    expect([orders(), ...(await stages())]).toEqual([6, ...all(6, 'done')]);
  });
});

describe.each(PLACE_NAMES.filter((place) => place.startsWith('Dreamina')))(
  'a batch without a budget, %s, where prices are unknown',
  (place) => {
    it('orders one at a time until the first price shows', async () => {
      world = await openPlace(place, { simulator: { processingMs: 30_000 } });
      await world.batches.add(batchAt(place, 4));
      await world.pass(25_000);
      expect(orders()).toBe(1);
      await untilCalm(world);
      expect([orders(), ...(await stages())]).toEqual([4, ...all(4, 'done')]);
    });

    it('is paused if none shows, and none of its rows asks', async () => {
      world = await openPlace(place);
      const effect = { kind: 'http', status: 500 } as const;
      world.simulator.faults.add({ at: 'credits', effect, times: 1_000 });
      await world.batches.add(batchAt(place, 4));
      const rows = await untilCalm(world);
      expect([await pauseOf(), orders()]).toEqual(['price', 0]);
      expect(rows.flatMap(({ waiting }) => waiting ?? [])).toEqual([]);
    });
  },
);

describe('the price of an order', () => {
  const simulator = { processingMs: 30_000, reprice: () => 2 };

  it('shows at the next order, also if that is one of another batch', async () => {
    world = await openPlace('Dreamina, SG', { simulator });
    await world.batches.add(batchOf(8, { budget: 7 }));
    const { pictures, ...batch } = batchOf(16, { id: 'other', budget: 9 });
    await world.batches.add({ ...batch, pictures: pictures.slice(8) });
    await world.pass(8_000);
    const [first] = await rowsOf(world);
    await world.commands.cancel(first?.id ?? '');
    await world.batches.pause('batch');
    await world.pass(2_000);
    await world.batches.resume('batch');
    await untilCalm(world);
    await untilCalm(world, 'other');
    const pauses = (await world.store.batches()).map(({ paused }) => paused?.by);
    expect(pauses).toEqual(['budget', 'budget']);
    expect(spentBy(world)).toBe(6 + 8);
  });

  it('shows at a single click in between that has no limit', async () => {
    world = await createJobWorld({ simulator });
    await world.batches.add(batchOf(4, { budget: 20 }));
    await world.pass(8_000);
    expect(orders()).toBe(1);
    await world.add({ picture: 'single.png' });
    await untilCalm(world);
    expect([await pauseOf(), ...(await stages())]).toEqual([undefined, ...all(4, 'done')]);
    expect(orders()).toBe(5);
  });
});

it('rows whose batch is on another computer wait for a price like single ones', async () => {
  world = await openPlace('Dreamina, SG');
  await world.batches.add(batchAt('Dreamina, SG', 3));
  await world.batches.pause('batch');
  const file = readHistoryFile(historyFile(await rowsOf(world), world.now));
  await world.close();
  world = await openPlace('Dreamina, SG', { simulator: { processingMs: 30_000 } });
  await world.store.merge(file?.jobs ?? []);
  for (const { id } of await rowsOf(world)) await world.commands.retry(id);
  await world.pass(25_000);
  const waits = (await rowsOf(world)).flatMap(({ waiting }) => waiting?.reason ?? []);
  expect([orders(), ...waits]).toEqual([1, 'price-unknown', 'price-unknown']);
});
