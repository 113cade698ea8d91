import { describe, expect, it } from 'vitest';
import { HOUR, lost, open, payers, rowOf, switchTo, world } from '@/tests/support/account-world';
import type { Job } from '../model/job';
import { otherRemediesOf, remedyOf } from '../model/remedy';

const waitsForAccount = (job: Job) => job.waiting?.reason === 'other-account';
const count = (endpoint: string) =>
  world.simulator.requests.filter((request) => request.endpoint === endpoint).length;

describe('an order belongs to an account', () => {
  it('an unanswered one is not searched for, nor made anew, while another is signed in', async () => {
    await open();
    world.simulator.faults.add({ at: 'generate', effect: lost });
    const { id } = await world.add();
    await world.until(id, ({ stage, attempt }) => stage === 'submitting' && attempt > 0);
    const before = count('history');
    await world.signIn('login-lin', 'lin');
    const job = await world.until(id, waitsForAccount);
    expect(job).toMatchObject({ stage: 'submitting', waiting: { name: 'Demo account' } });
    await world.pass(24 * HOUR);
    await world.commands.retry(id);
    await world.pass(24 * HOUR);
    expect(count('history')).toBe(before);
    expect(payers()).toEqual(['main']);
    await world.signIn('login-main-2', 'main');
    expect(await world.untilEnded(id)).toMatchObject({ stage: 'done', pastSubmissions: [] });
    expect(payers()).toEqual(['main']);
    expect(world.simulator.violations).toEqual([]);
  });

  it('an accepted one waits, says with which account, and is fetched once that is back', async () => {
    await open({ simulator: { processingMs: HOUR } });
    const { id } = await world.add();
    await world.until(id, ({ stage }) => stage === 'generating');
    await world.signIn('login-lin', 'lin');
    expect(await rowOf(id)).toMatchObject({
      stage: 'generating',
      waiting: { reason: 'other-account', name: 'Demo account' },
    });
    await world.pass(48 * HOUR);
    expect(waitsForAccount(await rowOf(id))).toBe(true);
    await world.signIn('login-main-2', 'main');
    expect((await world.untilEnded(id)).stage).toBe('done');
    expect(payers()).toEqual(['main']);
  });

  it.each([false, true])(
    'an upload is ordered with its own account only, foreign ones accepted: %s',
    async (acceptForeignUploads) => {
      await open({ simulator: { acceptForeignUploads } });
      await world.store.hold('jimeng', world.now + 5 * 60_000);
      const { id } = await world.add();
      await world.until(id, ({ stage }) => stage === 'uploaded');
      await world.signIn('login-lin', 'lin');
      await world.pass(HOUR);
      expect(await rowOf(id)).toMatchObject({
        stage: 'uploaded',
        waiting: { reason: 'other-account', name: 'Demo account' },
      });
      expect(payers()).toEqual([]);
      await world.signIn('login-main-2', 'main');
      expect((await world.untilEnded(id)).stage).toBe('done');
      expect(payers()).toEqual(['main']);
      expect(world.simulator.violations).toEqual([]);
    },
  );

  it('an upload at whose end somebody else is signed in is made anew with the account it began with', async () => {
    await open();
    let puts = 0;
    world.beforeEffect = () => {
      if (world.simulator.uploads.length === 0 || puts > 0) return;
      puts += 1;
      switchTo('login-lin', 'lin');
    };
    const { id } = await world.add();
    expect(await world.until(id, waitsForAccount)).toMatchObject({
      stage: 'acquired',
      waiting: { name: 'Demo account' },
    });
    world.beforeEffect = () => {};
    await world.signIn('login-main-2', 'main');
    expect((await world.untilEnded(id)).stage).toBe('done');
    expect(payers()).toEqual(['main']);
  });

  it('the result link that has expired is asked of the same account', async () => {
    await open();
    world.simulator.faults.add({ at: 'result', effect: { kind: 'http', status: 403 } });
    world.beforeRequest = ({ hostname }) => {
      if (hostname.endsWith('byteimg.com')) switchTo('login-lin', 'lin');
      world.beforeRequest = hostname.endsWith('byteimg.com') ? () => {} : world.beforeRequest;
    };
    const { id } = await world.add();
    expect(await world.until(id, waitsForAccount)).toMatchObject({ stage: 'generating' });
    await world.signIn('login-main-2', 'main');
    expect((await world.untilEnded(id)).stage).toBe('done');
  });

  it('a fresh sign-in of the same account is not another account', async () => {
    await open({ simulator: { processingMs: HOUR } });
    const { id } = await world.add();
    await world.until(id, ({ stage }) => stage === 'generating');
    const waits = world.changes.length;
    await world.signIn('login-main-2', 'main');
    expect((await world.untilEnded(id)).stage).toBe('done');
    expect(world.changes.slice(waits).map(({ waiting }) => waiting)).not.toContain('other-account');
    expect(payers()).toEqual(['main']);
  });

  it('goes on without delay while orders of another account run', async () => {
    await open({ simulator: { processingMs: 10 * HOUR, forecastMs: 10 * HOUR } });
    const running = [await world.add({ picture: 'a' }), await world.add({ picture: 'b' })];
    for (const { id } of running) await world.until(id, ({ stage }) => stage === 'generating');
    await world.signIn('login-lin', 'lin');
    const { id } = await world.add({ picture: 'c' });
    await world.pass(60_000);
    expect((await rowOf(id)).stage).toBe('generating');
    expect(payers()).toEqual(['main', 'main', 'lin']);
  });

  it('is ordered with the signed-in account instead if the person says so, uploaded anew', async () => {
    await open();
    await world.store.hold('jimeng', world.now + 5 * 60_000);
    const { id } = await world.add();
    await world.until(id, ({ stage }) => stage === 'uploaded');
    await world.signIn('login-lin', 'lin');
    const job = await world.until(id, waitsForAccount);
    expect([remedyOf(job), ...otherRemediesOf(job)]).toEqual(['open-service', 'use-account']);
    await world.commands.startOver(id);
    expect((await world.untilEnded(id)).stage).toBe('done');
    expect(payers()).toEqual(['lin']);
    expect(world.simulator.uploads).toHaveLength(2);
    expect(world.simulator.violations).toEqual([]);
  });

  it('says that it may cost again if an order is open, and then orders once more', async () => {
    await open({ simulator: { processingMs: HOUR } });
    const { id } = await world.add();
    await world.until(id, ({ stage }) => stage === 'generating');
    await world.signIn('login-lin', 'lin');
    const job = await rowOf(id);
    expect([remedyOf(job), ...otherRemediesOf(job)]).toEqual([
      'open-service',
      'use-account-may-cost',
    ]);
    await world.commands.startOver(id);
    const done = await world.untilEnded(id);
    expect(done).toMatchObject({ stage: 'done', pastSubmissions: [{ outcome: 'unconfirmed' }] });
    expect(payers()).toEqual(['main', 'lin']);
  });

  it.each(['signs in', 'signs out'] as const)(
    'goes on although its account came back just as it began to wait for it: somebody else %s',
    async (how) => {
      await open({ simulator: { processingMs: 60_000 } });
      const { id } = await world.add();
      await world.until(id, ({ stage }) => stage === 'generating');
      // No event of the browser tells of this change, so the next poll is the first to see it.
      world.simulator.browser.signIn('login-lin', 'lin');
      world.session =
        how === 'signs in' ? { state: 'signed-in', account: 'login-lin' } : { state: 'signed-out' };
      const before = world.changes.length;
      world.beforeEffect = (effect) => {
        if (!effect.startsWith('store.commit')) return;
        world.beforeEffect = () => {};
        // The event of this change finds no waiting row.
        world.simulator.browser.signIn('login-main', 'main');
        world.session = { state: 'signed-in', account: 'login-main' };
      };
      expect((await world.untilEnded(id)).stage).toBe('done');
      const waits = world.changes.slice(before).map(({ waiting }) => waiting);
      expect(waits[0]).toBe(how === 'signs in' ? 'other-account' : 'sign-in');
    },
  );

  it('a press that comes too late for the button changes nothing', async () => {
    await open({ simulator: { processingMs: HOUR } });
    const { id } = await world.add();
    const job = await world.until(id, ({ stage }) => stage === 'generating');
    await world.commands.startOver(id);
    expect((await rowOf(id)).submission).toEqual(job.submission);
    await world.untilEnded(id);
    expect(payers()).toEqual(['main']);
  });
});

describe('while the service does not tell whose login it is', () => {
  const silent = () =>
    world.simulator.faults.add({
      at: 'user-info',
      times: Number.POSITIVE_INFINITY,
      effect: { kind: 'json', body: { ret: '0', data: { nick: 'Lin' } } },
    });

  it('the login stands for its account', async () => {
    await open();
    silent();
    await world.store.hold('jimeng', world.now + 5 * 60_000);
    const { id } = await world.add();
    await world.until(id, ({ stage }) => stage === 'uploaded');
    await world.signIn('login-lin', 'lin');
    expect((await world.until(id, waitsForAccount)).waiting).not.toHaveProperty('name');
    await world.signIn('login-main', 'main');
    expect((await world.untilEnded(id)).stage).toBe('done');
    expect(payers()).toEqual(['main']);
  });

  it('a running order is asked about: who is shown it is its owner', async () => {
    await open({ simulator: { processingMs: HOUR } });
    silent();
    const { id } = await world.add();
    await world.until(id, ({ stage }) => stage === 'generating');
    await world.signIn('login-main-2', 'main');
    expect((await world.untilEnded(id)).stage).toBe('done');
  });

  it('an order that the signed-in account is not shown waits, and is asked about once per login', async () => {
    await open({ simulator: { processingMs: 10 * HOUR } });
    silent();
    const { id } = await world.add();
    await world.until(id, ({ stage }) => stage === 'generating');
    await world.pass(2 * 60_000);
    await world.signIn('login-lin', 'lin');
    await world.until(id, waitsForAccount);
    const before = count('history');
    for (let times = 0; times < 5; times += 1) await world.commands.resumeWaiting();
    await world.pass(24 * HOUR);
    expect(count('history')).toBe(before);
    await world.signIn('login-main', 'main');
    expect((await world.untilEnded(id)).stage).toBe('done');
  });

  it('what was sent before it was known is matched afterwards', async () => {
    await open({ simulator: { processingMs: 10 * HOUR } });
    const mend = silent();
    const { id } = await world.add();
    await world.until(id, ({ stage }) => stage === 'generating');
    mend();
    await world.pass(25 * HOUR - 60_000);
    const other = await world.add({ picture: 'b' });
    await world.untilEnded(other.id);
    expect((await world.untilEnded(id)).stage).toBe('done');
    expect(await world.store.logins()).toMatchObject([
      { login: 'login-main', name: 'Demo account' },
    ]);
  });

  it('the question is asked once for a login, and of nobody before the consent', async () => {
    await open();
    world.hasConsent = false;
    const { id } = await world.add();
    await world.pass(HOUR);
    await world.commands.resumeWaiting();
    expect(count('user-info')).toBe(0);
    world.hasConsent = true;
    await world.commands.resumeWaiting();
    await world.untilEnded(id);
    for (const picture of ['b', 'c']) await world.untilEnded((await world.add({ picture })).id);
    await world.restartBrowser();
    await world.untilEnded((await world.add({ picture: 'd' })).id);
    expect(count('user-info')).toBe(1);
  });

  it('the first order does not wait for an answer that never comes', async () => {
    await open();
    const effect = { kind: 'hang', when: 'before' } as const;
    world.simulator.faults.add({ at: 'user-info', times: 99, effect });
    const { id, createdAt } = await world.add();
    const job = await world.until(id, ({ stage }) => stage === 'generating');
    expect((job.submission?.at ?? 0) - createdAt).toBeLessThan(100);
  });
});

it('keeps neither the id of an account nor a login', async () => {
  await open();
  const { id } = await world.add();
  await world.untilEnded(id);
  const kept = JSON.stringify([await rowOf(id), await world.store.logins()]);
  expect(kept).toContain('Demo account');
  const { uid } = await whoIs();
  expect(kept).not.toContain(uid);
});

/** The id of the account, from the passport's page: no code of ours asks there. */
async function whoIs(): Promise<{ uid: string }> {
  const url = 'https://jimeng.jianying.com/passport/account/info/v2';
  const response = await world.simulator.fetch(url, { method: 'POST', credentials: 'include' });
  const { data } = (await response.json()) as { data: { user_id_str: string } };
  return { uid: data.user_id_str };
}
