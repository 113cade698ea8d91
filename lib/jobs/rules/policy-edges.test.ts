import { describe, expect, it } from 'vitest';
import { sampleJob } from '@/tests/stories/jobs';
import type { ErrorCode, Job, Submission } from '../model/job';
import { decide, isRefusalInDoubt } from './policy';

const NOW = 1_000_000;
const submission: Submission = { submitId: 's', tool: 'smart-hd', at: NOW - 1 };
const decided = (job: Job, code: ErrorCode) => decide({ job, code, online: true, now: NOW });

it.each<[ErrorCode, number | undefined, boolean]>([
  ['region-refused', undefined, true],
  ['busy', 429, true],
  ['busy', 200, false],
  ['busy', undefined, false],
  ['server-error', 429, false],
  ['unknown-refusal', undefined, false],
])('a refusal with %s and HTTP status %s is in doubt: %s', (code, httpStatus, expected) => {
  const detail = httpStatus === undefined ? undefined : { httpStatus };
  const options = { target: '2k', upscaler: 'smart-hd', detail: 0.5 } as const;
  const job = sampleJob({ stage: 'submitting', submission, options });
  expect(isRefusalInDoubt({ job, code, ...(detail && { detail }) })).toBe(expected);
});

describe('a wait for credits', () => {
  it.each<[string, Partial<Submission>, object]>([
    [
      'names the balance and its account',
      { balance: 1, account: 'me' },
      { balance: 1, account: 'me' },
    ],
    ['names a balance of 0', { balance: 0 }, { balance: 0 }],
    ['names no account without a balance', { account: 'me' }, {}],
  ])('%s', (_, parts, known) => {
    const job = sampleJob({ stage: 'submitting', submission: { ...submission, ...parts } });
    expect(decided(job, 'no-credits')).toStrictEqual({
      action: 'wait',
      waiting: { reason: 'credits', since: NOW, code: 'no-credits', ...known },
      afterMs: 0,
    });
  });
});

it('waits for the network by its own tries, not by those of a slow line', () => {
  const job = sampleJob({ stage: 'acquired', attempt: 3, timeouts: 99 });
  expect(decided(job, 'network')).toMatchObject({ action: 'wait', afterMs: 15_000 });
});

it('takes a failure while generating for one of the poll, unless told otherwise', () => {
  const job = sampleJob({ stage: 'generating', submission });
  expect(decided(job, 'input-refused')).toMatchObject({ action: 'again' });
});
