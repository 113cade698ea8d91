import { describe, expect, it } from 'vitest';
import {
  EVENTS,
  failedIn,
  jobIn,
  NOW,
  result,
  signIn,
  source,
  submission,
  upload,
} from '@/tests/support/machine-events';
import type { Stage } from './job';
import { transition } from './machine';

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
