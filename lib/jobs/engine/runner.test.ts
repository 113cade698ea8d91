import { afterEach, describe, expect, it } from 'vitest';
import { createJobWorld, type JobWorld, type WorldOptions } from '@/tests/support/job-world';
import type { Job, Waiting } from '../model/job';
import type { JobDeps } from '../steps/deps';
import { UNDO_MS } from './housekeeping';
import { createRunner } from './runner';

let world: JobWorld;
afterEach(async () => {
  expect(world.reports).toEqual([]);
  expect(world.simulator.violations).toEqual([]);
  await world.close();
});

async function open(options?: WorldOptions): Promise<JobWorld> {
  world = await createJobWorld(options);
  return world;
}

const waitsFor = (reason: Waiting['reason']) => (job: Job) => job.waiting?.reason === reason;
const inStage = (stage: Job['stage']) => (job: Job) => job.stage === stage;
const coded = (code: string) => Object.assign(new Error(code), { name: 'SourceError', code });

it('a database that cannot be read when the alarm rings is read again at the next alarm', async () => {
  await open();
  let isDown = true;
  const alarms: number[] = [];
  const outage = new Error('the database is gone');
  const reports: unknown[] = [];
  const runner = createRunner({
    store: {
      open: async () => {
        if (isDown) throw outage;
        return [];
      },
      queue: async () => ({ lastSubmitAt: 0, heldUntil: 0 }),
    },
    now: () => 0,
    alarm: {
      arm: async (delayMs: number) => void alarms.push(delayMs),
      clear: async () => void alarms.splice(0),
    },
    sleep: (_: number, signal: AbortSignal) =>
      new Promise((wake) => signal.addEventListener('abort', wake, { once: true })),
    report: (error: unknown) => reports.push(error),
  } as unknown as JobDeps);
  runner.kick();
  await world.settle();
  expect(reports).toEqual([outage]);
  expect(alarms).toEqual([30_000]);
  isDown = false;
  runner.kick();
  await runner.idle();
  expect(alarms).toEqual([]);
});

it.each([
  ['by a Retry-After', { kind: 'http', status: 429, headers: { 'retry-after': '600' } }, 120_000],
  ['as too many at once', { kind: 'ret', ret: '1310' }, 14_000],
] as const)('an order refused %s holds back those of all other rows', async (_, effect, ms) => {
  await open();
  world.simulator.faults.add({ at: 'generate', times: Number.POSITIVE_INFINITY, effect });
  for (let index = 0; index < 8; index += 1) await world.add({ picture: `${index}.png` });
  await world.pass(ms);
  const orders = world.simulator.requests.filter(({ endpoint }) => endpoint === 'generate');
  expect(orders).toHaveLength(1);
});

describe('a job', () => {
  it('goes from the click to the stored result', async () => {
    await open();
    const { id } = await world.add();
    const done = await world.untilEnded(id);
    expect(done).toMatchObject({
      stage: 'done',
      source: { width: 800, height: 600 },
      result: { width: 2880, height: 2160, type: 'png' },
      submission: { tool: 'smart-hd', outcome: 'done' },
    });
    expect(await world.store.blob(`${id}/result`)).toBeDefined();
    expect(await world.store.blob(`${id}/thumb`)).toBeDefined();
  });

  it('is polled once per tick together with all others', async () => {
    await open();
    const jobs = [await world.add({ picture: 'a' }), await world.add({ picture: 'b' })];
    for (const { id } of jobs) await world.untilEnded(id);
    const polls = world.simulator.requests.filter(({ endpoint }) => endpoint === 'history');
    expect(polls.length).toBeLessThanOrEqual(6);
  });

  it('is ordered at most two at a time and two seconds apart', async () => {
    await open({ simulator: { processingMs: 10_000, queueLimit: 2 } });
    const jobs: Job[] = [];
    for (const picture of ['a', 'b', 'c', 'd', 'e']) jobs.push(await world.add({ picture }));
    for (const { id } of jobs) expect(await world.untilEnded(id)).toMatchObject({ stage: 'done' });
    const times = world.simulator.submissions.map(({ at }) => at);
    expect(times).toHaveLength(5);
    const gaps = times.slice(1).map((at, index) => at - (times[index] ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(2_000);
    times.slice(2).forEach((at, index) => {
      expect(at - (times[index] ?? 0)).toBeGreaterThanOrEqual(10_000);
    });
  });

  it('clears the alarm when nothing is left to do', async () => {
    await open();
    const { id } = await world.add();
    await world.untilEnded(id);
    await world.settle();
    expect(world.effects.at(-1)).toMatch(/^alarm\.clear/);
  });

  it('survives a restart of the browser in every stage', async () => {
    for (const stage of ['acquired', 'uploaded', 'generating', 'ready'] as const) {
      await open();
      const { id } = await world.add();
      await world.until(id, (job) => job.stage === stage || job.stage === 'done');
      await world.restartBrowser();
      expect(await world.untilEnded(id)).toMatchObject({ stage: 'done' });
      expect(world.simulator.submissions).toHaveLength(1);
      await world.close();
    }
  });
});

describe('an order without an answer', () => {
  it('is polled and followed, not sent again', async () => {
    await open();
    world.simulator.faults.add({ at: 'generate', effect: { kind: 'reset', when: 'after' } });
    const { id } = await world.add();
    expect(await world.untilEnded(id)).toMatchObject({ stage: 'done' });
    expect(world.simulator.submissions).toHaveLength(1);
  });

  it('is given up honestly when the service never heard of it, and costs one order when retried', async () => {
    await open();
    world.simulator.faults.add({ at: 'generate', effect: { kind: 'reset' } });
    const { id } = await world.add();
    const failed = await world.untilEnded(id);
    expect(failed.failure).toMatchObject({ code: 'submit-unconfirmed', charged: 'maybe' });
    expect(world.simulator.submissions).toHaveLength(0);
    const waited = (failed.finishedAt ?? 0) - (failed.submission?.at ?? 0);
    expect(waited).toBeGreaterThan(90_000);

    await world.commands.retry(id);
    const done = await world.untilEnded(id);
    expect(done).toMatchObject({ stage: 'done', pastSubmissions: [{ outcome: 'unconfirmed' }] });
    expect(world.simulator.submissions).toHaveLength(1);
  });

  it.each([
    ['an error page', { kind: 'html', when: 'after' }],
    ['a truncated answer', { kind: 'truncate' }],
    ['a server error', { kind: 'http', status: 502, when: 'after' }],
    ['an empty answer', { kind: 'empty', when: 'after' }],
    ['another shape', { kind: 'json', body: { ret: 0 }, when: 'after' }],
  ] as const)('is followed after %s', async (_, effect) => {
    await open();
    world.simulator.faults.add({ at: 'generate', effect });
    const { id } = await world.add();
    expect(await world.untilEnded(id)).toMatchObject({ stage: 'done' });
    expect(world.simulator.submissions).toHaveLength(1);
  });
});

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
    await world.pass(65 * 60_000);
    const asked = world.simulator.requests.filter(({ endpoint }) => endpoint === 'credits');
    expect(asked.length).toBeLessThanOrEqual(4);
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

describe('refusals', () => {
  it('stop the queue after a risk answer and send nothing for ten minutes', async () => {
    await open();
    world.simulator.faults.add({ at: 'generate', effect: { kind: 'ret', ret: '1019' } });
    const first = await world.add({ picture: 'a' });
    expect((await world.untilEnded(first.id)).failure).toMatchObject({
      code: 'risk-control',
      charged: 'no',
    });
    const refusedAt = world.now;
    const second = await world.add({ picture: 'b' });
    await world.pass(9 * 60_000);
    expect(world.simulator.submissions).toHaveLength(0);
    expect(await world.untilEnded(second.id)).toMatchObject({ stage: 'done' });
    expect(world.now - refusedAt).toBeGreaterThanOrEqual(10 * 60_000);
  });

  it.each([
    ['1018', 'account-restricted'],
    ['4003', 'membership-needed'],
    ['2038', 'content-refused'],
    ['3000', 'region-refused'],
    ['99999', 'unknown-refusal'],
  ])('with ret %s end as %s and are not repeated', async (ret, code) => {
    await open();
    world.simulator.faults.add({ at: 'generate', times: 9, effect: { kind: 'ret', ret } });
    const { id } = await world.add();
    const failed = await world.untilEnded(id);
    expect(failed.failure).toMatchObject({ code, charged: 'no', at: 'submitting' });
    await world.pass(60 * 60_000);
    const orders = world.simulator.requests.filter(({ endpoint }) => endpoint === 'generate');
    expect(orders).toHaveLength(1);
  });

  it('of the task itself are honest about the charge', async () => {
    await open();
    world.simulator.faults.add({
      at: 'generate',
      effect: { kind: 'task-fails', failCode: '2003' },
    });
    const { id } = await world.add();
    const failed = await world.untilEnded(id);
    expect(failed.failure).toMatchObject({ code: 'input-refused', charged: 'maybe' });
  });

  it('of a busy kind that end a task are failures, not something to wait for', async () => {
    await open();
    world.simulator.faults.add({
      at: 'generate',
      effect: { kind: 'task-fails', failCode: '1310' },
    });
    const { id } = await world.add();
    expect((await world.untilEnded(id)).failure).toMatchObject({ code: 'busy' });
    expect(world.simulator.submissions).toHaveLength(1);
  });
});

describe('Automatic', () => {
  it('goes on with Smart HD when super-resolution is refused, and remembers it', async () => {
    await open({ simulator: { refuseSuperResolution: true } });
    const first = await world.add({ upscaler: 'auto', picture: 'a' });
    const done = await world.untilEnded(first.id);
    expect(done).toMatchObject({
      stage: 'done',
      submission: { tool: 'smart-hd' },
      pastSubmissions: [{ tool: 'super-resolution', outcome: 'failed' }],
    });
    const second = await world.add({ upscaler: 'auto', picture: 'b' });
    expect(await world.untilEnded(second.id)).toMatchObject({ pastSubmissions: [] });
    expect(world.simulator.submissions.map(({ tool }) => tool)).toEqual([
      'super-resolution',
      'smart-hd',
      'smart-hd',
    ]);
  });

  it('forgets after a week, and asks anew for another account', async () => {
    await open({ simulator: { refuseSuperResolution: true } });
    const first = await world.add({ upscaler: 'auto', picture: 'a' });
    await world.untilEnded(first.id);
    await world.signIn('login-2', 'lin');
    const other = await world.add({ upscaler: 'auto', picture: 'b' });
    expect((await world.untilEnded(other.id)).pastSubmissions).toHaveLength(1);
    await world.pass(8 * 24 * 60 * 60_000);
    const later = await world.add({ upscaler: 'auto', picture: 'c' });
    expect((await world.untilEnded(later.id)).pastSubmissions).toHaveLength(1);
  });

  it('goes on when the old recipe is refused as outdated', async () => {
    await open();
    const effect = { kind: 'ret', ret: '3018', failCode: '1017' } as const;
    world.simulator.faults.add({ at: 'generate', effect });
    const { id } = await world.add({ upscaler: 'auto' });
    expect(await world.untilEnded(id)).toMatchObject({
      stage: 'done',
      submission: { tool: 'smart-hd' },
    });
  });

  it('does not change the tool after a content refusal or when the person chose it', async () => {
    await open();
    const content = { kind: 'task-fails', failCode: '2039' } as const;
    world.simulator.faults.add({ at: 'generate', effect: content });
    const refused = await world.add({ upscaler: 'auto', picture: 'a' });
    expect((await world.untilEnded(refused.id)).failure?.code).toBe('input-refused');
    world.simulator.faults.add({ at: 'generate', effect: { kind: 'task-fails' } });
    const chosen = await world.add({ upscaler: 'super-resolution', picture: 'b' });
    expect((await world.untilEnded(chosen.id)).failure?.code).toBe('generation-failed');
    expect(world.simulator.submissions).toHaveLength(2);
  });
});

describe('polling', () => {
  it('does not mind a missing record', async () => {
    await open();
    world.simulator.faults.add({ at: 'history', times: 3, effect: { kind: 'missing-record' } });
    const { id } = await world.add();
    expect(await world.untilEnded(id)).toMatchObject({ stage: 'done' });
  });

  it('does not mind a quarter of an hour of bad answers', async () => {
    await open();
    world.simulator.faults.add({ at: 'history', times: 6, effect: { kind: 'html' } });
    const { id } = await world.add();
    expect(await world.untilEnded(id)).toMatchObject({ stage: 'done' });
  });

  it('follows a task of twenty minutes with few requests', async () => {
    await open({ simulator: { processingMs: 20 * 60_000, forecastMs: 10_000 } });
    const { id } = await world.add();
    expect(await world.untilEnded(id)).toMatchObject({ stage: 'done' });
    const polls = world.simulator.requests.filter(({ endpoint }) => endpoint === 'history');
    expect(polls.length).toBeLessThan(70);
  });
});

describe('a poll that is refused', () => {
  it.each(['3018', '2002', '99999'])('with %s does not make Automatic order anew', async (ret) => {
    await open();
    world.simulator.faults.add({ at: 'history', effect: { kind: 'ret', ret } });
    const { id } = await world.add({ upscaler: 'auto' });
    expect(await world.untilEnded(id)).toMatchObject({ stage: 'done', pastSubmissions: [] });
    expect(world.simulator.submissions).toHaveLength(1);
  });

  it('by risk control stops the orders even while an unanswered one is searched for', async () => {
    await open();
    const refused = { kind: 'ret', ret: '1019' } as const;
    world.simulator.faults.add({ at: 'generate', effect: { kind: 'reset', when: 'after' } });
    world.simulator.faults.add({ at: 'history', effect: refused });
    const first = await world.add({ picture: 'a' });
    await world.pass(10_000);
    const heldAt = world.now;
    const second = await world.add({ picture: 'b' });
    await world.pass(9 * 60_000);
    expect(world.simulator.submissions).toHaveLength(1);
    for (const { id } of [first, second]) await world.untilEnded(id);
    expect(world.simulator.submissions).toHaveLength(2);
    expect((world.simulator.submissions[1]?.at ?? 0) - heldAt).toBeGreaterThan(9 * 60_000);
  });
});

describe('a row that waits for credits', () => {
  it('asks seldom and orders nothing while the balance cannot be learned', async () => {
    await open({ simulator: { credits: { gift: 0 } } });
    const remove = world.simulator.faults.add({
      at: 'credits',
      times: Number.POSITIVE_INFINITY,
      effect: { kind: 'ret', ret: '1006' },
    });
    const { id } = await world.add();
    await world.pass(60 * 60_000);
    expect(await world.store.get(id)).toMatchObject({ waiting: { reason: 'credits' } });
    const count = (endpoint: string) =>
      world.simulator.requests.filter((request) => request.endpoint === endpoint).length;
    expect(count('credits')).toBeLessThan(25);
    expect(count('generate')).toBe(1);
    remove();
  });
});

describe('collecting', () => {
  it('asks for a fresh link when the old one has expired', async () => {
    await open();
    world.simulator.faults.add({ at: 'result', effect: { kind: 'http', status: 403 } });
    const { id } = await world.add();
    expect(await world.untilEnded(id)).toMatchObject({ stage: 'done' });
    expect(world.simulator.submissions).toHaveLength(1);
  });

  it('tries a broken transfer again', async () => {
    await open();
    world.simulator.faults.add({ at: 'result', effect: { kind: 'truncate' } });
    const { id } = await world.add();
    expect(await world.untilEnded(id)).toMatchObject({ stage: 'done' });
  });
});

describe('the person', () => {
  it('cancels before the order: nothing is ever sent', async () => {
    await open();
    world.session = { state: 'signed-out' };
    const { id } = await world.add();
    await world.until(id, waitsFor('sign-in'));
    await world.commands.cancel(id);
    world.session = { state: 'signed-in', account: 'account-1' };
    await world.commands.resumeWaiting();
    await world.pass(60_000);
    expect(await world.store.get(id)).toMatchObject({ stage: 'cancelled' });
    expect(world.simulator.submissions).toHaveLength(0);
  });

  it('cancels while generating and takes it back: the same order is followed', async () => {
    await open();
    const { id } = await world.add();
    await world.until(id, inStage('generating'));
    await world.commands.cancel(id);
    expect(await world.store.get(id)).toMatchObject({
      stage: 'cancelled',
      submission: { outcome: 'abandoned' },
    });
    await world.commands.retry(id);
    expect(await world.untilEnded(id)).toMatchObject({ stage: 'done' });
    expect(world.simulator.submissions).toHaveLength(1);
  });

  it('retries a failure from the last stage whose data is good', async () => {
    await open();
    world.simulator.faults.add({ at: 'generate', effect: { kind: 'ret', ret: '4003' } });
    const { id } = await world.add({ target: '4k' });
    await world.untilEnded(id);
    await world.commands.retryWith(id, '2k');
    expect(await world.untilEnded(id)).toMatchObject({ stage: 'done', options: { target: '2k' } });
    const uploads = world.simulator.requests.filter(({ endpoint }) => endpoint === 'put');
    expect(uploads).toHaveLength(1);
    expect(world.simulator.submissions.map(({ target }) => target)).toEqual(['2k']);
  });

  it('is offered the result they already have instead of paying twice', async () => {
    await open();
    const first = await world.add();
    await world.untilEnded(first.id);
    const second = await world.add();
    const waiting = await world.until(second.id, waitsFor('duplicate'));
    expect(waiting.waiting).toMatchObject({ duplicateId: first.id });
    await world.pass(60 * 60_000);
    expect(world.simulator.submissions).toHaveLength(1);
    await world.commands.upscaleAnyway(second.id);
    expect(await world.untilEnded(second.id)).toMatchObject({ stage: 'done' });
    expect(world.simulator.submissions).toHaveLength(2);
  });

  it('removes a job with everything that belongs to it', async () => {
    await open();
    const { id } = await world.add();
    await world.untilEnded(id);
    await world.commands.remove(id);
    expect(await world.store.get(id)).toBeUndefined();
    await world.pass(UNDO_MS);
    expect(await world.store.blob(`${id}/result`)).toBeUndefined();
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

describe('Save', () => {
  it('writes the file and proves that it landed', async () => {
    await open();
    const { id } = await world.add({ picture: 'boat' });
    await world.untilEnded(id);
    await world.saver.save(id);
    const { saved } = (await world.store.get(id)) as Job;
    expect(saved).toMatchObject({ state: 'saved', fileName: 'boat_2k.png' });
    expect([...world.files.keys()]).toEqual(['boat_2k.png']);
    expect(await world.store.downloads()).toEqual({});
  });

  it('says so when the browser could not write', async () => {
    await open();
    const { id } = await world.add();
    await world.untilEnded(id);
    world.downloadOutcome = { state: 'interrupted', error: 'FILE_NO_SPACE' };
    await world.saver.save(id);
    expect((await world.store.get(id))?.saved).toMatchObject({
      state: 'failed',
      reason: 'FILE_NO_SPACE',
    });
  });

  it('gets the picture again when the copy is gone and the link has expired', async () => {
    await open({ simulator: { resultLinkTtlMs: 60_000 } });
    const { id } = await world.add();
    await world.untilEnded(id);
    await world.pass(2 * 60 * 60_000);
    await world.store.deleteBlob(`${id}/result`);
    await world.saver.save(id);
    expect((await world.store.get(id))?.saved).toMatchObject({ state: 'saved' });
    expect(world.simulator.submissions).toHaveLength(1);
  });

  it('finds out after a restart what became of a save', async () => {
    await open();
    const { id } = await world.add();
    await world.untilEnded(id);
    world.downloadOutcome = { state: 'in_progress' };
    await world.saver.save(id);
    expect((await world.store.get(id))?.saved).toMatchObject({ state: 'saving' });
    await world.restartBrowser();
    expect((await world.store.get(id))?.saved).toMatchObject({ state: 'saving' });
  });
});
