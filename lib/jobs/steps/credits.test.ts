import { afterEach, describe, expect, it } from 'vitest';
import { sampleJob } from '@/tests/stories/jobs';
import { createJobWorld, type JobWorld } from '@/tests/support/job-world';
import { fakePrepareStrip } from '@/tests/support/world-fakes';
import type { Job, Submission } from '../model/job';
import { hasSettledOrder, noteCost } from './credits';
import type { JobDeps } from './deps';

let world: JobWorld;
afterEach(() => world.close());

const total = () => {
  const { vip, gift, purchased } = world.simulator.credits;
  return vip + gift + purchased;
};

/** What the background does after a job: the balance is asked for, and compared. */
function note(jobId: string, store: JobDeps['store'] = world.store): Promise<boolean> {
  const accounts = { known: () => store.logins(), identify: async () => {} };
  const deps: Partial<JobDeps> = { store, accounts, now: () => world.now, onChange: () => {} };
  const login = world.session.state === 'signed-in' ? world.session.account : '';
  return noteCost(jobId, { total: total(), login }, deps as JobDeps);
}

async function finish(options: Parameters<JobWorld['add']>[0] = {}): Promise<Job> {
  const { id } = await world.add(options);
  return world.untilEnded(id);
}

const creditsOf = async (id: string) => (await world.store.get(id))?.credits;
const asked = () =>
  world.simulator.requests.filter(({ endpoint }) => endpoint === 'credits').length;

describe('the cost of an order', () => {
  it('is the difference it made to the balance, remembered by its kind', async () => {
    world = await createJobWorld();
    const small = await finish();
    expect(await note(small.id)).toBe(true);
    const large = await finish({ picture: 'b.png', target: '4k' });
    expect(await note(large.id)).toBe(true);
    expect([await creditsOf(small.id), await creditsOf(large.id)]).toEqual([1, 2]);
    expect(await world.store.costs()).toMatchObject({
      'jimeng/smart-hd/2k': [{ credits: 1 }],
      'jimeng/smart-hd/4k': [{ credits: 2 }],
    });
  });

  it('is remembered before the row shows it, so that nobody reads the costs too early', async () => {
    world = await createJobWorld();
    const { id } = await finish();
    let read: Promise<unknown> | undefined;
    const commit: JobDeps['store']['commit'] = async (...event) => {
      const row = await world.store.commit(...event);
      // A page reads on the announcement of the row.
      read = world.store.costs();
      return row;
    };
    await note(id, { ...world.store, commit });
    expect(await read).toMatchObject({ 'jimeng/smart-hd/2k': [{ credits: 1 }] });
  });

  it('may be nothing', async () => {
    world = await createJobWorld();
    const { id } = await finish({ upscaler: 'fast-hd' });
    expect(await note(id)).toBe(true);
    expect(await creditsOf(id)).toBe(0);
  });

  it('is noted once', async () => {
    world = await createJobWorld();
    const { id } = await finish();
    await note(id);
    world.simulator.credits.gift -= 10;
    expect(await note(id)).toBe(false);
    expect(await creditsOf(id)).toBe(1);
  });

  it('of a long picture is that of all its parts, and each is remembered', async () => {
    world = await createJobWorld();
    world.prepare = (bytes) => fakePrepareStrip(bytes, 3);
    const { id } = await world.add();
    await world.until(id, ({ waiting }) => waiting !== undefined);
    await world.commands.upscaleAnyway(id);
    await world.untilEnded(id);
    expect(await note(id)).toBe(true);
    expect(await creditsOf(id)).toBe(3);
    const each = { credits: 1 };
    expect(await world.store.costs()).toMatchObject({ 'jimeng/smart-hd/2k': [each, each, each] });
  });

  it('takes one request per job', async () => {
    world = await createJobWorld();
    await finish();
    expect(asked()).toBe(1);
  });
});

describe('what cannot be told stays empty', () => {
  afterEach(async () => expect(await world.store.costs()).toEqual({}));

  it('for orders that ran at the same time', async () => {
    world = await createJobWorld();
    const first = await world.add();
    const second = await world.add({ picture: 'b.png' });
    for (const { id } of [first, second]) {
      await world.untilEnded(id);
      expect(await note(id)).toBe(false);
      expect(await creditsOf(id)).toBeUndefined();
    }
  });

  it('for an order before which the balance was not known', async () => {
    world = await createJobWorld();
    world.simulator.faults.add({ at: 'credits', effect: { kind: 'hang', when: 'before' } });
    const { id, stage } = await finish();
    expect(stage).toBe('done');
    expect(await note(id)).toBe(false);
  });

  it('when credits were given meanwhile', async () => {
    world = await createJobWorld();
    const { id } = await finish();
    world.simulator.credits.gift += 60;
    expect(await note(id)).toBe(false);
  });

  it('for an order that waited so long that the balance may be that of another account', async () => {
    world = await createJobWorld({ simulator: { credits: { gift: 500 } } });
    await world.store.hold('jimeng', world.now + 5 * 60_000);
    const { id } = await world.add();
    await world.until(id, ({ stage }) => stage === 'uploaded');
    world.session = { state: 'signed-in', account: 'another' };
    world.simulator.credits.gift = 120;
    await world.untilEnded(id);
    expect(await note(id)).toBe(false);
    expect(await creditsOf(id)).toBeUndefined();
  });

  it('after an order that came to no good end, which may be paid back', async () => {
    world = await createJobWorld();
    const fails = { kind: 'task-fails', failCode: '2038' } as const;
    world.simulator.faults.add({ at: 'generate', effect: fails });
    await finish();
    const before = asked();
    const { id } = await finish({ picture: 'b.png' });
    expect(await note(id)).toBe(false);
    expect(asked()).toBe(before);
  });

  it('for a picture that was kept, and for a row that is gone', async () => {
    world = await createJobWorld();
    expect(await note('nobody')).toBe(false);
  });

  it('for an order by another upscaler after the first had failed', async () => {
    world = await createJobWorld();
    const effect = { kind: 'task-fails', only: 'smart-hd' } as const;
    world.simulator.faults.add({ at: 'generate', effect });
    const job = await finish({ upscaler: 'auto' });
    expect(job).toMatchObject({ stage: 'done', submission: { tool: 'super-resolution' } });
    expect(await note(job.id)).toBe(false);
  });
});

it('a risk answer to the question stops the job before its order', async () => {
  world = await createJobWorld();
  world.simulator.faults.add({ at: 'credits', effect: { kind: 'ret', ret: '1019' } });
  expect(await finish()).toMatchObject({ failure: { code: 'risk-control', charged: 'no' } });
  expect(world.simulator.submissions).toEqual([]);
});

describe('credits of several accounts', () => {
  it('the balance of another account says nothing of what an order has cost', async () => {
    world = await createJobWorld();
    const { id } = await finish();
    await world.signIn('login-lin', 'lin');
    expect(await note(id)).toBe(false);
    await world.signIn('account-1', 'main');
    expect(await note(id)).toBe(true);
  });

  it('a row that waits for the credits of one is not woken by those of another', async () => {
    world = await createJobWorld();
    await world.signIn('login-main', 'main');
    world.simulator.creditsOf('lin').gift = 500;
    world.simulator.credits.gift = 0;
    const { id } = await world.add();
    await world.until(id, ({ waiting }) => waiting?.reason === 'credits');
    await world.signIn('login-lin', 'lin');
    await world.pass(24 * 60 * 60_000);
    expect((await world.store.get(id))?.waiting).toMatchObject({ reason: 'other-account' });
    expect(world.simulator.submissions).toEqual([]);
    world.simulator.credits.gift = 5;
    await world.signIn('login-main-2', 'main');
    await world.untilEnded(id);
    expect(world.simulator.submissions).toMatchObject([{ account: 'main' }]);
  });
});

describe('the balance is worth a question', () => {
  const order: Submission = { submitId: 's', tool: 'smart-hd', at: 1 };
  const row = (submission?: Submission) => sampleJob({ ...(submission && { submission }) });

  it('when it was told what became of an order', () => {
    for (const outcome of ['done', 'failed', 'refused', 'abandoned', 'unconfirmed'] as const) {
      expect(hasSettledOrder(row({ ...order, outcome }), row(order))).toBe(true);
      expect(hasSettledOrder(row({ ...order, outcome }), undefined)).toBe(true);
    }
  });

  it('not when a row ends that was never ordered, or an old one is removed', () => {
    const old = row({ ...order, outcome: 'done' });
    expect(hasSettledOrder({ ...old, stage: 'cancelled' }, old)).toBe(false);
    expect(hasSettledOrder({ ...row(), stage: 'cancelled' }, row())).toBe(false);
    expect(hasSettledOrder({ ...row(), stage: 'failed' }, row())).toBe(false);
  });
});
