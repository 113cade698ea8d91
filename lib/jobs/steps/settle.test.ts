import { beforeEach, describe, expect, it } from 'vitest';
import { JimengError } from '@/lib/jimeng/model/errors';
import { ConsentNeeded, PermissionNeeded } from '@/lib/sources/errors';
import { NOW, sampleJob } from '@/tests/stories/jobs';
import { createStepWorld, type StepWorld } from '@/tests/support/step-world';
import { JobError } from '../model/failure';
import type { ErrorCode, Job, Submission } from '../model/job';
import { settle, Unwritten } from './step';

const MINUTE = 60_000;
const submission: Submission = { submitId: 's-1', tool: 'smart-hd', at: NOW - 9, account: 'me' };
const ordered = (stage: Job['stage'], parts: Partial<Job> = {}) =>
  sampleJob({ stage, submission, ...parts });

let world: StepWorld;
beforeEach(() => {
  world = createStepWorld();
});

/** The row after the failure. */
async function settled(job: Job, error: unknown, isTaskOver = false): Promise<Job | undefined> {
  await settle(world.deps, job, error, { isTaskOver });
  expect(world.bugs).toEqual([]);
  return world.written.at(-1)?.job;
}

describe('bytes that may not be read yet', () => {
  const needed = (isForCookies: boolean) =>
    new PermissionNeeded('https://a.example/*', 'a.example', isForCookies);

  it.each([true, false])('wait for permission, for cookies: %s', async (isForCookies) => {
    const row = await settled(sampleJob(), needed(isForCookies));
    expect(row?.waiting).toStrictEqual({
      reason: 'permission',
      since: NOW,
      pattern: 'https://a.example/*',
      host: 'a.example',
      ...(isForCookies && { isForCookies }),
    });
    expect(row).not.toHaveProperty('notBefore');
  });

  it('wait for the network while there is none', async () => {
    world.isOnline = false;
    expect(await settled(sampleJob({ attempt: 1 }), needed(false))).toMatchObject({
      waiting: { reason: 'network', since: NOW },
      notBefore: NOW + 4_000,
    });
  });

  it('wait for consent', async () => {
    const row = await settled(sampleJob(), new ConsentNeeded());
    expect(row?.waiting).toEqual({ reason: 'consent', since: NOW });
  });
});

describe('a step that fails for now', () => {
  it('is tried again later, and the picture that took too long is remembered as such', async () => {
    const slow = await settled(sampleJob({ stage: 'acquired' }), new JimengError('line-too-slow'));
    expect(slow).toMatchObject({
      timeouts: 1,
      waiting: { reason: 'network' },
      notBefore: NOW + 2_000,
    });
    const lost = await settled(sampleJob({ stage: 'acquired' }), new JimengError('network'));
    expect(lost).toMatchObject({ waiting: { reason: 'network' }, notBefore: NOW + 2_000 });
    expect(lost).not.toHaveProperty('timeouts');
  });

  it('without a session waits for a sign-in, not for a time', async () => {
    const row = await settled(sampleJob({ stage: 'acquired' }), new JimengError('signed-out'));
    expect(row).toMatchObject({ stage: 'acquired', waiting: { reason: 'sign-in' } });
    expect(row).not.toHaveProperty('notBefore');
  });

  it('waits longer if the service asks for that', async () => {
    const error = new JimengError('server-error', {}, 45_000);
    expect(await settled(ordered('ready'), error)).toMatchObject({ notBefore: NOW + 45_000 });
  });

  it('asks for a fresh link, at once the first time and later the next', async () => {
    const expired = new JimengError('result-expired');
    const first = await settled(ordered('ready'), expired);
    expect(first).toMatchObject({ stage: 'generating', linkRefreshes: 1 });
    expect(first).not.toHaveProperty('notBefore');
    const second = await settled(ordered('ready', { linkRefreshes: 1 }), expired);
    expect(second).toMatchObject({ linkRefreshes: 2, notBefore: NOW + 15_000 });
  });

  it('holds the row and all orders when risk control refuses a poll', async () => {
    const row = await settled(ordered('generating'), new JimengError('risk-control'));
    expect(row).toMatchObject({ holds: 1, notBefore: NOW + 10 * MINUTE });
    expect(world.heldUntil).toBe(NOW + 10 * MINUTE);
  });
});

describe('an order whose refusal is in doubt', () => {
  it('is looked up in 3 s, and keeps what it was refused with', async () => {
    const row = await settled(
      ordered('submitting'),
      new JimengError('region-refused', { ret: '3000' }),
    );
    expect(row).toMatchObject({ stage: 'submitting', notBefore: NOW + 3_000 });
    expect(row?.submission?.refusal).toStrictEqual({
      code: 'region-refused',
      detail: { ret: '3000' },
    });
    expect(world.heldUntil).toBe(0);
  });

  it.each([
    [undefined, 15_000],
    [90_000, 90_000],
  ])('as busy, with a Retry-After of %s ms, holds every order for %i ms', async (after, heldMs) => {
    const error = new JimengError('busy', { httpStatus: 429 }, after);
    const row = await settled(ordered('submitting'), error);
    expect(row?.submission?.refusal).toMatchObject({ code: 'busy', until: NOW + heldMs });
    expect(world.heldUntil).toBe(NOW + heldMs);
  });

  it('holds nobody when there was no answer, and notes no refusal', async () => {
    const row = await settled(ordered('submitting'), new JimengError('timeout'));
    expect(row).toMatchObject({ stage: 'submitting', notBefore: NOW + 3_000 });
    expect(row?.submission).toEqual(submission);
    expect(world.heldUntil).toBe(0);
  });
});

describe('a failure', () => {
  it.each<[Job['stage'], boolean, ErrorCode, object]>([
    ['acquired', false, 'input-refused', { charged: 'no' }],
    ['submitting', false, 'input-refused', { charged: 'no' }],
    ['generating', true, 'input-refused', { charged: 'maybe' }],
    ['generating', false, 'storage-full', { charged: 'maybe', isTaskOpen: true }],
    ['ready', false, 'host-not-allowed', { charged: 'maybe', isTaskOpen: true }],
  ])('in %s, task over: %s, says what it may have cost', async (at, isOver, code, says) => {
    const job = at === 'acquired' ? sampleJob({ stage: at }) : ordered(at);
    const row = await settled(job, new JobError(code), isOver);
    expect(row?.failure).toStrictEqual({ code, at, ...says });
  });
});

describe('a database that does not take what came of a step', () => {
  const full = new Error('the disk is full');
  const error = new JimengError('server-error');

  it('is offered it four times within ten seconds', async () => {
    world.store = () => {
      throw full;
    };
    await expect(settle(world.deps, ordered('ready'), error)).rejects.toThrow(Unwritten);
    expect(world.pauses).toEqual([1_000, 3_000, 6_000]);
    expect(world.bugs).toEqual([full, full, full, full, error]);
  });

  it('is offered it no more once it has taken it', async () => {
    world.store = (next) => {
      if (world.bugs.length === 0) throw full;
      return next;
    };
    await settle(world.deps, ordered('ready'), error);
    expect(world.pauses).toEqual([1_000]);
    expect(world.written).toHaveLength(1);
  });

  it('is offered it once after a poll, which the next poll repeats', async () => {
    world.store = () => {
      throw full;
    };
    await expect(settle(world.deps, ordered('generating'), error)).rejects.toThrow(Unwritten);
    expect(world.pauses).toEqual([]);
    expect(world.bugs).toEqual([full, error]);
  });
});
