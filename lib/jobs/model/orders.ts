import type { Failure, Job, Stage, Submission } from './job';

/** What the events of `machine.ts` do to the current order of a row and to the earlier ones. Pure. */

/** Notes how the service refused the current order. */
export function withRefusal(job: Job, refusal: Submission['refusal']): Job {
  return refusal && job.submission ? { ...job, submission: { ...job.submission, refusal } } : job;
}

/** The service lists the current order, so a refusal of it no longer counts. */
export function listed(job: Job): Job {
  if (!job.submission?.refusal) return job;
  const { refusal: _, ...submission } = job.submission;
  return { ...job, submission };
}

/** Adds what the service told about the submission. */
export function withFacts(job: Job, facts: { historyId?: string; forecastMs?: number }): Job {
  if (!job.submission) return job;
  return {
    ...job,
    submission: {
      ...job.submission,
      ...(facts.historyId !== undefined && { historyId: facts.historyId }),
      ...(facts.forecastMs !== undefined && { forecastMs: facts.forecastMs }),
    },
  };
}

/** Notes what became of the current order, which stays the current one. */
export function markSubmission(job: Job, outcome: NonNullable<Submission['outcome']>): Job {
  return job.submission ? { ...job, submission: { ...job.submission, outcome } } : job;
}

/** Moves the current order to the earlier ones. */
export function closeSubmission(job: Job, outcome: NonNullable<Submission['outcome']>): Job {
  const { submission, ...rest } = job;
  if (!submission) return job;
  const closed = { ...submission, outcome: submission.outcome ?? outcome };
  return {
    ...rest,
    pastSubmissions: [...job.pastSubmissions, closed],
    polls: 0,
    oddPolls: 0,
  };
}

/** What became of the current order of a row that fails in this stage. */
export function outcomeOf(
  failure: Omit<Failure, 'at'>,
  stage: Stage,
): NonNullable<Submission['outcome']> {
  // Nobody ever said whether the order arrived.
  if (stage === 'submitting' && failure.charged === 'maybe') return 'unconfirmed';
  if (failure.isTaskOpen) return 'abandoned';
  return failure.charged === 'no' ? 'refused' : 'failed';
}

/** Whether an order was sent, or was about to be, and nobody ever said whether it arrived. */
export function isUnanswered({ stage, failure, submission }: Job): boolean {
  if (!submission || submission.historyId !== undefined) return false;
  if (submission.refusal) return true;
  return failure ? failure.code === 'submit-unconfirmed' : stage === 'cancelled';
}

/** Whether the current order is known to the service and has not failed there. */
export function canBeFollowed(job: Job): boolean {
  if (!job.submission) return false;
  if (job.stage === 'cancelled') return job.submission.historyId !== undefined;
  return job.failure?.isTaskOpen === true;
}

/** The current order is followed again, without what it had ended with. */
export function reopenSubmission(job: Job): Job {
  if (!job.submission) return job;
  const { outcome: _o, ...submission } = job.submission;
  const { result: _r, ...rest } = job;
  return { ...rest, submission };
}
