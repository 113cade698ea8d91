import { describe, expect, it } from 'vitest';
import type { QueueState } from '@/lib/jobs/model/queue-state';
import { sampleJob } from '@/tests/stories/jobs';
import type { Job, Stage, Waiting } from '../model/job';
import { UPLOAD_VALID_MS } from '../model/machine';
import { LONGEST_HOLD_MS } from './policy';
import { LIMITS, type Situation, schedule } from './schedule';

const NOW = 100_000_000;
const upload = { uri: 'u', at: NOW - 1_000 };

function row(id: string, stage: Stage, parts: Partial<Job> = {}): Job {
  const isUploaded = stage === 'uploaded' || stage === 'submitting' || stage === 'generating';
  return sampleJob({ id, stage, updatedAt: NOW, ...(isUploaded && { upload }), ...parts });
}

function rows(stage: Stage, count: number, parts: Partial<Job> = {}): Job[] {
  return Array.from({ length: count }, (_, index) => row(`${stage}-${index}`, stage, parts));
}

const IDLE: QueueState = { lastSubmitAt: 0, heldUntil: 0 };

function plan(
  open: readonly Job[],
  {
    busy = [],
    queue = IDLE,
    ...situation
  }: Partial<Omit<Situation, 'busy'>> & { busy?: readonly string[]; queue?: QueueState } = {},
) {
  const { start, poll, wakeAt } = schedule(open, {
    busy: new Set(busy),
    isPolling: false,
    queues: { jimeng: queue, dreamina: IDLE },
    now: NOW,
    ...situation,
  });
  const ids = (jobs: readonly Job[]) => jobs.map(({ id }) => id);
  return { start: ids(start), poll: ids(poll), wakeAt };
}

const waitFor = {
  'sign-in': { reason: 'sign-in', since: 0 },
  permission: { reason: 'permission', since: 0, pattern: 'https://a.example/*', host: 'a.example' },
  duplicate: { reason: 'duplicate', since: 0, duplicateId: 't' },
  'already-large': { reason: 'already-large', since: 0 },
  network: { reason: 'network', since: 0 },
  'cool-down': { reason: 'cool-down', since: 0, code: 'busy' },
  credits: { reason: 'credits', since: 0, code: 'no-credits' },
} as const satisfies Record<string, Waiting>;

describe('nothing to do', () => {
  it.each([
    ['without rows', []],
    ['with rows that wait for the person', [row('a', 'queued', { waiting: waitFor.permission })]],
  ])('%s starts nothing and needs no wake-up', (_, open) => {
    expect(plan(open)).toEqual({ start: [], poll: [], wakeAt: undefined });
  });
});

describe('limits', () => {
  it.each<[string, Job[], string[], string[]]>([
    ['three pictures at once', rows('queued', 5), [], ['queued-0', 'queued-1', 'queued-2']],
    ['those in flight count', rows('queued', 5), ['queued-0', 'queued-1'], ['queued-2']],
    [
      'none beyond the limit',
      rows('queued', 5),
      ['queued-0', 'queued-1', 'queued-2', 'queued-3'],
      [],
    ],
    ['an upload', rows('acquired', 5), [], ['acquired-0']],
    ['a second upload beside the first', rows('acquired', 5), ['acquired-1'], ['acquired-0']],
    ['no third one', rows('acquired', 5), ['acquired-1', 'acquired-2'], []],
    ['two results at once', rows('ready', 4), [], ['ready-0', 'ready-1']],
    ['results in flight count', rows('ready', 4), ['ready-3'], ['ready-0']],
  ])('of work: %s', (_, open, busy, start) => {
    expect(plan(open, { busy }).start).toEqual(start);
  });

  it.each<[number, number, string[]]>([
    [0, 0, ['acquired-0']],
    [0, 1, ['acquired-0']],
    [0, 2, []],
    [2, 0, ['acquired-0']],
    [3, 0, []],
    [1, 1, ['acquired-0']],
    [2, 1, []],
    [9, 0, []],
  ])('of uploads ahead: with %i uploaded and %i uploading', (uploaded, uploading, start) => {
    const open = [...rows('uploaded', uploaded), ...rows('acquired', 3)];
    const busy = Array.from({ length: uploading }, (_, index) => `acquired-${2 - index}`);
    // Both places at the service are taken, so that no upload is ordered meanwhile.
    const full = rows('generating', 2, { notBefore: NOW + 60_000 });
    expect(plan([...open, ...full], { busy }).start).toEqual(start);
  });
});

describe('orders', () => {
  const uploaded = rows('uploaded', 3);

  it('go one by one, the oldest first', () => {
    expect(plan(uploaded).start).toEqual(['uploaded-0']);
  });

  it.each<[string, Job[], string[]]>([
    ['one runs', rows('generating', 1), ['uploaded-0']],
    ['two run', rows('generating', 2), []],
    ['one runs and one is unanswered', [row('g', 'generating'), row('s', 'submitting')], []],
    ['two run that wait for the network', rows('generating', 2, { waiting: waitFor.network }), []],
    [
      'two run that wait for a sign-in, which the next would not say',
      rows('generating', 2, { waiting: waitFor['sign-in'] }),
      ['uploaded-0'],
    ],
  ])('when %s', (_, ordered, start) => {
    expect(plan([...uploaded, ...ordered]).start).toEqual(start);
  });

  it('wait while another order is being made', () => {
    expect(plan(uploaded, { busy: ['uploaded-2'] }).start).toEqual([]);
  });

  it.each<[string, QueueState, string[], number | undefined]>([
    ['two seconds passed', { lastSubmitAt: NOW - 2_000, heldUntil: 0 }, ['uploaded-0'], undefined],
    ['the last was just made', { lastSubmitAt: NOW - 1_999, heldUntil: 0 }, [], NOW + 1],
    ['all are held', { lastSubmitAt: 0, heldUntil: NOW + 9_000 }, [], NOW + 9_000],
    [
      'all are held and the last was just made',
      { lastSubmitAt: NOW, heldUntil: NOW + 5 },
      [],
      NOW + LIMITS.betweenSubmits,
    ],
    ['the hold just ended', { lastSubmitAt: 0, heldUntil: NOW }, ['uploaded-0'], undefined],
  ])('are paced: %s', (_, queue, start, wakeAt) => {
    expect(plan(uploaded, { queue })).toMatchObject({ start, wakeAt });
  });

  it('are not woken for by a hold when there is nothing to order', () => {
    const queue = { lastSubmitAt: NOW, heldUntil: NOW + 9_000 };
    const open = [row('a', 'uploaded', { waiting: waitFor['sign-in'] })];
    expect(plan(open, { queue }).wakeAt).toBeUndefined();
  });

  it('pass over rows that wait', () => {
    const open = [
      row('signed-out', 'uploaded', { waiting: waitFor['sign-in'] }),
      row('offline', 'uploaded', { waiting: waitFor.network, notBefore: NOW + 5_000 }),
      row('free', 'uploaded'),
    ];
    expect(plan(open)).toMatchObject({ start: ['free'], wakeAt: NOW + 5_000 });
  });

  it('stand still while one of them cools down, whose refusal was meant for all', () => {
    const cooling = (notBefore: number) =>
      row('cooling', 'uploaded', { waiting: waitFor['cool-down'], notBefore });
    const free = row('free', 'uploaded');
    expect(plan([free, cooling(NOW + 5_000)])).toMatchObject({ start: [], wakeAt: NOW + 5_000 });
    expect(plan([free, cooling(NOW)])).toMatchObject({ start: ['free'] });
  });

  it('refresh stale uploads at once, whatever else happens', () => {
    const stale = { upload: { uri: 'u', at: NOW - UPLOAD_VALID_MS } };
    const open = [
      ...rows('generating', 2),
      row('a', 'uploaded', stale),
      row('b', 'uploaded', stale),
      row('fresh', 'uploaded'),
    ];
    const queue = { lastSubmitAt: NOW, heldUntil: NOW + 60_000 };
    expect(plan(open, { queue }).start).toEqual(['a', 'b']);
    expect(plan([row('none', 'uploaded', { upload: { uri: 'u', at: 0 } })]).start).toEqual([
      'none',
    ]);
  });
});

describe('waits', () => {
  it.each(['sign-in', 'permission', 'duplicate'] as const)('for %s start nothing', (reason) => {
    const parts = { waiting: waitFor[reason] };
    const open = [row('q', 'queued', parts), row('a', 'acquired', parts), row('r', 'ready', parts)];
    expect(plan(open)).toEqual({ start: [], poll: [], wakeAt: undefined });
  });

  it.each(['network', 'cool-down'] as const)('for %s end by the clock', (reason) => {
    const waiting = waitFor[reason];
    const before = plan([row('a', 'acquired', { waiting, notBefore: NOW + 1 })]);
    expect(before).toEqual({ start: [], poll: [], wakeAt: NOW + 1 });
    expect(plan([row('a', 'acquired', { waiting, notBefore: NOW })]).start).toEqual(['a']);
  });

  it('wake at the earliest moment that matters', () => {
    const open = [
      row('a', 'queued', { notBefore: NOW + 300 }),
      row('b', 'acquired', { notBefore: NOW + 200 }),
      row('c', 'generating', { notBefore: NOW + 400 }),
      row('busy', 'ready', { notBefore: NOW + 1 }),
      row('person', 'queued', { waiting: waitFor.permission, notBefore: NOW + 2 }),
    ];
    expect(plan(open, { busy: ['busy'] }).wakeAt).toBe(NOW + 200);
  });
});

describe('credits', () => {
  const broke = { waiting: waitFor.credits };

  it('are asked for once, whoever waits for them', () => {
    expect(plan([row('a', 'uploaded', broke), row('b', 'uploaded', broke)]).start).toEqual(['a']);
    const asking = plan([row('a', 'uploaded', broke), row('b', 'uploaded', broke)], {
      busy: ['b'],
    });
    expect(asking.start).toEqual([]);
  });

  it.each(['acquired', 'uploaded', 'generating', 'ready'] as const)(
    'are asked for once for rows that wait in %s',
    (stage) => {
      expect(plan(rows(stage, 2, broke))).toMatchObject({ start: [`${stage}-0`], poll: [] });
    },
  );

  it('are asked for when it is time', () => {
    const later = { ...broke, notBefore: NOW + 60_000 };
    expect(plan([row('a', 'uploaded', later)])).toMatchObject({ start: [], wakeAt: NOW + 60_000 });
  });

  it('do not keep other rows from being ordered', () => {
    const open = [row('a', 'uploaded', { ...broke, notBefore: NOW + 9 }), row('b', 'uploaded')];
    expect(plan(open).start).toEqual(['b']);
  });
});

describe('polls', () => {
  it('take everything along once one row is due', () => {
    const open = [
      row('due', 'generating', { notBefore: NOW }),
      row('early', 'generating', { notBefore: NOW + 5_000 }),
      row('unanswered', 'submitting', { notBefore: NOW + 9_000 }),
    ];
    expect(plan(open).poll).toEqual(['due', 'early', 'unanswered']);
  });

  it('wait until one row is due', () => {
    const open = [
      row('a', 'generating', { notBefore: NOW + 5_000 }),
      row('b', 'submitting', { notBefore: NOW + 3_000 }),
    ];
    expect(plan(open)).toMatchObject({ poll: [], wakeAt: NOW + 3_000 });
  });

  it('leave out rows that wait, and rows somebody works on', () => {
    const open = [
      row('due', 'generating'),
      row('signed-out', 'generating', { waiting: waitFor['sign-in'] }),
      row('offline', 'generating', { waiting: waitFor.network, notBefore: NOW + 1_000 }),
      row('being-sent', 'submitting'),
    ];
    expect(plan(open, { busy: ['being-sent'] }).poll).toEqual(['due']);
  });

  it('take rows whose wait is over by the clock', () => {
    const open = [row('back', 'generating', { waiting: waitFor.network, notBefore: NOW })];
    expect(plan(open).poll).toEqual(['back']);
  });

  it('go one after the other', () => {
    expect(plan([row('due', 'generating')], { isPolling: true }).poll).toEqual([]);
  });
});

describe('any plan', () => {
  const stages = ['queued', 'acquired', 'uploaded', 'submitting', 'generating', 'ready'] as const;
  const reasons = [undefined, ...Object.values(waitFor)];
  const everything = stages.flatMap((stage) =>
    reasons.flatMap((waiting) =>
      [undefined, NOW - 1, NOW + 1].map((notBefore) =>
        row(`${stage} ${waiting?.reason} ${notBefore}`, stage, {
          ...(waiting && { waiting }),
          ...(notBefore !== undefined && { notBefore }),
        }),
      ),
    ),
  );

  it('starts no row twice, none that is ordered, and none before its time', () => {
    const { start } = schedule(everything, {
      busy: new Set(),
      isPolling: false,
      queues: { jimeng: IDLE, dreamina: IDLE },
      now: NOW,
    });
    expect(start.length).toBeGreaterThan(3);
    expect(new Set(start).size).toBe(start.length);
    for (const job of start) {
      expect(['submitting', 'generating']).not.toContain(job.stage);
      expect(job.notBefore ?? 0).toBeLessThanOrEqual(NOW);
    }
  });
});

describe('orders of another account', () => {
  const waiting = { reason: 'other-account', since: 0, account: 'id-1', signedIn: 'id-2' } as const;

  it('hold nobody up, and are not polled', () => {
    const others = rows('generating', LIMITS.generating, { waiting });
    expect(plan([...others, row('a', 'uploaded')])).toMatchObject({ start: ['a'], poll: [] });
  });

  it('are tried again at a time only if they name one', () => {
    expect(plan([row('a', 'uploaded', { waiting })])).toMatchObject({
      start: [],
      wakeAt: undefined,
    });
    const later = row('a', 'uploaded', { waiting, notBefore: NOW + 9 });
    expect(plan([later])).toMatchObject({ start: [], wakeAt: NOW + 9 });
    expect(plan([later], { now: NOW + 9 })).toMatchObject({ start: ['a'] });
  });
});

describe('a clock that was set back', () => {
  it('makes due what was postponed by the time before', () => {
    const later = { notBefore: NOW + 60_000, updatedAt: NOW + 1 };
    expect(plan([row('a', 'queued', later), row('b', 'generating', later)])).toEqual({
      start: ['a'],
      poll: ['b'],
      wakeAt: undefined,
    });
  });

  it.each<[string, QueueState, boolean]>([
    ['an order of the future', { lastSubmitAt: NOW + 1, heldUntil: 0 }, true],
    [
      'a hold that is longer than any',
      { lastSubmitAt: 0, heldUntil: NOW + LONGEST_HOLD_MS + 1 },
      true,
    ],
    ['the longest hold', { lastSubmitAt: 0, heldUntil: NOW + LONGEST_HOLD_MS }, false],
  ])('lets orders go on after %s', (_, queue, goesOn) => {
    expect(plan([row('a', 'uploaded')], { queue }).start).toEqual(goesOn ? ['a'] : []);
  });
});

it('sends a picture again whose upload is missing', () => {
  const { upload: _, ...bare } = row('a', 'uploaded');
  expect(plan([bare])).toMatchObject({ start: ['a'] });
});
