import { afterEach, describe, expect, it } from 'vitest';
import { createJobWorld, type JobWorld, type WorldOptions } from '@/tests/support/job-world';
import { isEnded, type Job } from '../model/job';
import { otherRemediesOf, remedyOf } from '../model/remedy';

let world: JobWorld;
afterEach(() => world?.close());

const open = async (options: WorldOptions = {}) => {
  world = await createJobWorld(options);
  await world.signIn('login-main', 'main');
};
const rowOf = async (id: string) => (await world.store.get(id)) as Job;
const waitsForAccount = (job: Job) => job.waiting?.reason === 'other-account';
const isAtRest = (job: Job) => isEnded(job) || job.waiting !== undefined;
const count = (endpoint: string) =>
  world.simulator.requests.filter((request) => request.endpoint === endpoint).length;
const payers = () => world.simulator.submissions.map(({ account }) => account);
const HOUR = 60 * 60_000;
const lost = { kind: 'reset', when: 'after' } as const;

/** Signs in as somebody else between two effects, as the browser does: the event comes a little later. */
function switchTo(login: string, account: string): void {
  world.simulator.browser.signIn(login, account);
  world.session = { state: 'signed-in', account: login };
  void world.commands.resumeWaiting();
}

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
      await world.store.hold(world.now + 5 * 60_000);
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
    await world.store.hold(world.now + 5 * 60_000);
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
    await world.store.hold(world.now + 5 * 60_000);
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

describe('somebody else signs in just before any effect of a job', () => {
  const settings = { processingMs: 20_000 };

  async function effectsOfOneJob(isLost: boolean): Promise<readonly string[]> {
    await open({ simulator: settings });
    if (isLost) world.simulator.faults.add({ at: 'generate', effect: lost });
    const before = world.effects.length;
    await world.untilEnded((await world.add()).id);
    const effects = world.effects.slice(before);
    await world.close();
    return effects;
  }

  it.each([
    ['the order is answered', false, false],
    ['the answer of the order is lost', true, false],
    ['the service takes foreign uploads', false, true],
    ['the answer is lost and the service takes foreign uploads', true, true],
  ])(
    '%s: one payment at most, and nothing paid is lost',
    async (_, isLost, acceptForeignUploads) => {
      const outcomes: Record<string, number> = {};
      for (const effect of await effectsOfOneJob(isLost)) {
        await open({ simulator: { ...settings, acceptForeignUploads } });
        if (isLost) world.simulator.faults.add({ at: 'generate', effect: lost });
        world.beforeEffect = (now) => {
          if (now === effect) switchTo('login-lin', 'lin');
        };
        const { id } = await world.add();
        let job = await world.until(id, isAtRest);
        await world.pass(HOUR);
        // The browser's event has come by now, so a row in sight of its own account goes on.
        job = await rowOf(id);
        if (!isEnded(job)) expect(job.waiting?.reason, effect).toBe('other-account');
        await world.signIn('login-main-2', 'main');
        job = await world.untilEnded(id);
        const paid = payers().length;
        expect(paid, effect).toBeLessThanOrEqual(1);
        // The one case in which nobody can tell whose it is: paid and not done is told as such, and
        // a poll, which costs nothing, finds it with whoever has paid.
        for (const account of ['lin', 'main']) {
          if (paid === 0 || job.stage === 'done') continue;
          expect(job.failure, effect).toMatchObject({
            code: 'submit-unconfirmed',
            charged: 'maybe',
          });
          expect(remedyOf(job), effect).toBe('poll-again');
          await world.signIn(`login-${account}-3`, account);
          await world.commands.retry(id);
          job = await world.untilEnded(id);
        }
        expect(payers(), effect).toHaveLength(paid);
        if (paid === 1) expect(job.stage, effect).toBe('done');
        const outcome = `${job.stage} ${job.failure?.code ?? payers().join()}`;
        outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
        await world.close();
      }
      process.stdout.write(`account switch matrix, ${_}: ${JSON.stringify(outcomes)}\n`);
      expect(outcomes['done main']).toBeGreaterThan(10);
      expect(outcomes['done lin']).toBeGreaterThan(5);
    },
    120_000,
  );
});
