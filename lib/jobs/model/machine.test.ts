import { describe, expect, it } from 'vitest';
import { sampleJob } from '@/tests/stories/jobs';
import type { ErrorCode, Failure, Job, Stage, Submission } from './job';
import type { JobEvent } from './job-event';
import { IllegalTransition, transition, UPLOAD_VALID_MS } from './machine';
import { canBeFollowed } from './orders';

const NOW = Date.UTC(2026, 10, 22, 12);
const ALL_STAGES = [
  'queued',
  'acquired',
  'uploaded',
  'submitting',
  'generating',
  'ready',
  'done',
  'failed',
  'cancelled',
] as const satisfies readonly Stage[];

const source: NonNullable<Job['source']> = {
  type: 'jpeg',
  width: 800,
  height: 600,
  bytes: 1_000,
  sha256: 'ab',
  changes: [],
  sentType: 'jpeg',
  sentWidth: 800,
  sentHeight: 600,
  sentBytes: 1_000,
};
const upload = { uri: 'tos/1', at: NOW - 60_000 };
const submission: Submission = { submitId: 's-1', tool: 'smart-hd', at: NOW - 30_000 };
const result = { url: 'https://p.example/r', width: 1600, height: 1200 };
const signIn = { reason: 'sign-in', since: NOW } as const;

/** One event of every kind. */
const EVENTS: { [Type in JobEvent['type']]: JobEvent & { type: Type } } = {
  acquired: { type: 'acquired', source },
  'drawing-begun': { type: 'drawing-begun' },
  kept: { type: 'kept' },
  rerouted: {
    type: 'rerouted',
    origin: { kind: 'file', blobKey: 'inbox-2/file', name: 'other.png' },
  },
  uploaded: { type: 'uploaded', uri: 'tos/2', account: 'id-1' },
  'upload-stale': { type: 'upload-stale' },
  'input-missing': { type: 'input-missing' },
  'submission-begun': { type: 'submission-begun', submission },
  accepted: { type: 'accepted', historyId: 'h-1', forecastMs: 9_000, notBefore: NOW + 5_000 },
  'submission-refused': { type: 'submission-refused', waiting: signIn },
  polled: { type: 'polled', odd: false, notBefore: NOW + 1_000 },
  'not-found': { type: 'not-found' },
  'tool-failed': { type: 'tool-failed' },
  finished: { type: 'finished', result, historyId: 'h-2' },
  'link-expired': { type: 'link-expired' },
  collected: { type: 'collected', result: { ...result, type: 'png', bytes: 5 } },
  'cost-seen': { type: 'cost-seen', credits: 2 },
  'refund-seen': { type: 'refund-seen', refund: 'yes' },
  postponed: { type: 'postponed', notBefore: NOW + 1_000 },
  waits: { type: 'waits', waiting: signIn },
  held: {
    type: 'held',
    waiting: { reason: 'cool-down', since: NOW, code: 'risk-control' },
    notBefore: NOW + 600_000,
  },
  resumed: { type: 'resumed' },
  failed: { type: 'failed', failure: { code: 'busy', charged: 'no' } },
  cancelled: { type: 'cancelled' },
  'started-over': { type: 'started-over' },
  retried: { type: 'retried' },
  'save-changed': {
    type: 'save-changed',
    saved: { state: 'saving', at: NOW },
  },
};

const OPEN = 'queued acquired uploaded submitting generating ready';
const LEGAL: Record<JobEvent['type'], string> = {
  acquired: 'queued',
  'drawing-begun': 'queued',
  kept: 'acquired',
  rerouted: 'queued failed',
  uploaded: 'acquired',
  'upload-stale': 'uploaded',
  'input-missing': 'acquired',
  'submission-begun': 'uploaded',
  accepted: 'submitting',
  'submission-refused': 'submitting',
  polled: 'submitting generating',
  'not-found': 'submitting',
  'tool-failed': 'submitting generating',
  finished: 'submitting generating',
  'link-expired': 'ready',
  collected: 'ready done',
  'cost-seen': 'done',
  'refund-seen': 'failed',
  postponed: OPEN,
  waits: OPEN,
  held: 'submitting generating ready',
  resumed: OPEN,
  failed: OPEN,
  cancelled: OPEN,
  'started-over': 'acquired uploaded submitting generating failed',
  retried: 'failed cancelled uploaded',
  'save-changed': 'done',
};

const ORDERED: readonly Stage[] = ['submitting', 'generating', 'ready', 'done'];

function jobIn(stage: Stage, parts: Partial<Job> = {}): Job {
  return sampleJob({
    stage,
    ...(stage !== 'queued' && { source }),
    ...(stage !== 'queued' && stage !== 'acquired' && { upload }),
    ...(ORDERED.includes(stage) && { submission }),
    ...((stage === 'ready' || stage === 'done') && { result }),
    ...parts,
  });
}

function failedIn(at: Stage, code: ErrorCode, parts: Partial<Job> = {}): Job {
  const failure: Failure = { code, at, charged: 'maybe' };
  return jobIn('failed', { failure, finishedAt: NOW - 1_000, ...parts });
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) deepFreeze(part);
  }
  return value;
}

const types = Object.keys(EVENTS) as JobEvent['type'][];

describe('legality', () => {
  const pairs = types.flatMap((type) => ALL_STAGES.map((stage) => ({ type, stage })));
  const isLegal = ({ type, stage }: (typeof pairs)[number]) =>
    LEGAL[type].split(' ').includes(stage);

  it.each(pairs.filter(isLegal))('takes $type in stage $stage', ({ type, stage }) => {
    const next = transition(jobIn(stage), EVENTS[type], NOW);
    expect(next.updatedAt).toBe(NOW);
  });

  it.each(pairs.filter((pair) => !isLegal(pair)))(
    'refuses $type in stage $stage',
    ({ type, stage }) => {
      expect(() => transition(jobIn(stage), EVENTS[type], NOW)).toThrow(IllegalTransition);
    },
  );

  it('says which event in which stage was refused', () => {
    expect(() => transition(jobIn('done'), EVENTS.cancelled, NOW)).toThrow(
      'cancelled is not possible in stage done',
    );
  });
});

describe('purity', () => {
  it.each(types)('%s changes neither the row nor the event', (type) => {
    for (const stage of LEGAL[type].split(' ') as Stage[]) {
      const pastSubmissions = [{ ...submission, submitId: 's-0', outcome: 'refused' as const }];
      const job = deepFreeze(jobIn(stage, { waiting: signIn, notBefore: 1, pastSubmissions }));
      const event = deepFreeze(EVENTS[type]);
      const next = transition(job, event, NOW);
      expect(next).not.toBe(job);
      expect(next).toMatchObject({ id: job.id, rev: job.rev, createdAt: job.createdAt });
    }
  });

  it('answers the same twice', () => {
    const job = jobIn('generating');
    expect(transition(job, EVENTS.finished, NOW)).toEqual(transition(job, EVENTS.finished, NOW));
  });
});

describe('the stage an event leads to', () => {
  it.each([
    ['acquired', 'queued', 'acquired'],
    ['uploaded', 'acquired', 'uploaded'],
    ['upload-stale', 'uploaded', 'acquired'],
    ['input-missing', 'acquired', 'queued'],
    ['submission-begun', 'uploaded', 'submitting'],
    ['accepted', 'submitting', 'generating'],
    ['submission-refused', 'submitting', 'uploaded'],
    ['polled', 'submitting', 'submitting'],
    ['polled', 'generating', 'generating'],
    ['tool-failed', 'submitting', 'uploaded'],
    ['tool-failed', 'generating', 'uploaded'],
    ['finished', 'submitting', 'ready'],
    ['finished', 'generating', 'ready'],
    ['link-expired', 'ready', 'generating'],
    ['collected', 'ready', 'done'],
    ['collected', 'done', 'done'],
    ['postponed', 'ready', 'ready'],
    ['waits', 'acquired', 'acquired'],
    ['resumed', 'uploaded', 'uploaded'],
    ['failed', 'queued', 'failed'],
    ['cancelled', 'generating', 'cancelled'],
    ['save-changed', 'done', 'done'],
  ] as const)('%s takes %s to %s', (type, from, to) => {
    expect(transition(jobIn(from), EVENTS[type], NOW).stage).toBe(to);
  });

  it.each([
    'acquired',
    'uploaded',
    'upload-stale',
    'input-missing',
    'accepted',
    'tool-failed',
    'finished',
    'link-expired',
    'collected',
    'failed',
    'cancelled',
  ] as const)('is entered by %s without the waits and tries of the stage before', (type) => {
    const [stage] = LEGAL[type].split(' ') as [Stage];
    const job = jobIn(stage, { attempt: 3, waiting: signIn, notBefore: NOW - 1 });
    const next = transition(job, EVENTS[type], NOW);
    expect(next.attempt).toBe(0);
    expect(next.waiting).toBeUndefined();
    expect(next.notBefore).toBe(type === 'accepted' ? NOW + 5_000 : undefined);
  });
});

describe('what an event writes', () => {
  it('acquired keeps the facts, and waits for the person when they have the result already', () => {
    const duplicate = { reason: 'duplicate', since: NOW, duplicateId: 'job-0' } as const;
    const next = transition(jobIn('queued'), { ...EVENTS.acquired, question: duplicate }, NOW);
    expect(next).toMatchObject({ source, waiting: duplicate });
    expect(transition(jobIn('queued'), EVENTS.acquired, NOW).waiting).toBeUndefined();
  });

  it('kept makes the picture itself the result, without an order', () => {
    const next = transition(jobIn('acquired'), EVENTS.kept, NOW);
    expect(next).toMatchObject({
      stage: 'done',
      finishedAt: NOW,
      result: { width: 800, height: 600, type: 'jpeg', bytes: 1_000 },
    });
    expect(next.submission).toBeUndefined();
  });

  it('rerouted begins anew with the other origin', () => {
    const next = transition(jobIn('queued', { waiting: signIn }), EVENTS.rerouted, NOW);
    expect(next).toMatchObject({ stage: 'queued', origin: { name: 'other.png' } });
    expect(next.waiting).toBeUndefined();
  });

  it('uploaded keeps the address, whose it is, and when it was made', () => {
    const next = transition(jobIn('acquired'), EVENTS.uploaded, NOW);
    expect(next.upload).toEqual({ uri: 'tos/2', at: NOW, account: 'id-1' });
  });

  it.each<[Stage, Stage]>([
    ['uploaded', 'acquired'],
    ['submitting', 'acquired'],
    ['generating', 'acquired'],
  ])('started-over leads from %s to a fresh upload, and keeps what was ordered', (from, to) => {
    const job = jobIn(from);
    const next = transition(job, EVENTS['started-over'], NOW);
    expect(next).toMatchObject({ stage: to, source });
    expect(next.upload ?? next.submission).toBeUndefined();
    const past = job.submission ? [{ ...job.submission, outcome: 'unconfirmed' }] : [];
    expect(next.pastSubmissions).toEqual([...job.pastSubmissions, ...past]);
  });

  it('upload-stale forgets the address but not the picture', () => {
    const next = transition(jobIn('uploaded'), EVENTS['upload-stale'], NOW);
    expect(next.upload).toBeUndefined();
    expect(next.source).toEqual(source);
  });

  it('input-missing forgets the facts of the picture', () => {
    expect(transition(jobIn('acquired'), EVENTS['input-missing'], NOW).source).toBeUndefined();
  });

  it('submission-begun notes the order and starts counting polls anew', () => {
    const job = jobIn('uploaded', { polls: 4, oddPolls: 2, attempt: 2 });
    expect(transition(job, EVENTS['submission-begun'], NOW)).toMatchObject({
      submission,
      polls: 0,
      oddPolls: 0,
      attempt: 2,
    });
  });

  it('accepted notes what the service told about the order', () => {
    const next = transition(jobIn('submitting', { polls: 3, oddPolls: 1 }), EVENTS.accepted, NOW);
    expect(next.submission).toEqual({ ...submission, historyId: 'h-1', forecastMs: 9_000 });
    expect(next).toMatchObject({ polls: 0, oddPolls: 0 });
  });

  it('submission-refused closes the order and counts the refusal', () => {
    const refused = { ...EVENTS['submission-refused'], notBefore: NOW + 15_000 };
    const next = transition(jobIn('submitting', { attempt: 1, polls: 2 }), refused, NOW);
    expect(next).toMatchObject({
      attempt: 2,
      waiting: signIn,
      notBefore: NOW + 15_000,
      polls: 0,
      pastSubmissions: [{ ...submission, outcome: 'refused' }],
    });
    expect(next.submission).toBeUndefined();
    expect(transition(jobIn('submitting'), EVENTS['submission-refused'], NOW)).not.toHaveProperty(
      'notBefore',
    );
  });

  it('polled counts polls, and odd ones only in a row', () => {
    const job = jobIn('generating', { polls: 2, oddPolls: 2, attempt: 5, waiting: signIn });
    const odd = transition(job, { ...EVENTS.polled, odd: true }, NOW);
    expect(odd).toMatchObject({ polls: 3, oddPolls: 3, attempt: 0, notBefore: NOW + 1_000 });
    expect(odd.waiting).toBeUndefined();
    expect(transition(odd, EVENTS.polled, NOW)).toMatchObject({ polls: 4, oddPolls: 0 });
  });

  it('polled keeps what was known about the order when it tells nothing new', () => {
    const known = { ...submission, historyId: 'h-9', forecastMs: 4_000 };
    const next = transition(jobIn('generating', { submission: known }), EVENTS.polled, NOW);
    expect(next.submission).toEqual(known);
  });

  it('tool-failed moves the order to the earlier ones, in their order', () => {
    const first = { ...submission, submitId: 's-0', outcome: 'refused' as const };
    const next = transition(
      jobIn('generating', { pastSubmissions: [first] }),
      EVENTS['tool-failed'],
      NOW,
    );
    expect(next.pastSubmissions).toEqual([first, { ...submission, outcome: 'failed' }]);
    expect(next.submission).toBeUndefined();
    expect(next.upload).toEqual(upload);
  });

  it('forgets the link and its signature once the bytes are stored', () => {
    const ready = transition(jobIn('generating'), EVENTS.finished, NOW);
    expect(ready.result?.url).toBe(result.url);
    const done = transition(ready, EVENTS.collected, NOW);
    expect(done.result).toEqual({
      url: '',
      width: result.width,
      height: result.height,
      type: 'png',
      bytes: 5,
    });
  });

  it('finished keeps the result and the history id, link-expired drops the result alone', () => {
    const ready = transition(jobIn('generating'), EVENTS.finished, NOW);
    expect(ready).toMatchObject({ result, submission: { historyId: 'h-2' } });
    const again = transition(ready, EVENTS['link-expired'], NOW);
    expect(again.result).toBeUndefined();
    expect(again.submission).toEqual(ready.submission);
  });

  it('link-expired counts the fresh links of a result until the person retries', () => {
    const first = transition(jobIn('ready'), EVENTS['link-expired'], NOW);
    const second = transition(transition(first, EVENTS.finished, NOW), EVENTS['link-expired'], NOW);
    expect([first.linkRefreshes, second.linkRefreshes]).toEqual([1, 2]);
    const failed = failedIn('ready', 'result-expired', { submission, linkRefreshes: 3 });
    expect(transition(failed, EVENTS.retried, NOW)).not.toHaveProperty('linkRefreshes');
  });

  it('collected ends the row once, however often the bytes are fetched again', () => {
    const done = transition(jobIn('ready'), EVENTS.collected, NOW);
    expect(done).toMatchObject({ finishedAt: NOW, submission: { outcome: 'done' } });
    expect(done.result).toMatchObject({ type: 'png', bytes: 5 });
    expect(transition(done, EVENTS.collected, NOW + 99).finishedAt).toBe(NOW);
  });

  it('postponed counts a failed try and ends a wait', () => {
    const next = transition(
      jobIn('acquired', { attempt: 1, waiting: signIn }),
      EVENTS.postponed,
      NOW,
    );
    expect(next).toMatchObject({ attempt: 2, notBefore: NOW + 1_000 });
    expect(next.waiting).toBeUndefined();
  });

  it('waits counts a failed try, and remembers since when it waits for the same thing', () => {
    const since = NOW - 90_000;
    const job = jobIn('acquired', {
      attempt: 1,
      notBefore: NOW - 5,
      waiting: { reason: 'network', since },
    });
    const waiting = { reason: 'network', since: NOW } as const;
    expect(transition(job, { type: 'waits', waiting, notBefore: NOW + 9 }, NOW)).toMatchObject({
      attempt: 2,
      waiting: { since },
      notBefore: NOW + 9,
    });
    const other = transition(job, EVENTS.waits, NOW);
    expect(other.waiting).toEqual(signIn);
    expect(other).not.toHaveProperty('notBefore');
  });

  it('resumed forgets the wait, its end and the tries', () => {
    const job = jobIn('uploaded', { attempt: 4, waiting: signIn, notBefore: NOW + 9 });
    const next = transition(job, EVENTS.resumed, NOW);
    expect(next.attempt).toBe(0);
    expect(next).not.toHaveProperty('waiting');
    expect(next).not.toHaveProperty('notBefore');
  });

  it.each([
    { type: 'failed', failure: { code: 'result-broken', charged: 'maybe', isTaskOpen: true } },
    { type: 'cancelled' },
  ] as const)('$type in ready forgets the signed link, and Retry asks for a fresh one', (event) => {
    const signed = { ...result, url: 'https://p.example/r?x-signature=SECRET', expiresAt: NOW + 9 };
    const job = jobIn('ready', { submission: { ...submission, historyId: 'h-1' }, result: signed });
    const ended = transition(job, event, NOW);
    expect(JSON.stringify(ended)).not.toContain('SECRET');
    expect(ended.result).toEqual({ ...result, url: '' });
    const again = transition(ended, { type: 'retried' }, NOW);
    expect(again.stage).toBe('generating');
    expect(again).not.toHaveProperty('result');
  });

  it.each([
    ['submitting', { code: 'submit-unconfirmed', charged: 'maybe' }, 'unconfirmed'],
    ['submitting', { code: 'region-refused', charged: 'maybe' }, 'unconfirmed'],
    ['generating', { code: 'server-error', charged: 'maybe', isTaskOpen: true }, 'abandoned'],
    ['submitting', { code: 'membership-needed', charged: 'no' }, 'refused'],
    ['generating', { code: 'generation-failed', charged: 'maybe' }, 'failed'],
  ] as const)('in %s, failed with %o marks the order as %s', (stage, failure, outcome) => {
    const next = transition(jobIn(stage), { type: 'failed', failure }, NOW);
    expect(next).toMatchObject({
      failure: { ...failure, at: stage },
      finishedAt: NOW,
      submission: { submitId: 's-1', outcome },
    });
  });

  it('failed before any order invents none', () => {
    expect(transition(jobIn('queued'), EVENTS.failed, NOW)).not.toHaveProperty('submission');
  });

  it('cancelled keeps the order, marked as abandoned', () => {
    expect(transition(jobIn('generating'), EVENTS.cancelled, NOW)).toMatchObject({
      finishedAt: NOW,
      submission: { submitId: 's-1', outcome: 'abandoned' },
    });
  });

  it('save-changed writes the save and nothing else', () => {
    const job = jobIn('done');
    expect(transition(job, EVENTS['save-changed'], NOW)).toEqual({
      ...job,
      updatedAt: NOW,
      saved: { state: 'saving', at: NOW },
    });
  });
});

describe('retried', () => {
  const retry = (job: Job, options?: Partial<Job['options']>) =>
    transition(job, { type: 'retried', ...(options && { options }) }, NOW);
  const withoutUpload = ({ upload: _, ...job }: Job): Job => job;
  const withoutSource = ({ source: _, upload: _u, ...job }: Job): Job => job;

  it.each<[string, Job, Stage]>([
    ['with an upload that is good', failedIn('uploaded', 'internal'), 'uploaded'],
    [
      'with an upload of the last millisecond that counts',
      failedIn('uploaded', 'internal', { upload: { uri: 'u', at: NOW - UPLOAD_VALID_MS + 1 } }),
      'uploaded',
    ],
    [
      'with an upload that is too old',
      failedIn('uploaded', 'internal', { upload: { uri: 'u', at: NOW - UPLOAD_VALID_MS } }),
      'acquired',
    ],
    [
      'with an upload the service could not read',
      failedIn('generating', 'upload-unreadable', { submission }),
      'acquired',
    ],
    ['without an upload', withoutUpload(failedIn('acquired', 'upload-refused')), 'acquired'],
    ['without a picture', withoutSource(failedIn('queued', 'source-timeout')), 'queued'],
    ['after a cancel before the order', jobIn('cancelled'), 'uploaded'],
    [
      'after a cancel of an order the service knows',
      jobIn('cancelled', { submission: { ...submission, historyId: 'h' } }),
      'generating',
    ],
    [
      'after a cancel of an order the service never confirmed',
      jobIn('cancelled', { submission }),
      'submitting',
    ],
    ['of a row that waits for credits', jobIn('uploaded', { waiting: signIn }), 'uploaded'],
  ])('%s goes back to the right stage', (_, job, stage) => {
    const next = retry(job);
    expect(next.stage).toBe(stage);
    expect(next).toMatchObject({ attempt: 0 });
    for (const key of ['failure', 'finishedAt', 'waiting', 'notBefore', 'saved'] as const) {
      expect(next[key]).toBeUndefined();
    }
  });

  it.each<[Stage, ErrorCode, boolean]>([
    ['generating', 'network', true],
    ['generating', 'outdated', true],
    ['generating', 'risk-control', true],
    ['ready', 'result-broken', true],
    ['generating', 'generation-failed', false],
    ['generating', 'busy', false],
  ])('after a failure in %s with %s follows the same order: %s', (at, code, isFollowed) => {
    const isTaskOpen = isFollowed ? ({ isTaskOpen: true } as const) : {};
    const failure: Failure = { code, at, charged: 'maybe', ...isTaskOpen };
    const job = failedIn(at, code, {
      failure,
      submission: { ...submission, outcome: 'failed' },
      result,
      polls: 7,
      oddPolls: 3,
    });
    expect(canBeFollowed(job)).toBe(isFollowed);
    const next = retry(job);
    expect(next.stage).toBe(isFollowed ? 'generating' : 'uploaded');
    expect(next).toMatchObject({ polls: 0, oddPolls: 0 });
    expect(next.result).toBeUndefined();
    if (isFollowed) {
      expect(next.submission).toEqual(submission);
      expect(next.pastSubmissions).toEqual([]);
    } else {
      expect(next.submission).toBeUndefined();
      expect(next.pastSubmissions).toEqual([{ ...submission, outcome: 'failed' }]);
    }
  });

  it('with other options makes a new order even if the old one could be followed', () => {
    const job = failedIn('generating', 'server-error', {
      failure: { code: 'server-error', at: 'generating', charged: 'maybe', isTaskOpen: true },
      submission: { ...submission, outcome: 'abandoned' },
      options: { target: '4k', upscaler: 'auto', detail: 0.5 },
    });
    expect(retry(job, { target: '2k' })).toMatchObject({
      stage: 'uploaded',
      options: { target: '2k', upscaler: 'auto', detail: 0.5 },
      pastSubmissions: [{ submitId: 's-1', outcome: 'abandoned' }],
    });
  });

  it('keeps what became of every earlier order', () => {
    const first = { ...submission, submitId: 's-0', outcome: 'refused' as const };
    const failed = { ...submission, outcome: 'failed' as const };
    const job = failedIn('generating', 'generation-failed', {
      pastSubmissions: [first],
      submission: failed,
    });
    expect(retry(job).pastSubmissions).toEqual([first, failed]);
  });

  describe('of an order that was never answered', () => {
    const unconfirmed = { ...submission, outcome: 'unconfirmed' as const };
    const job = failedIn('submitting', 'submit-unconfirmed', { submission: unconfirmed, polls: 6 });

    it('searches for that order before it makes another', () => {
      expect(retry(job)).toMatchObject({
        stage: 'submitting',
        isReorderWanted: true,
        submission,
        pastSubmissions: [],
        polls: 6,
      });
      expect(retry(job).submission).toEqual(submission);
    });

    it('makes another when it is not there', () => {
      const next = transition(retry(job), { type: 'not-found' }, NOW);
      expect(next).toMatchObject({ stage: 'uploaded', pastSubmissions: [unconfirmed], polls: 0 });
      expect(next.submission).toBeUndefined();
      expect(next.isReorderWanted).toBeUndefined();
    });

    it('sends the picture again if its upload has grown too old', () => {
      const old = { uri: 'u', at: NOW - UPLOAD_VALID_MS };
      const next = transition(retry({ ...job, upload: old }), { type: 'not-found' }, NOW);
      expect(next.stage).toBe('acquired');
      expect(next.upload).toBeUndefined();
    });

    it.each<JobEvent>([EVENTS.accepted, EVENTS.finished, EVENTS.cancelled, EVENTS.failed])(
      'asks for no other after $type',
      (event) => {
        expect(transition(retry(job), event, NOW).isReorderWanted).toBeUndefined();
      },
    );

    it('with other options is no longer about that order', () => {
      expect(retry(job, { target: '2k' })).toMatchObject({
        stage: 'uploaded',
        pastSubmissions: [unconfirmed],
      });
    });
  });

  it('takes a failed row to the screen without what it failed of', () => {
    const job = withoutSource(failedIn('queued', 'source-refused'));
    const next = transition(job, EVENTS.rerouted, NOW);
    expect(next).toMatchObject({ stage: 'queued', origin: { kind: 'file' } });
    expect(next.failure).toBeUndefined();
    expect(next.finishedAt).toBeUndefined();
  });

  it('drops an upload it cannot use', () => {
    expect(retry(failedIn('generating', 'upload-unreadable')).upload).toBeUndefined();
  });
});
