import { describe, expect, it } from 'vitest';
import {
  EVENTS,
  failedIn,
  jobIn,
  NOW,
  result,
  signIn,
  submission,
} from '@/tests/support/machine-events';
import type { ErrorCode, Failure, Job, Stage } from './job';
import type { JobEvent } from './job-event';
import { transition, UPLOAD_VALID_MS } from './machine';
import { canBeFollowed } from './orders';

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
