import { afterEach, describe, expect, it } from 'vitest';
import type { SiteName } from '@/lib/jimeng/model/sites';
import { createJobWorld, type JobWorld, type WorldOptions } from '@/tests/support/job-world';
import type { Job } from '../model/job';
import { siteOf } from '../model/site';
import { RISK_HOLD_MS } from '../rules/policy';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let world: JobWorld;
afterEach(async () => {
  expect(world.reports).toEqual([]);
  expect(world.simulator.violations).toEqual([]);
  await world.close();
});

async function open(options: WorldOptions = {}): Promise<void> {
  world = await createJobWorld({ site: 'both', ...options });
}

const rowOf = async (id: string) => (await world.store.get(id)) as Job;
/** Accounts that have paid, one for each order. */
const payers = () => world.simulator.submissions.map(({ account }) => account);
const uploads = () => world.simulator.requests.filter(({ endpoint }) => endpoint === 'commit');
const at = (site: SiteName, picture: string) => ({ site, picture });

describe('rows at two sites', () => {
  it('run side by side', async () => {
    await open({ simulator: { processingMs: MINUTE } });
    const one = await world.add(at('jimeng', 'a.png'));
    const other = await world.add(at('dreamina', 'b.png'));
    await world.pass(10_000);
    const stages = [(await rowOf(one.id)).stage, (await rowOf(other.id)).stage];
    expect(stages).toEqual(['generating', 'generating']);
    for (const { id } of [one, other]) {
      expect(await world.untilEnded(id)).toMatchObject({ stage: 'done', credits: 1 });
    }
    expect(payers().sort()).toEqual(['dreamina-sg', 'main']);
  });

  it.each([
    ['jimeng', 'dreamina'],
    ['dreamina', 'jimeng'],
  ] as const)('a risk answer at %s does not stop %s', async (risky, calm) => {
    await open();
    world.simulator.faults.add({ at: 'generate', effect: { kind: 'ret', ret: '4013' } });
    const refused = await world.add(at(risky, 'a.png'));
    expect((await world.untilEnded(refused.id)).failure?.code).toBe('risk-control');
    const held = await world.add(at(risky, 'b.png'));
    const free = await world.add(at(calm, 'c.png'));
    expect((await world.untilEnded(free.id)).stage).toBe('done');
    expect((await rowOf(held.id)).stage).toBe('uploaded');
    await world.pass(RISK_HOLD_MS);
    expect((await world.untilEnded(held.id)).stage).toBe('done');
  });

  it('wait for the credits of their own account', async () => {
    await open();
    world.simulator.creditsOf('dreamina-sg').gift = 0;
    const poor = await world.add(at('dreamina', 'a.png'));
    await world.until(poor.id, ({ waiting }) => waiting?.reason === 'credits');
    const rich = await world.add(at('jimeng', 'b.png'));
    expect((await world.untilEnded(rich.id)).stage).toBe('done');
    expect((await rowOf(poor.id)).waiting?.reason).toBe('credits');
    world.simulator.creditsOf('dreamina-sg').gift = 10;
    await world.commands.retry(poor.id);
    expect((await world.untilEnded(poor.id)).stage).toBe('done');
    expect(payers()).toEqual(['main', 'dreamina-sg']);
  });

  it('teach costs and durations of their own site only', async () => {
    await open({ simulator: { processingMs: 8_000 } });
    await world.untilEnded((await world.add(at('dreamina', 'a.png'))).id);
    const known = { tool: 'smart-hd', target: '2k' } as const;
    const durations = (site: SiteName) => world.store.durations({ site, ...known });
    expect(await durations('dreamina')).toHaveLength(1);
    expect(await durations('jimeng')).toHaveLength(0);
    expect(Object.keys(await world.store.costs())).toHaveLength(1);
    await world.untilEnded((await world.add(at('jimeng', 'b.png'))).id);
    expect(await durations('jimeng')).toHaveLength(1);
    expect(Object.keys(await world.store.costs())).toHaveLength(2);
  });

  it('of the same picture ask before they become a second order', async () => {
    await open();
    const one = await world.add(at('jimeng', 'a.png'));
    await world.untilEnded(one.id);
    const other = await world.add(at('dreamina', 'a.png'));
    await world.until(other.id, ({ waiting }) => waiting?.reason === 'duplicate');
    expect(payers()).toEqual(['main']);
    await world.commands.upscaleAnyway(other.id);
    expect(await world.untilEnded(other.id)).toMatchObject({ stage: 'done', site: 'dreamina' });
    expect(payers()).toEqual(['main', 'dreamina-sg']);
  });
});

describe('an agreement to the page that is taken back while a row is on its way', () => {
  const sent = () => world.simulator.requests.filter(({ endpoint }) => endpoint === 'generate');

  it.each(['queued', 'acquired', 'uploaded'] as const)(
    'in %s: no order leaves, and the row goes on once it is given again',
    async (stage) => {
      await open();
      world.onWrite = (job) => {
        if (job.stage === stage) world.pageConsents.dreamina = false;
      };
      const { id } = await world.add(at('dreamina', 'a.png'));
      await world.until(id, ({ waiting }) => waiting?.reason === 'page-consent');
      await world.pass(HOUR);
      expect(sent()).toEqual([]);
      world.onWrite = () => {};
      world.pageConsents.dreamina = true;
      await world.commands.resumeWaiting();
      expect((await world.untilEnded(id)).stage).toBe('done');
      expect(sent()).toHaveLength(1);
    },
  );

  it('right before the order: the row fails free of charge', async () => {
    await open();
    world.beforeEffect = (effect) => {
      if (effect.startsWith('page.send')) world.pageConsents.dreamina = false;
    };
    const { id } = await world.add(at('dreamina', 'a.png'));
    const { failure } = await world.untilEnded(id);
    expect(failure).toMatchObject({ code: 'page-unavailable', charged: 'no' });
    expect(sent()).toEqual([]);
  });

  it('after the order: its result comes all the same, and nothing more is sent from the page', async () => {
    await open({ simulator: { processingMs: MINUTE } });
    const { id } = await world.add(at('dreamina', 'a.png'));
    await world.until(id, ({ stage }) => stage === 'generating');
    world.pageConsents.dreamina = false;
    const used = () => world.effects.filter((effect) => effect.startsWith('page.')).length;
    const before = used();
    expect((await world.untilEnded(id)).stage).toBe('done');
    expect(used()).toBe(before);
  });
});

describe('the site of a row', () => {
  it.each(['jimeng', 'dreamina'] as const)('is the preferred one: %s', async (site) => {
    await open();
    world.preferredSite = site;
    const { id } = await world.add();
    expect(siteOf(await world.untilEnded(id))).toBe(site);
    expect(payers()).toEqual([site === 'jimeng' ? 'main' : 'dreamina-sg']);
  });

  it('is the chosen one, even if the person prefers the other and is not signed in there', async () => {
    await open();
    world.preferredSite = 'jimeng';
    await world.signOut('dreamina');
    const { id } = await world.add(at('dreamina', 'a.png'));
    const job = await world.until(id, ({ waiting }) => waiting !== undefined);
    expect(job.waiting?.reason).toBe('sign-in');
    await world.pass(HOUR);
    expect(siteOf(await rowOf(id))).toBe('dreamina');
    expect(payers()).toEqual([]);
    await world.signIn('back', 'dreamina-sg', { site: 'dreamina' });
    expect((await world.untilEnded(id)).stage).toBe('done');
    expect(payers()).toEqual(['dreamina-sg']);
  });

  it('is the one that is signed in', async () => {
    await open();
    world.preferredSite = 'jimeng';
    await world.signOut('jimeng');
    const { id } = await world.add();
    expect(siteOf(await world.untilEnded(id))).toBe('dreamina');
  });

  it.each([
    ['jimeng', 'dreamina'],
    ['dreamina', 'jimeng'],
  ] as const)(
    'changes by a sign-out at %s while it has no order: it is uploaded to %s, free',
    async (left, other) => {
      await open();
      world.preferredSite = left;
      world.pageConsents.dreamina = left !== 'dreamina';
      // The queue holds the order back after the upload.
      await world.store.hold(left, world.now + 5 * MINUTE);
      const { id } = await world.add();
      await world.until(id, ({ stage }) => stage === 'uploaded');
      expect(siteOf(await rowOf(id))).toBe(left);
      await world.signOut(left);
      await world.pass(6 * MINUTE);
      world.pageConsents.dreamina = true;
      await world.commands.resumeWaiting();
      const job = await world.untilEnded(id);
      expect([job.stage, siteOf(job)]).toEqual(['done', other]);
      expect(uploads()).toHaveLength(2);
      expect(payers()).toEqual([other === 'jimeng' ? 'main' : 'dreamina-sg']);
    },
  );

  it.each(['jimeng', 'dreamina'] as const)(
    'never changes once it has an order: %s',
    async (site) => {
      await open({ simulator: { processingMs: HOUR } });
      world.preferredSite = site;
      const { id } = await world.add();
      await world.until(id, ({ stage }) => stage === 'generating');
      await world.signOut(site);
      world.preferredSite = undefined;
      await world.pass(2 * HOUR);
      const waiting = await rowOf(id);
      expect(siteOf(waiting)).toBe(site);
      expect(waiting.waiting?.reason).toBe('sign-in');
      const account = site === 'jimeng' ? 'main' : 'dreamina-sg';
      await world.signIn(site === 'jimeng' ? 'session-1' : 'dreamina-session-1', account, { site });
      world.sessions[site] = {
        state: 'signed-in',
        account: site === 'jimeng' ? 'account-1' : 'account-d',
      };
      await world.commands.resumeWaiting();
      expect((await world.untilEnded(id)).stage).toBe('done');
      expect(payers()).toEqual([account]);
    },
  );

  it('changes when access is taken back before the order, and not after it', async () => {
    await open({ simulator: { processingMs: HOUR } });
    world.preferredSite = 'dreamina';
    const ordered = await world.add({ picture: 'a.png' });
    await world.until(ordered.id, ({ stage }) => stage === 'generating');
    await world.store.hold('dreamina', world.now + HOUR / 2);
    const free = await world.add({ picture: 'b.png' });
    await world.until(free.id, ({ stage }) => stage === 'uploaded');
    const session = world.sessions.dreamina;
    world.sessions.dreamina = {
      ...{ state: 'no-access', site: 'dreamina' },
      ...{ pattern: 'https://*.capcut.com/*', host: 'capcut.com' },
    };
    await world.sessionChanged();
    await world.pass(HOUR);
    expect(siteOf(await rowOf(free.id))).toBe('jimeng');
    expect(await rowOf(ordered.id)).toMatchObject({
      site: 'dreamina',
      waiting: { reason: 'permission', site: 'dreamina' },
    });
    world.sessions.dreamina = session;
    await world.commands.resumeWaiting();
    for (const { id } of [ordered, free]) expect((await world.untilEnded(id)).stage).toBe('done');
    expect(payers().sort()).toEqual(['dreamina-sg', 'main']);
  });
});
