import { afterEach, describe, expect, it } from 'vitest';
import { createJobWorld, type JobWorld } from '@/tests/support/job-world';

let world: JobWorld;
afterEach(() => world.close());

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** The person, or the network, corrects a clock that was ahead. */
function setBack(): void {
  world.clockErrorMs = 0;
}

describe('a clock that is set back by a day', () => {
  it('does not hold a postponed job up', async () => {
    world = await createJobWorld();
    world.clockErrorMs = DAY_MS;
    const busy = { kind: 'ret', ret: '1310' } as const;
    const remove = world.simulator.faults.add({ at: 'generate', times: 99, effect: busy });
    const { id } = await world.add();
    await world.until(id, (job) => job.waiting?.reason === 'cool-down');
    remove();
    setBack();
    await world.pass(HOUR_MS);
    expect(await world.store.get(id)).toMatchObject({ stage: 'done' });
  });

  it('does not hold the next order up, nor for ever after risk control', async () => {
    world = await createJobWorld();
    world.clockErrorMs = DAY_MS;
    const risk = { kind: 'ret', ret: '1019' } as const;
    world.simulator.faults.add({ at: 'generate', effect: risk });
    const first = await world.add({ picture: 'first.png' });
    await world.untilEnded(first.id);
    setBack();
    const second = await world.add({ picture: 'second.png' });
    await world.pass(HOUR_MS);
    expect(await world.store.get(second.id)).toMatchObject({ stage: 'done' });
  });

  it('shows rows from the future first, and lets them be removed', async () => {
    world = await createJobWorld();
    world.clockErrorMs = DAY_MS;
    const future = await world.add({ picture: 'future.png' });
    await world.untilEnded(future.id);
    await world.commands.remove(future.id);
    setBack();
    const present = await world.add({ picture: 'present.png' });
    await world.untilEnded(present.id);
    expect((await world.store.list()).map(({ id }) => id)).toEqual([present.id]);
    await world.restartBrowser();
    await world.commands.remove(present.id);
    await world.pass(HOUR_MS);
    expect(await world.store.lastHidden()).toBeUndefined();
  });
});
