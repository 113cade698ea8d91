import { afterEach, describe, expect, it } from 'vitest';
import { createJobWorld, type JobWorld, type WorldOptions } from '@/tests/support/job-world';
import type { Job } from '../model/job';
import { remedyOf } from '../model/remedy';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let world: JobWorld;
afterEach(async () => {
  expect(world.reports).toEqual([]);
  await world.close();
});

async function open(options: WorldOptions = {}): Promise<void> {
  world = await createJobWorld({ site: 'dreamina', ...options });
}

const rowOf = async (id: string) => (await world.store.get(id)) as Job;
const payers = () => world.simulator.submissions.map(({ account }) => account);
const orders = () => world.simulator.requests.filter(({ endpoint }) => endpoint === 'generate');

/** A row whose order the queue holds back after the upload. */
async function uploadedRow(): Promise<string> {
  await world.store.hold('dreamina', world.now + 5 * MINUTE);
  const { id } = await world.add();
  await world.until(id, ({ stage }) => stage === 'uploaded');
  return id;
}

describe('an order at Dreamina that is answered with 1015', () => {
  it.each([1, Number.POSITIVE_INFINITY])(
    'goes to no other cluster, and is accepted once at most: %s times',
    async (times) => {
      await open();
      const { faults } = world.simulator;
      faults.add({ at: 'generate', effect: { kind: 'ret', ret: '1015' }, times });
      const { id } = await world.add();
      await world.pass(HOUR);
      const job = await rowOf(id);
      // Nothing repeats an order by itself: a sign-in does, or the person.
      expect([job.stage, job.waiting?.reason]).toEqual(['uploaded', 'sign-in']);
      const hosts = orders().map(({ url }) => new URL(url).hostname);
      expect(new Set(hosts)).toEqual(new Set(['mweb-api-sg.capcut.com']));
      expect([hosts.length, payers().length]).toEqual([1, 0]);
    },
  );

  it('waits for a sign-in if the person is signed out by then', async () => {
    await open();
    world.simulator.faults.add({ at: 'generate', effect: { kind: 'ret', ret: '1015' } });
    world.beforeEffect = (effect) => {
      if (effect === 'page.send#1') world.session = { state: 'signed-out' };
    };
    const { id } = await world.add();
    await world.pass(HOUR);
    expect((await rowOf(id)).waiting?.reason).toBe('sign-in');
    expect([orders().length, payers()]).toEqual([1, []]);
  });
});

describe('an account of Dreamina that is found in the other cluster', () => {
  it('gets its image uploaded anew there, free, before the one order', async () => {
    await open();
    const id = await uploadedRow();
    expect((await rowOf(id)).upload?.siteId).toBe('dreamina-sg');
    await world.signIn('dreamina-session-us', 'mia', { cluster: 'dreamina-us', site: 'dreamina' });
    await world.pass(10 * MINUTE);
    const waiting = await rowOf(id);
    // The upload belongs to an account that is not proven to be this one: the person decides.
    if (waiting.waiting?.reason === 'other-account') await world.commands.startOver(id);
    const job = await world.untilEnded(id);
    expect(job).toMatchObject({ stage: 'done', submission: { siteId: 'dreamina-us' } });
    expect(payers()).toEqual(['mia']);
    expect(orders().map(({ url }) => new URL(url).hostname)).toEqual([
      'dreamina-api.us.capcut.com',
    ]);
    expect(world.simulator.violations).toEqual([]);
  });

  it.each(['right', 'missing', 'wrong'] as const)('whatever its cookies say: %s', async (how) => {
    await open({ home: { cluster: 'dreamina-us' } });
    world.hints = how;
    const { id } = await world.add();
    expect((await world.untilEnded(id)).upload?.siteId ?? 'dreamina-us').toBe('dreamina-us');
    expect(payers()).toEqual(['dreamina-us']);
    expect(world.simulator.violations).toEqual([]);
  });
});

describe('another account of Dreamina signs in', () => {
  it('between upload and order: nobody pays until the person decides', async () => {
    await open();
    const id = await uploadedRow();
    await world.signIn('dreamina-session-lin', 'lin');
    await world.pass(HOUR);
    expect((await rowOf(id)).waiting?.reason).toBe('other-account');
    expect(payers()).toEqual([]);
    await world.commands.startOver(id);
    expect((await world.untilEnded(id)).stage).toBe('done');
    expect(payers()).toEqual(['lin']);
  });

  it('while the order runs: the row follows its own account, and orders nothing else', async () => {
    await open({ simulator: { processingMs: HOUR } });
    const { id } = await world.add();
    await world.until(id, ({ stage }) => stage === 'generating');
    const own = world.session;
    await world.signIn('dreamina-session-lin', 'lin');
    await world.pass(3 * HOUR);
    expect((await rowOf(id)).stage).toBe('generating');
    world.simulator.browser.signIn('dreamina-session-1', 'dreamina-sg', { site: 'dreamina' });
    world.session = own;
    await world.sessionChanged();
    expect((await world.untilEnded(id)).stage).toBe('done');
    expect(payers()).toEqual(['dreamina-sg']);
  });
});

describe('an account of the other cluster signs in while an order runs', () => {
  it.each([
    ['accepted', undefined],
    ['without an answer', { kind: 'reset', when: 'after' } as const],
  ])(
    'the row of an order %s says whose it is, and goes on with that account',
    async (_, effect) => {
      await open({ simulator: { processingMs: HOUR } });
      if (effect) world.simulator.faults.add({ at: 'generate', effect });
      const { id } = await world.add();
      await world.until(id, ({ stage }) => stage === 'generating' || stage === 'submitting');
      const own = world.session;
      await world.signIn('dreamina-session-us', 'mia', {
        cluster: 'dreamina-us',
        site: 'dreamina',
      });
      await world.pass(3 * HOUR);
      expect((await rowOf(id)).waiting?.reason).toBe('other-account');
      world.simulator.browser.signIn('dreamina-session-1', 'dreamina-sg', { site: 'dreamina' });
      world.session = own;
      await world.sessionChanged();
      expect((await world.untilEnded(id)).stage).toBe('done');
      expect(payers()).toEqual(['dreamina-sg']);
      expect(world.simulator.violations).toEqual([]);
    },
  );
});

describe('the page of Dreamina', () => {
  it.each(['never-ready', 'gone'] as const)('sends nothing if it is %s', async (page) => {
    await open();
    world.page = page;
    const { id } = await world.add();
    const job = await world.untilEnded(id);
    expect(job.failure).toMatchObject({ code: 'page-unavailable', charged: 'no' });
    expect(orders()).toHaveLength(0);
    world.page = 'signs';
    await world.commands.retry(id);
    expect((await world.untilEnded(id)).stage).toBe('done');
    expect(payers()).toHaveLength(1);
  });

  it('is used only after the person has agreed to it', async () => {
    await open();
    world.hasPageConsent = false;
    const { id } = await world.add();
    await world.pass(HOUR);
    expect(remedyOf(await rowOf(id))).toBe('continue-in-page');
    expect(world.effects.filter((name) => name.startsWith('page.'))).toEqual([]);
    world.hasPageConsent = true;
    await world.commands.resumeWaiting();
    expect((await world.untilEnded(id)).stage).toBe('done');
  });
});
