import { afterEach, describe, expect, it } from 'vitest';
import { createJobWorld, type JobWorld, type WorldOptions } from '@/tests/support/job-world';
import { fakePrepareStrip } from '@/tests/support/world-fakes';
import type { Job } from '../model/job';
import { remedyOf } from '../model/remedy';

const MINUTE = 60_000;

let world: JobWorld;
afterEach(async () => {
  expect(world.reports).toEqual([]);
  expect(world.simulator.violations).toEqual([]);
  await world.close();
});

async function open(options: WorldOptions = {}): Promise<void> {
  world = await createJobWorld({
    site: 'dreamina',
    ...options,
    simulator: { processingMs: 30_000, ...options.simulator },
  });
}

const rowOf = async (id: string) => (await world.store.get(id)) as Job;
const waitsForPrice = ({ waiting }: Job) => waiting?.reason === 'price-unknown';

/** Three rows, one of which has ordered while the others wait for its price. */
async function threeRows(): Promise<{ first: Job; others: Job[] }> {
  const ids: string[] = [];
  for (const picture of ['a.png', 'b.png', 'c.png']) ids.push((await world.add({ picture })).id);
  await world.pass(10_000);
  const rows = await Promise.all(ids.map(rowOf));
  const ordered = rows.filter(({ submission }) => submission);
  const others = rows.filter(waitsForPrice);
  expect([ordered.length, others.length]).toEqual([1, 2]);
  return { first: ordered[0] as Job, others };
}

const orders = () => world.simulator.submissions.length;

describe('the first order at a site whose prices nobody knows', () => {
  it('goes alone, and the others go on by themselves once its price shows', async () => {
    await open();
    const { first, others } = await threeRows();
    expect(orders()).toBe(1);
    expect(await world.untilEnded(first.id)).toMatchObject({ stage: 'done', credits: 1 });
    for (const { id } of others) expect((await world.untilEnded(id)).stage).toBe('done');
    expect(orders()).toBe(3);
  });

  it('is the only one: later rows wait for no price', async () => {
    await open();
    await world.untilEnded((await world.add()).id);
    const changes = world.changes.length;
    await world.untilEnded((await world.add({ picture: 'b.png' })).id);
    expect(world.changes.slice(changes).map(({ waiting }) => waiting)).not.toContain(
      'price-unknown',
    );
  });

  it('lets the others ask if its price does not show', async () => {
    await open({ notesCosts: false });
    const { first, others } = await threeRows();
    await world.untilEnded(first.id);
    await world.commands.resumeWaiting();
    await world.pass(60 * MINUTE);
    expect(orders()).toBe(1);
    const [one, other] = await Promise.all(others.map(({ id }) => rowOf(id)));
    expect([one, other].map((job) => job && remedyOf(job))).toEqual([
      'upscale-anyway',
      'upscale-anyway',
    ]);
    await world.commands.upscaleAnyway(one?.id ?? '');
    expect((await world.untilEnded(one?.id ?? '')).stage).toBe('done');
    // The other row was not asked.
    expect(waitsForPrice(await rowOf(other?.id ?? ''))).toBe(true);
    expect(orders()).toBe(2);
  });

  it('passes its turn on if it is refused at once', async () => {
    await open();
    world.simulator.faults.add({ at: 'generate', effect: { kind: 'ret', ret: '2038' } });
    const ids: string[] = [];
    for (const picture of ['a.png', 'b.png']) ids.push((await world.add({ picture })).id);
    const ended = await Promise.all(ids.map((id) => world.untilEnded(id)));
    expect(ended.map(({ stage }) => stage).sort()).toEqual(['done', 'failed']);
  });

  it('lets the others ask if its task fails, because that may be charged', async () => {
    await open();
    world.simulator.faults.add({
      at: 'generate',
      effect: { kind: 'task-fails', failCode: '2038' },
    });
    for (const picture of ['a.png', 'b.png']) await world.add({ picture });
    await world.pass(60 * MINUTE);
    const rows = await world.store.list(2);
    expect(rows.map(({ stage }) => stage).sort()).toEqual(['failed', 'uploaded']);
    const waiting = rows.find(waitsForPrice);
    await world.commands.upscaleAnyway(waiting?.id ?? '');
    expect((await world.untilEnded(waiting?.id ?? '')).stage).toBe('done');
  });

  it('lets the others ask if the person cancels it, because it may be charged', async () => {
    await open({ simulator: { processingMs: 5 * MINUTE } });
    const { first, others } = await threeRows();
    await world.commands.cancel(first.id);
    await world.pass(10_000);
    for (const { id } of others) expect(waitsForPrice(await rowOf(id))).toBe(true);
    expect(orders()).toBe(1);
  });

  it('lets any number of others ask if its price does not show', async () => {
    await open({ notesCosts: false });
    const first = (await world.add({ picture: 'first.png' })).id;
    await world.pass(5_000);
    for (let row = 0; row < 25; row += 1) await world.add({ picture: `${row}.png` });
    await world.untilEnded(first);
    await world.pass(60 * MINUTE);
    expect(orders()).toBe(1);
  });

  it('is asked about after a restart of the browser between its end and its price', async () => {
    await open();
    const { first, others } = await threeRows();
    world.onWrite = ({ stage }) => {
      if (stage === 'done') world.kill();
    };
    await world.until(first.id, ({ stage }) => stage === 'done');
    world.onWrite = () => {};
    await world.restartBrowser();
    await world.pass(60 * MINUTE);
    expect(orders()).toBe(1);
    for (const { id } of others) expect(remedyOf(await rowOf(id))).toBe('upscale-anyway');
  });

  it('ends a wait that begins at the moment in which the price shows', async () => {
    await open();
    const { open: readOpen, addCost } = world.store;
    for (const picture of ['a.png', 'b.png']) await world.add({ picture });
    let isShown = false;
    // The other row reads that the first one is running; its price shows before the wait begins.
    world.store.open = async () => {
      // The rule reads the known prices just before.
      const isRule = world.effects.at(-2)?.startsWith('store.automatic');
      const rows = await readOpen();
      const running = rows.find(({ stage }) => stage === 'generating');
      if (isRule && running?.submission && !isShown) {
        isShown = true;
        const { tool } = running.submission;
        await addCost({ site: 'dreamina', tool, target: '2k' }, { credits: 1, at: world.now });
      }
      return rows;
    };
    await world.restartBrowser();
    await world.pass(5 * MINUTE);
    expect(isShown).toBe(true);
    expect((await world.store.list(2)).map(({ stage }) => stage)).toEqual(['done', 'done']);
  });

  it('matters at no site with known prices', async () => {
    await open({ site: 'jimeng' });
    for (const picture of ['a.png', 'b.png']) await world.add({ picture });
    await world.pass(10_000);
    expect(orders()).toBe(2);
  });
});

describe('a long picture at such a site', () => {
  it('orders its parts one after the other, and says what they cost', async () => {
    await open();
    world.prepare = (bytes) => fakePrepareStrip(bytes, 3);
    const { id } = await world.add();
    await world.until(id, ({ waiting }) => waiting?.reason === 'several-orders');
    await world.commands.upscaleAnyway(id);
    expect(await world.untilEnded(id)).toMatchObject({ stage: 'done', credits: 3 });
    expect(orders()).toBe(3);
  });
});
