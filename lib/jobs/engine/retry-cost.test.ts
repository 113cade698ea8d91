import { describe, expect, it } from 'vitest';
import { ALL_CODES, sampleJob } from '@/tests/stories/jobs';
import type { Job } from '../model/job';
import { transition } from '../model/machine';
import { otherRemediesOf, remedyOf } from '../model/remedy';

const NOW = 1_000_000;
const submission = { submitId: 's', tool: 'smart-hd', at: NOW - 9_000 } as const;
const upload = { uri: 'u', at: NOW - 9_000 };

/** Whether Retry makes a new order instead of following the one that may be paid for. */
function makesNewOrder(job: Job): boolean {
  return transition(job, { type: 'retried' }, NOW).stage !== 'generating';
}

function offersPlainRetry(job: Job): boolean {
  return remedyOf(job) === 'retry' || otherRemediesOf(job).includes('retry');
}

describe('a Retry without a warning', () => {
  const failures = ALL_CODES.flatMap((code) =>
    (['submitting', 'generating', 'ready'] as const).map((at) => ({ code, at })),
  );

  it.each(failures)('never pays twice after $code in $at', ({ code, at }) => {
    const failure = { code, at, charged: 'maybe' } as const;
    const job = sampleJob({ stage: 'failed', upload, submission, failure });
    expect(offersPlainRetry(job) && makesNewOrder(job)).toBe(false);
  });

  it.each([
    ['before the order', {}, 'retry'],
    ['of an order the service knows', { submission: { ...submission, historyId: 'h' } }, 'retry'],
    ['of an order that may have arrived', { submission }, 'retry-may-cost'],
  ] as const)('is offered after a cancel only where it is free: %s', (_, parts, remedy) => {
    const job = sampleJob({ stage: 'cancelled', upload, ...parts });
    expect(remedyOf(job)).toBe(remedy);
  });
});
