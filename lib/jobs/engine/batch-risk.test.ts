import { afterEach, describe, expect, it } from 'vitest';
import { batchAt, openPlace, type PlaceName } from '@/tests/support/batch-places';
import { batchOf, rowsOf, untilCalm } from '@/tests/support/batch-world';
import { createJobWorld, type JobWorld } from '@/tests/support/job-world';
import { RISK_HOLD_MS } from '../rules/policy';

const DAY = 24 * 60 * 60_000;
/** Numbers by which risk control answers (docs/PROTOCOL.md, section 6). */
const RETS = ['-6', '-4', '1019', '1021', '2035', '4013', '34070104'];
/** Refusals that are about the account or its place, and would hit every image of a batch. */
const FOR_EVERY_IMAGE = ['3000', '1017', '121101'];
const PLACES: readonly PlaceName[] = ['Jimeng', 'Dreamina, SG'];

let world: JobWorld;
afterEach(async () => {
  expect(world.simulator.violations).toEqual([]);
  expect(world.reports).toEqual([]);
  await world.close();
});

const pauseOf = async (id = 'batch') => (await world.store.batch(id))?.paused?.by;
const failed = async (id = 'batch') =>
  (await rowsOf(world, id)).filter(({ stage }) => stage === 'failed').length;
const done = async (id = 'batch') =>
  (await rowsOf(world, id)).filter(({ stage }) => stage === 'done').length;
const sent = (endpoint: string) =>
  world.simulator.requests.filter((request) => request.endpoint === endpoint).length;
const refuse = (at: 'generate' | 'credits' | 'upload-token' | 'history', ret: string) =>
  world.simulator.faults.add({ at, times: 1_000, effect: { kind: 'ret', ret } });

/** A second batch of other pictures. */
function another(place: PlaceName, count: number) {
  const { pictures, ...batch } = batchAt(place, 2 * count, { id: 'other' });
  return { ...batch, pictures: pictures.slice(count) };
}

describe.each(PLACES)('one answer of risk control, %s', (place) => {
  it.each(RETS)('pauses the batch after one order that is refused with %s', async (ret) => {
    world = await openPlace(place);
    refuse('generate', ret);
    await world.batches.add(batchAt(place, 5));
    await world.pass(DAY);
    expect([await pauseOf(), sent('generate'), await failed()]).toEqual(['risk', 1, 1]);
    world.simulator.faults.clear();
    await world.batches.resume('batch');
    await untilCalm(world);
    expect([await done(), world.simulator.submissions.length]).toEqual([4, 4]);
  });

  it.each(FOR_EVERY_IMAGE)('pauses the batch when every image would get %s', async (ret) => {
    world = await openPlace(place);
    refuse('generate', ret);
    await world.batches.add(batchAt(place, 5));
    await world.pass(DAY);
    // Two are under way at first.
    expect([await pauseOf(), sent('generate') <= 2, (await failed()) <= 2]).toEqual([
      'refused',
      true,
      true,
    ]);
    world.simulator.faults.clear();
    await world.batches.resume('batch');
    await untilCalm(world);
    // At Dreamina no order has shown its price so far.
    await world.batches.resume('batch');
    await untilCalm(world);
    expect((await done()) + (await failed())).toBe(5);
    expect(await done()).toBeGreaterThanOrEqual(3);
  });

  it('pauses every batch of the site; a single click waits ten minutes and goes once', async () => {
    world = await openPlace(place);
    refuse('generate', '4013');
    await world.batches.add(batchAt(place, 4));
    await world.batches.add(another(place, 4));
    await world.until((await rowsOf(world))[0]?.id ?? '', ({ stage }) => stage === 'failed');
    const single = await world.add({ picture: 'single.png' });
    await world.pass(RISK_HOLD_MS - 60_000);
    expect(sent('generate')).toBe(1);
    world.simulator.faults.clear();
    expect((await world.untilEnded(single.id)).stage).toBe('done');
    await world.pass(DAY);
    expect([await pauseOf(), await pauseOf('other'), sent('generate')]).toEqual([
      'risk',
      'risk',
      2,
    ]);
    expect([await failed(), await failed('other')]).toEqual([1, 0]);
    await world.batches.resume('batch');
    await world.batches.resume('other');
    await untilCalm(world);
    await untilCalm(world, 'other');
    expect([await done(), await done('other')]).toEqual([3, 4]);
  });

  it.each(['credits', 'upload-token'] as const)(
    'before any order, to a request for %s, fails no row',
    async (endpoint) => {
      world = await openPlace(place);
      refuse(endpoint, '4013');
      await world.batches.add(batchAt(place, 5, { budget: 50 }));
      await world.pass(DAY);
      expect([await pauseOf(), await failed(), sent('generate')]).toEqual(['risk', 0, 0]);
      // Of the uploads that were under way.
      expect(sent(endpoint)).toBeLessThanOrEqual(3);
      world.simulator.faults.clear();
      await world.batches.resume('batch');
      await untilCalm(world);
      expect([await done(), world.simulator.submissions.length]).toEqual([5, 5]);
    },
  );

  it('while several orders are under way, fails none of them', async () => {
    world = await openPlace(place, { simulator: { processingMs: 60_000 } });
    world.parallel = 3;
    await world.batches.add(batchAt(place, 6));
    for (let step = 0; world.simulator.submissions.length < 3 && step < 500; step += 1)
      await world.pass(1_000);
    const before = world.simulator.submissions.length;
    refuse('history', '4013');
    await world.pass(20 * 60_000);
    expect([await pauseOf(), await failed()]).toEqual(['risk', 0]);
    expect(world.simulator.submissions).toHaveLength(before);
    world.simulator.faults.clear();
    await world.pass(3 * 60 * 60_000);
    expect(await done()).toBe(before);
    await world.batches.resume('batch');
    await untilCalm(world);
    expect([await done(), world.simulator.submissions.length]).toEqual([6, 6]);
  });
});

it('a risk answer of one site leaves the batches of the other one alone', async () => {
  world = await createJobWorld({ site: 'both' });
  refuse('generate', '4013');
  world.preferredSite = 'jimeng';
  await world.batches.add(batchOf(3));
  await untilCalm(world);
  world.simulator.faults.clear();
  world.preferredSite = 'dreamina';
  await world.batches.add(another('Dreamina, SG', 3));
  await untilCalm(world, 'other');
  expect([await pauseOf(), await pauseOf('other'), await done('other')]).toEqual([
    'risk',
    undefined,
    3,
  ]);
});

it('once one image of a batch goes through the page, the rest of it does', async () => {
  world = await openPlace('Jimeng', { simulator: { ordersNeedPage: true } });
  await world.batches.add(batchAt('Jimeng', 4));
  const [first] = await untilCalm(world);
  expect(first?.failure?.code).toBe('page-signature-missing');
  await world.commands.chooseWay(first?.id ?? '', 'page');
  await world.batches.resume('batch');
  await untilCalm(world);
  expect([await done(), world.simulator.submissions.length]).toEqual([4, 4]);
});
