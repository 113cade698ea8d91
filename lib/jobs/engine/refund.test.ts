import { afterEach, describe, expect, it } from 'vitest';
import type { SimulatorOptions } from '@/simulator/simulator';
import { createJobWorld, type JobWorld } from '@/tests/support/job-world';
import type { JobDeps } from '../steps/deps';
import { noteRefunds, refundBy } from './refund';

const MINUTE = 60_000;

let world: JobWorld;
afterEach(() => world?.close());

/** What the background does whenever it has read the balance. */
async function readBalance(): Promise<boolean> {
  const { store } = world;
  const { vip, gift, purchased } = world.simulator.credits;
  const accounts = { known: () => store.logins(), identify: async () => {} };
  const deps: Partial<JobDeps> = { store, accounts, now: () => world.now, onChange: () => {} };
  const login = world.session.state === 'signed-in' ? world.session.account : '';
  return noteRefunds(
    { place: { site: 'jimeng' }, total: vip + gift + purchased, login },
    deps as JobDeps,
  );
}

const refundOf = async (id: string) => (await world.store.get(id))?.failure?.refund;

async function failedTask(simulator: SimulatorOptions = {}): Promise<string> {
  world = await createJobWorld({ simulator });
  world.simulator.faults.add({ at: 'generate', effect: { kind: 'task-fails', failCode: '2038' } });
  const { id } = await world.add();
  await world.untilEnded(id);
  return id;
}

describe('the credits of a task that failed', () => {
  it('are back when the balance is what it was', async () => {
    const id = await failedTask();
    await readBalance();
    expect(await refundOf(id)).toBe('yes');
  });

  it('are not called gone before the service has had minutes to pay back', async () => {
    const id = await failedTask({ refund: false });
    expect(await readBalance()).toBe(true);
    expect(await refundOf(id)).toBeUndefined();
    await world.pass(6 * MINUTE);
    expect(await readBalance()).toBe(false);
    expect(await refundOf(id)).toBe('no');
  });

  it('are back when the service pays late', async () => {
    const id = await failedTask({ refund: false });
    await readBalance();
    await world.pass(6 * MINUTE);
    world.simulator.credits.gift += 1;
    await readBalance();
    expect(await refundOf(id)).toBe('yes');
  });

  it('are not known when another order of ours came since', async () => {
    const id = await failedTask();
    const other = await world.add({ picture: 'b.png' });
    await world.untilEnded(other.id);
    await readBalance();
    expect(await refundOf(id)).toBe('unknown');
  });

  it('are not known by the balance of another login', async () => {
    const id = await failedTask();
    world.session = { state: 'signed-in', account: 'account-2' };
    await readBalance();
    expect(await refundOf(id)).toBe('unknown');
  });
});

it('says nothing of an order that may still go on', async () => {
  world = await createJobWorld();
  world.simulator.faults.add({ at: 'generate', effect: { kind: 'reset', when: 'before' } });
  const { id } = await world.add();
  expect((await world.untilEnded(id)).failure?.code).toBe('submit-unconfirmed');
  await readBalance();
  expect(await refundOf(id)).toBeUndefined();
});

it.each([
  [undefined, 5, 0, 'unknown'],
  [5, 5, 0, 'yes'],
  [5, 5, 90 * MINUTE, 'yes'],
  [5, 9, 0, 'unknown'],
  [5, 4, 4 * MINUTE, undefined],
  [5, 4, 6 * MINUTE, 'no'],
  [5, 4, 90 * MINUTE, 'unknown'],
])('with %s before and %s after, %s ms later, answers %s', (before, after, sinceMs, refund) => {
  expect(refundBy(before, after, sinceMs)).toBe(refund);
});
