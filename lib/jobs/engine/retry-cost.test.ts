import { describe, expect, it } from 'vitest';
import { ALL_CODES, sampleJob } from '@/tests/stories/jobs';
import type { ErrorCode, Job } from '../model/job';
import { transition } from '../model/machine';
import { otherRemediesOf, remedyOf } from '../model/remedy';
import { chargedBy, decide } from '../rules/policy';

const NOW = 1_000_000;
const submission = { submitId: 's', tool: 'smart-hd', at: NOW - 9_000 } as const;
const upload = { uri: 'u', at: NOW - 9_000 };

/** Whether Retry makes a new order instead of following the one that may be paid for. */
function makesNewOrder(job: Job): boolean {
  return transition(job, { type: 'retried' }, NOW).stage !== 'generating';
}

function remediesOf(job: Job): readonly (string | undefined)[] {
  return [remedyOf(job), ...otherRemediesOf(job)];
}

/** The row that failed with this code in this stage, by the rules themselves; undefined if it does not fail. */
function failedRow(
  code: ErrorCode,
  stage: 'submitting' | 'generating' | 'ready',
  isTaskOver: boolean,
) {
  const job = sampleJob({
    stage,
    upload,
    submission,
    attempt: 20,
    linkRefreshes: 20,
    holds: 20,
    timeouts: 20,
  });
  const { action } = decide({ job, code, online: true, isTaskOver, now: NOW });
  if (action !== 'fail' && action !== 'stop-queue') return undefined;
  const failure = {
    code,
    charged: chargedBy(job, true),
    ...(stage !== 'submitting' && !isTaskOver && { isTaskOpen: true as const }),
  };
  return transition(job, { type: 'failed', failure }, NOW);
}

const failures = ALL_CODES.flatMap((code) =>
  (['submitting', 'generating', 'ready'] as const).flatMap((stage) =>
    (stage === 'generating' ? [false, true] : [false]).flatMap((isTaskOver) => {
      const job = failedRow(code, stage, isTaskOver);
      return job ? [{ code, stage, end: isTaskOver ? 'task over' : 'task open', job }] : [];
    }),
  ),
);

describe('Retry of a failed order', () => {
  it('is offered after many codes, with the warning and without it', () => {
    const offers = (remedy: string) =>
      failures.filter(({ job }) => remediesOf(job).includes(remedy));
    expect(offers('retry').length).toBeGreaterThan(20);
    expect(offers('retry-may-cost').length).toBeGreaterThan(20);
  });

  it.each(failures.filter(({ job }) => remediesOf(job).includes('retry')))(
    'without a warning costs nothing twice after $code in $stage, $end',
    ({ job }) => expect(makesNewOrder(job) && job.failure?.charged === 'maybe').toBe(false),
  );
});

it.each([
  ['before the order', {}, 'retry'],
  ['of an order the service knows', { submission: { ...submission, historyId: 'h' } }, 'retry'],
  ['of an order that may have arrived', { submission }, 'retry-may-cost'],
] as const)('Retry after a cancel warns only where it may cost: %s', (_, parts, remedy) => {
  const job = sampleJob({ stage: 'cancelled', upload, ...parts });
  expect(remedyOf(job)).toBe(remedy);
});
