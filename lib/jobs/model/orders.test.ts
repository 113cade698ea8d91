import { describe, expect, it } from 'vitest';
import { NOW, sampleJob } from '@/tests/stories/jobs';
import type { Job, Stage, Submission } from './job';
import type { JobEvent } from './job-event';
import { transition } from './machine';
import { canBeFollowed, isUnanswered, reopenSubmission } from './orders';

const submission: Submission = { submitId: 's-1', tool: 'smart-hd', at: NOW - 30_000 };
const refusal = { code: 'region-refused', detail: { ret: '3000' } } as const;
const result = { url: 'https://p.example/r', width: 1600, height: 1200 };
const ordered = (stage: Stage, parts: Partial<Submission> = {}): Job =>
  sampleJob({ stage, submission: { ...submission, ...parts } });

describe('a refusal in doubt', () => {
  const postponed: JobEvent = { type: 'postponed', notBefore: NOW + 1, refusal };

  it('is noted with the order, and kept by a try that tells nothing new', () => {
    const noted = transition(ordered('submitting'), postponed, NOW);
    expect(noted.submission).toEqual({ ...submission, refusal });
    const again = transition(noted, { type: 'postponed', notBefore: NOW + 2 }, NOW);
    expect(again.submission).toEqual({ ...submission, refusal });
  });

  it('is noted nowhere without an order', () => {
    expect(transition(sampleJob(), postponed, NOW)).not.toHaveProperty('submission');
  });

  it.each<JobEvent>([
    { type: 'accepted', notBefore: NOW },
    { type: 'finished', result },
  ])('is forgotten once the order is listed: $type', (event) => {
    const row = transition(ordered('submitting', { refusal }), event, NOW);
    expect(row.submission).toStrictEqual(submission);
  });

  it.each([
    ['refused', { refusal }],
    ['unconfirmed', {}],
  ] as const)('decides that an order that is not found was %s', (outcome, parts) => {
    const { pastSubmissions } = transition(
      ordered('submitting', parts),
      { type: 'not-found' },
      NOW,
    );
    expect(pastSubmissions).toEqual([{ ...submission, ...parts, outcome }]);
  });
});

describe('a row whose order is missing', () => {
  it.each<JobEvent>([
    { type: 'accepted', historyId: 'h-1', notBefore: NOW },
    { type: 'finished', result, historyId: 'h-1' },
    { type: 'not-found' },
  ])('takes $type, and invents no order', (event) => {
    const row = transition(sampleJob({ stage: 'submitting' }), event, NOW);
    expect(row).not.toHaveProperty('submission');
    expect(row.pastSubmissions).toEqual([]);
  });

  it('can neither be followed nor reopened', () => {
    const row = sampleJob({ stage: 'cancelled' });
    expect(canBeFollowed(row)).toBe(false);
    expect(reopenSubmission(row)).toBe(row);
  });
});

describe('whether an order is unanswered', () => {
  const failedWith = (
    code: 'submit-unconfirmed' | 'busy',
    parts: Partial<Submission> = {},
  ): Job => ({
    ...ordered('failed', parts),
    failure: { code, at: 'submitting', charged: 'maybe' },
  });

  it.each<[string, Job, boolean]>([
    ['was cancelled', ordered('cancelled'), true],
    ['was cancelled, and is known to the service', ordered('cancelled', { historyId: 'h' }), false],
    ['was not found', failedWith('submit-unconfirmed'), true],
    ['failed for another reason', failedWith('busy'), false],
    ['was refused in doubt', failedWith('busy', { refusal }), true],
    ['was refused in doubt, and is known', failedWith('busy', { refusal, historyId: 'h' }), false],
    ['goes on', ordered('generating'), false],
  ])('of a row that %s', (_, row, expected) => {
    expect(isUnanswered(row)).toBe(expected);
  });

  it('cannot be asked of an order that goes on, which nobody has to follow again', () => {
    expect(canBeFollowed(ordered('generating'))).toBe(false);
  });
});

describe('what becomes of the order', () => {
  it('is abandoned by a Retry with other options, if nobody said what became of it', () => {
    const options = { target: '4k' } as const;
    const row = transition(ordered('cancelled'), { type: 'retried', options }, NOW);
    expect(row.pastSubmissions).toEqual([{ ...submission, outcome: 'abandoned' }]);
  });

  it('is unconfirmed, and its result forgotten, when the person starts over', () => {
    const row = transition({ ...ordered('failed'), result }, { type: 'started-over' }, NOW);
    expect(row.pastSubmissions).toEqual([{ ...submission, outcome: 'unconfirmed' }]);
    expect(row).not.toHaveProperty('result');
  });
});
