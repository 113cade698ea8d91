import { describe, expect, it } from 'vitest';
import { open, world } from '@/tests/support/clean-world';
import { waitsFor } from '@/tests/support/job-facts';
import type { Job } from '../model/job';

const inStage = (stage: Job['stage']) => (job: Job) => job.stage === stage;
const coded = (code: string) => Object.assign(new Error(code), { name: 'SourceError', code });

describe('a waiting job goes on by itself', () => {
  it('after a sign-in', async () => {
    await open();
    world.session = { state: 'signed-out' };
    const { id } = await world.add();
    await world.until(id, waitsFor('sign-in'));
    expect(world.simulator.submissions).toHaveLength(0);
    world.session = { state: 'signed-in', account: 'account-1' };
    await world.commands.resumeWaiting();
    expect(await world.untilEnded(id)).toMatchObject({ stage: 'done' });
  });

  it('after the session ended while the picture was being made', async () => {
    await open();
    const { id } = await world.add();
    await world.until(id, inStage('generating'));
    world.simulator.endSession();
    await world.until(id, waitsFor('sign-in'));
    world.simulator.browser.signIn('session-2');
    await world.commands.resumeWaiting();
    expect(await world.untilEnded(id)).toMatchObject({ stage: 'done' });
    expect(world.simulator.submissions).toHaveLength(1);
  });

  it('after a site was allowed', async () => {
    await open();
    const acquire = world.acquire;
    const pattern = 'https://cdn.example.com/*';
    world.acquire = async (origin) => {
      if (world.granted.has(pattern)) return acquire(origin);
      throw Object.assign(new Error('no access'), {
        name: 'PermissionNeeded',
        pattern,
        host: 'cdn.example.com',
      });
    };
    const { id } = await world.add();
    const waiting = await world.until(id, waitsFor('permission'));
    expect(waiting.waiting).toMatchObject({ host: 'cdn.example.com', pattern });
    world.granted.add(pattern);
    await world.commands.resumeWaiting();
    expect(await world.untilEnded(id)).toMatchObject({ stage: 'done' });
  });

  it.each(['before the order', 'while the order runs'])(
    'after the access to the site of the account was given again, taken back %s',
    async (when) => {
      await open();
      const { session } = world;
      const [pattern, host] = ['https://*.jianying.com/*', 'jimeng.jianying.com'];
      const takeBack = () => {
        world.session = { state: 'no-access', site: 'jimeng', pattern, host };
      };
      if (when === 'before the order') takeBack();
      const { id } = await world.add();
      if (when !== 'before the order') {
        await world.until(id, ({ stage }) => stage === 'generating');
        takeBack();
        // A poll that was sent before may answer yet.
        await world.pass(5_000);
      }
      const { waiting } = await world.until(id, waitsFor('permission'));
      expect(waiting).toMatchObject({ site: 'jimeng', pattern, host });
      world.session = session;
      world.granted.add(pattern);
      await world.commands.resumeWaiting();
      expect(await world.untilEnded(id)).toMatchObject({ stage: 'done' });
      expect(world.simulator.submissions).toHaveLength(1);
    },
  );

  it('after the network came back, at the next alarm, without doing anything twice', async () => {
    await open({ isShortLived: true });
    const restore = world.simulator.faults.add({
      at: 'put',
      times: Number.POSITIVE_INFINITY,
      effect: { kind: 'reset', when: 'before' },
    });
    const puts = () => world.simulator.requests.filter(({ endpoint }) => endpoint === 'put').length;
    const { id } = await world.add();
    await world.until(id, waitsFor('network'));
    await world.pass(200_000);
    restore();
    const before = puts();
    expect((await world.untilEnded(id)).stage).toBe('done');
    expect(puts() - before).toBe(1);
  });

  it('after the network came back', async () => {
    await open();
    const remove = world.simulator.faults.add({
      at: 'apply',
      times: Number.POSITIVE_INFINITY,
      effect: { kind: 'reset' },
    });
    world.isOnline = false;
    const { id } = await world.add();
    await world.until(id, waitsFor('network'));
    await world.pass(60_000);
    expect(await world.store.get(id)).toMatchObject({ waiting: { reason: 'network' } });
    remove();
    world.isOnline = true;
    await world.commands.resumeWaiting();
    expect(await world.untilEnded(id)).toMatchObject({ stage: 'done' });
  });

  it('after the balance grew, asking for it seldom', async () => {
    await open({ simulator: { credits: { gift: 0 } } });
    const { id } = await world.add();
    await world.until(id, waitsFor('credits'));
    const before = world.simulator.requests.length;
    await world.pass(6 * 60 * 60_000);
    const asked = world.simulator.requests
      .slice(before)
      .filter(({ endpoint }) => endpoint === 'credits');
    expect(asked.length).toBeLessThanOrEqual(10);
    expect(world.simulator.submissions).toHaveLength(0);
    world.simulator.credits.gift = 10;
    expect(await world.untilEnded(id)).toMatchObject({ stage: 'done' });
  });

  it('after the service was busy, with a new order id each time', async () => {
    await open();
    world.simulator.faults.add({ at: 'generate', times: 2, effect: { kind: 'ret', ret: '1310' } });
    const { id } = await world.add();
    await world.until(id, waitsFor('cool-down'));
    const done = await world.untilEnded(id);
    expect(done.pastSubmissions.map(({ outcome }) => outcome)).toEqual(['refused', 'refused']);
    const ids = [...done.pastSubmissions, done.submission].map((order) => order?.submitId);
    expect(new Set(ids).size).toBe(3);
    expect(world.simulator.submissions).toHaveLength(1);
  });

  it('but not for ever when the service stays busy', async () => {
    await open();
    world.simulator.faults.add({ at: 'generate', times: 99, effect: { kind: 'ret', ret: '1310' } });
    const { id } = await world.add();
    const failed = await world.untilEnded(id);
    expect(failed.failure).toMatchObject({ code: 'busy', charged: 'no' });
    expect(failed.pastSubmissions.length).toBeLessThan(10);
  });
});

describe('sources', () => {
  it('that look closed while the browser is offline wait for the network, not for leave', async () => {
    await open();
    const acquire = world.acquire;
    world.isOnline = false;
    world.acquire = async (origin) => {
      if (world.isOnline) return acquire(origin);
      const needed = {
        name: 'PermissionNeeded',
        pattern: 'https://a.example/*',
        host: 'a.example',
      };
      throw Object.assign(new Error('no access'), needed);
    };
    const { id } = await world.add();
    await world.until(id, waitsFor('network'));
    world.isOnline = true;
    await world.commands.resumeWaiting();
    expect(await world.untilEnded(id)).toMatchObject({ stage: 'done' });
  });

  it.each(['source-not-found', 'source-refused', 'source-gone', 'source-malformed'])(
    'that fail with %s end the job without a charge',
    async (code) => {
      await open();
      world.acquire = () => Promise.reject(coded(code));
      const { id } = await world.add();
      expect((await world.untilEnded(id)).failure).toMatchObject({ code, charged: 'no' });
    },
  );

  it('that are slow to answer get a few more tries', async () => {
    await open();
    const acquire = world.acquire;
    let tries = 0;
    world.acquire = (origin) => {
      tries += 1;
      return tries < 3 ? Promise.reject(coded('source-timeout')) : acquire(origin);
    };
    const { id } = await world.add();
    expect(await world.untilEnded(id)).toMatchObject({ stage: 'done' });
    expect(tries).toBe(3);
  });
});
