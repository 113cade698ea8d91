import { beforeEach, describe, expect, it } from 'vitest';
import { JimengError, type JimengErrorCode } from '@/lib/jimeng/model/errors';
import type { TaskReport } from '@/lib/jimeng/model/task-report';
import { NOW, sampleJob } from '@/tests/stories/jobs';
import { createStepWorld, type StepWorld, signedIn } from '@/tests/support/step-world';
import type { Job, Submission } from '../model/job';
import { firstPollAt, nextPollAt } from '../rules/polling';
import { poll } from './poll';

const MINUTE = 60_000;
const submission: Submission = {
  submitId: 'order-1',
  tool: 'smart-hd',
  at: NOW - 20_000,
  account: 'me',
};
/** Polled two seconds ago, and due now. */
const due = { submission, polls: 3, updatedAt: NOW - 2_000, notBefore: NOW };
const running = sampleJob({ stage: 'generating', attempt: 2, ...due });
const unanswered = sampleJob({ stage: 'submitting', attempt: 2, ...due });
const image = { url: 'https://p.example/r', width: 1600, height: 1200, expiresAt: NOW + MINUTE };

let world: StepWorld;
beforeEach(() => {
  world = createStepWorld();
});

/** The last row that the answer leads to; undefined if nothing was committed. */
async function polled(job: Job, report: TaskReport | undefined | Error): Promise<Job | undefined> {
  world.reports = () => {
    if (report instanceof Error) throw report;
    return report ? { [submission.submitId]: report } : {};
  };
  await poll([job], world.deps, new AbortController().signal);
  expect(world.bugs).toEqual([]);
  return world.written.at(-1)?.job;
}

describe('a task that the service works on', () => {
  it('is polled again at its own pace', async () => {
    const row = await polled(running, { state: 'running' });
    expect(row).toMatchObject({ stage: 'generating', polls: 4, oddPolls: 0, attempt: 0 });
    expect(row?.notBefore).toBe(nextPollAt(running, NOW));
    expect(row?.waiting).toBeUndefined();
    expect(row?.submission).toEqual(submission);
  });

  it('keeps what the service tells about it', async () => {
    const row = await polled(running, { state: 'running', historyId: 'h-1', forecastMs: 9_000 });
    expect(row?.submission).toEqual({ ...submission, historyId: 'h-1', forecastMs: 9_000 });
  });

  it('keeps the place in the queue of the latest poll, and none of an earlier one', async () => {
    const queue = { place: 12, length: 340 };
    const row = await polled(running, { state: 'running', queue });
    expect(row?.submission?.queue).toEqual(queue);
    const next = row && (await polled({ ...row, notBefore: NOW }, { state: 'running' }));
    expect(next).toMatchObject({ stage: 'generating', polls: running.polls + 2 });
    expect(next?.submission).not.toHaveProperty('queue');
  });

  it('keeps its own plan when it was polled along with others before its time', async () => {
    const later = NOW + 5 * MINUTE;
    const row = await polled({ ...running, notBefore: later }, { state: 'running' });
    expect(row?.notBefore).toBe(later);
  });

  it('stays as it is when that told nothing new', async () => {
    const early = { ...running, attempt: 0, notBefore: NOW + MINUTE };
    expect(await polled(early, { state: 'running' })).toBeUndefined();
    expect(await polled(early, { state: 'running', historyId: 'h-1' })).toMatchObject({ polls: 4 });
    expect(await polled({ ...early, notBefore: NOW }, { state: 'running' })).toBeDefined();
  });

  it('is called still running after an hour of polls', async () => {
    const at = NOW - 61 * MINUTE;
    const old = { ...running, submission: { ...submission, at }, updatedAt: NOW - 5 * MINUTE };
    expect((await polled(old, { state: 'running' }))?.waiting).toEqual({
      reason: 'still-running',
      since: NOW,
      polledAt: NOW,
    });
  });

  it('was accepted, if nobody had answered the order', async () => {
    const row = await polled(unanswered, {
      state: 'running',
      historyId: 'h-1',
      forecastMs: 60_000,
    });
    expect(row).toMatchObject({ stage: 'generating', polls: 0, submission: { historyId: 'h-1' } });
    expect(row?.notBefore).toBe(firstPollAt(submission.at, 60_000));
  });

  it('is expected to take as long as those before it, whatever the forecast', async () => {
    world.durations = [90_000];
    const row = await polled(unanswered, { state: 'running', forecastMs: 60_000 });
    expect(row?.notBefore).toBe(firstPollAt(submission.at, 90_000));
  });

  it('is polled at its pace once it should have ended', async () => {
    const row = await polled(unanswered, { state: 'running', forecastMs: 1_000 });
    expect(row?.notBefore).toBe(nextPollAt(unanswered, NOW));
  });
});

describe('a finished task', () => {
  it.each([running, unanswered])('in $stage leads to its picture', async (job) => {
    const row = await polled(job, { state: 'done', image, historyId: 'h-1' });
    expect(row).toMatchObject({ stage: 'ready', submission: { historyId: 'h-1' } });
    expect(row?.result).toEqual(image);
  });

  it('whose link does not say when it expires leads to a picture without that', async () => {
    const { expiresAt: _, ...plain } = image;
    expect((await polled(running, { state: 'done', image: plain }))?.result).toEqual(plain);
  });

  it('teaches how long such a task takes', async () => {
    world.durations = [1_000];
    await polled(running, { state: 'done', image });
    expect(world.durations).toEqual([1_000, 19_000]);
  });

  it('teaches nothing when the row changed meanwhile, or when nobody polled for long', async () => {
    world.store = () => undefined;
    await polled(running, { state: 'done', image });
    world.store = (next) => next;
    await polled({ ...running, notBefore: NOW - 15_000 }, { state: 'done', image });
    expect(world.durations).toEqual([]);
  });
});

describe.each([
  ['a picture of a task that does not call itself finished', { state: 'partial', image }],
  ['a finished task without a picture', { state: 'empty' }],
] as const)('%s', (_, report) => {
  it('is odd, and is polled again four times', async () => {
    const row = await polled({ ...running, oddPolls: 3 }, { ...report, historyId: 'h-1' });
    expect(row).toMatchObject({
      stage: 'generating',
      oddPolls: 4,
      submission: { historyId: 'h-1' },
    });
  });

  it('is not believed the fifth time within ten seconds', async () => {
    const odd = { oddPolls: 4, oddSince: NOW - 9_999 };
    const row = await polled({ ...running, ...odd }, report);
    expect(row).toMatchObject({ stage: 'generating', oddPolls: 5, oddSince: NOW - 9_999 });
  });

  it('is timed from the first such answer', async () => {
    expect((await polled(running, report))?.oddSince).toBe(NOW);
    const seen = await polled({ ...running, oddPolls: 2, oddSince: NOW - 5 }, { state: 'running' });
    expect(seen).toMatchObject({ oddPolls: 0 });
    expect(seen?.oddSince).toBeUndefined();
  });

  it('is believed the fifth time in a row, after ten seconds', async () => {
    const row = await polled({ ...running, oddPolls: 4, oddSince: NOW - 10_000 }, report);
    if (report.state === 'partial') expect(row).toMatchObject({ stage: 'ready', result: image });
    else {
      expect(row?.failure).toEqual({
        code: 'result-missing',
        at: 'generating',
        charged: 'maybe',
        isTaskOpen: true,
      });
    }
  });
});

describe('a task that failed', () => {
  const failed = { state: 'failed', code: 'input-refused', detail: { failCode: '7' } } as const;

  it('ends the row, which may have cost something', async () => {
    expect((await polled(running, failed))?.failure).toEqual({
      code: 'input-refused',
      at: 'generating',
      charged: 'maybe',
      detail: { failCode: '7' },
    });
  });

  it.each([running, unanswered])('in doubt is polled again in $stage, 3 s later', async (job) => {
    const row = await polled(job, { ...failed, isDoubtful: true, historyId: 'h-1' });
    expect(row).toMatchObject({
      stage: 'generating',
      isEndDoubted: true,
      notBefore: NOW + 3_000,
      submission: { historyId: 'h-1' },
    });
  });

  it('in doubt ends the row when it is said a second time', async () => {
    const doubted = { ...running, isEndDoubted: true } as const;
    expect(await polled(doubted, { ...failed, isDoubtful: true })).toMatchObject({
      stage: 'failed',
      failure: { code: 'input-refused' },
    });
  });

  it('goes on when its picture is at a foreign host: the next poll may name another', async () => {
    const row = await polled(running, { ...failed, code: 'host-not-allowed' });
    expect(row).toMatchObject({ stage: 'generating', attempt: 3 });
  });
});

describe('a poll that tells nothing of the order', () => {
  const unreadable = { state: 'unreadable', historyId: 'h-1' } as const;

  it.each([
    ['in a readable answer', undefined],
    ['in a status that can be read', unreadable],
  ])('%s is tried again for a task that is known', async (_, report) => {
    const row = await polled(running, report);
    expect(row).toMatchObject({ stage: 'generating', attempt: 3, polls: 3 });
    expect(row?.notBefore).toBe(NOW + 15_000);
  });

  it.each([undefined, unreadable])('ends the row as such after the ninth: %o', async (report) => {
    expect((await polled({ ...running, attempt: 8 }, report))?.failure).toMatchObject({
      code: 'bad-response',
      isTaskOpen: true,
    });
  });

  it('counts for nothing while the order has no answer', async () => {
    const row = await polled(unanswered, undefined);
    expect(row).toMatchObject({
      stage: 'submitting',
      attempt: 3,
      polls: 3,
      notBefore: NOW + 8_000,
    });
  });

  it('proves that the order was accepted if it lists it', async () => {
    const row = await polled(unanswered, unreadable);
    expect(row).toMatchObject({ stage: 'generating', submission: { historyId: 'h-1' } });
  });
});

describe('a poll that fails', () => {
  it.each<[JimengErrorCode, Partial<Job>]>([
    ['network', { waiting: { reason: 'network', since: NOW }, notBefore: NOW + 8_000 }],
    ['server-error', { notBefore: NOW + 8_000 }],
    ['busy', { notBefore: NOW + 8_000 }],
    ['region-refused', { notBefore: NOW + 8_000 }],
  ])('with %s leaves an order without an answer open', async (code, expected) => {
    const row = await polled(unanswered, new JimengError(code));
    expect(row).toMatchObject({ stage: 'submitting', polls: 3, attempt: 3, ...expected });
    expect(row?.waiting).toEqual(expected.waiting);
    expect(row?.submission).toEqual(submission);
  });

  it('with a session that has ended waits for a sign-in, not for a time', async () => {
    const row = await polled(unanswered, new JimengError('signed-out'));
    expect(row?.waiting).toEqual({ reason: 'sign-in', since: NOW });
    expect(row).not.toHaveProperty('notBefore');
  });

  it.each([0, 5, 99])('with a risk answer holds the queue, after %i holds', async (holds) => {
    const row = await polled({ ...unanswered, holds }, new JimengError('risk-control'));
    const longest = 160 * MINUTE;
    const until = NOW + (holds === 0 ? 10 * MINUTE : longest);
    expect(row).toMatchObject({
      stage: 'submitting',
      holds: holds + 1,
      waiting: { reason: 'cool-down', since: NOW, code: 'risk-control' },
      notBefore: until,
    });
    expect(world.heldUntil).toBe(until);
  });

  it('says nothing when it was stopped on purpose', async () => {
    const stopped = new AbortController();
    world.reports = () => {
      stopped.abort();
      throw stopped.signal.reason;
    };
    await poll([running], world.deps, stopped.signal);
    expect(world.written).toEqual([]);
  });

  it('is one try of a task that is known', async () => {
    const row = await polled(running, new JimengError('server-error'));
    expect(row).toMatchObject({ stage: 'generating', attempt: 3, notBefore: NOW + 15_000 });
  });
});

describe('an order that was refused, and whose polls are refused alike', () => {
  const refusal = { code: 'region-refused', detail: { ret: '3000' }, until: NOW + 9 } as const;
  const refused = { ...unanswered, submission: { ...submission, refusal } };

  it('is given up at the seventh, with what it was refused with, and may be charged', async () => {
    const row = await polled({ ...refused, attempt: 6 }, new JimengError('region-refused'));
    expect(row?.failure).toEqual({
      code: 'region-refused',
      at: 'submitting',
      charged: 'maybe',
      detail: { ret: '3000' },
    });
  });

  it.each<[string, number, JimengErrorCode]>([
    ['sooner', 5, 'region-refused'],
    ['for another reason', 99, 'server-error'],
  ])('is not given up %s', async (_, attempt, code) => {
    expect(await polled({ ...refused, attempt }, new JimengError(code))).toMatchObject({
      stage: 'submitting',
      attempt: attempt + 1,
    });
  });
});

it('is stopped by the signal of the step', async () => {
  const stop = new AbortController();
  let given: AbortSignal | undefined;
  const lookUp = async (_ids: string[], options: { signal?: AbortSignal }) => {
    given = options.signal;
    return new Map();
  };
  Object.assign(world.deps.sites.jimeng.service, { lookUp });
  await poll([running], world.deps, stop.signal);
  expect(given).toBe(stop.signal);
});

it('fails the row, and not its task, when the answer cannot be written down', async () => {
  world.store = (next) => {
    if (next.stage === 'failed') return next;
    throw new DOMException('full', 'QuotaExceededError');
  };
  expect((await polled(running, { state: 'running' }))?.failure).toMatchObject({
    code: 'storage-full',
    isTaskOpen: true,
  });
});

it('polls nothing when no row has an order', async () => {
  world.sessions = [signedIn('me')];
  await poll([sampleJob({ stage: 'generating' })], world.deps, new AbortController().signal);
  expect(world.asked).toEqual([]);
});
