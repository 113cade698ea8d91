import { afterEach, describe, expect, it } from 'vitest';
import { createJobWorld, type JobWorld, type WorldOptions } from '@/tests/support/job-world';
import { fakePrepareStrip } from '@/tests/support/world-fakes';
import { nextTurn } from '@/tests/support/world-fetch';
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

  it.each([
    ['is refused', { kind: 'ret', ret: '2038' }],
    ['fails', { kind: 'task-fails', failCode: '2038' }],
  ] as const)('passes its turn on if it %s', async (_, effect) => {
    await open();
    world.simulator.faults.add({ at: 'generate', effect });
    const ids: string[] = [];
    for (const picture of ['a.png', 'b.png']) ids.push((await world.add({ picture })).id);
    const ended = await Promise.all(ids.map((id) => world.untilEnded(id)));
    expect(ended.map(({ stage }) => stage).sort()).toEqual(['done', 'failed']);
  });

  it('passes its turn on if the person cancels it', async () => {
    await open({ simulator: { processingMs: 5 * MINUTE } });
    const { first, others } = await threeRows();
    await world.commands.cancel(first.id);
    await world.pass(10_000);
    const stages = (await Promise.all(others.map(({ id }) => rowOf(id)))).map(({ stage }) => stage);
    expect(stages.sort()).toEqual(['generating', 'uploaded']);
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

  it('ends a wait that begins at the moment in which the first order ends', async () => {
    await open();
    const { open: readOpen } = world.store;
    for (const picture of ['a.png', 'b.png']) await world.add({ picture });
    let cancelled: string | undefined;
    // The other row reads that the first one is running, which is cancelled before it begins to wait.
    world.store.open = async () => {
      // The rule reads the known prices just before.
      const isRule = world.effects.at(-2)?.startsWith('store.automatic');
      const rows = await readOpen();
      const running = rows.find(({ stage }) => stage === 'generating');
      if (isRule && running && cancelled === undefined) {
        cancelled = running.id;
        await world.commands.cancel(running.id);
        // All that follows from it is over.
        for (let turn = 0; turn < 100; turn += 1) await nextTurn();
      }
      return rows;
    };
    await world.restartBrowser();
    await world.pass(5 * MINUTE);
    expect(cancelled).toBeDefined();
    const stages = (await world.store.list(2)).map(({ stage }) => stage);
    expect(stages.sort()).toEqual(['cancelled', 'done']);
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
