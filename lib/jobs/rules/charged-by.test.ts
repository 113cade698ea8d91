import { describe, expect, it } from 'vitest';
import type { Job } from '../model/job';
import { chargedBy } from './policy';

describe('chargedBy', () => {
  const submission = { submitId: 's', tool: 'smart-hd', at: 1 } as const;

  it.each<[string, Partial<Job> & Pick<Job, 'stage'>, boolean, 'no' | 'maybe']>([
    ['before any order', { stage: 'acquired' }, true, 'no'],
    ['an unclear end before any order', { stage: 'queued' }, false, 'no'],
    [
      'a refusal after an order that nobody found',
      {
        stage: 'submitting',
        submission,
        pastSubmissions: [{ ...submission, outcome: 'unconfirmed' }],
      },
      true,
      'maybe',
    ],
    [
      'an upload after an order that was given up',
      { stage: 'acquired', pastSubmissions: [{ ...submission, outcome: 'abandoned' }] },
      true,
      'maybe',
    ],
    [
      'a refusal after an order that was refused',
      { stage: 'submitting', submission, pastSubmissions: [{ ...submission, outcome: 'refused' }] },
      true,
      'no',
    ],
    ['an order that was refused', { stage: 'submitting', submission }, true, 'no'],
    ['an order without an answer', { stage: 'submitting', submission }, false, 'maybe'],
    ['a task that failed', { stage: 'generating', submission }, true, 'maybe'],
    ['a result that could not be fetched', { stage: 'ready', submission }, true, 'maybe'],
  ])('is honest about %s', (_, job, isRefusal, charged) => {
    expect(chargedBy({ pastSubmissions: [], ...job }, isRefusal)).toBe(charged);
  });
});
