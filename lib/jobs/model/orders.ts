import type { TaskReport } from '@/lib/jimeng/model/task-report';
import type { Failure, Job, Stage, Submission } from './job';
import { isJoining, partsDone } from './parts';

/** How the events of `machine.ts` change the current and earlier orders of a job. Pure. */

/** Stages before an order. */
const BEFORE_ORDER: ReadonlySet<Stage> = new Set(['queued', 'acquired', 'uploaded']);

/** Whether the next order of a row is still to come, and none is under way. */
export function isBeforeOrder({ stage }: Pick<Job, 'stage'>): boolean {
  return BEFORE_ORDER.has(stage);
}

/** Records how the service refused the current order. */
export function withRefusal(job: Job, refusal: Submission['refusal']): Job {
  return refusal && job.submission ? { ...job, submission: { ...job.submission, refusal } } : job;
}

/** Drops the refusal of the current order: the service lists it. */
export function listed(job: Job): Job {
  if (!job.submission?.refusal) return job;
  const { refusal: _, ...submission } = job.submission;
  return { ...job, submission };
}

/** What an answer about an order says beside its state. */
export type OrderFacts = Pick<Submission, 'historyId' | 'forecastMs' | 'queue'>;

/** The facts in a report. */
export function factsIn(report: TaskReport): OrderFacts {
  const { historyId } = report;
  const { forecastMs, queue } = report.state === 'running' ? report : {};
  return {
    ...(historyId !== undefined && { historyId }),
    ...(forecastMs !== undefined && { forecastMs }),
    ...(queue && { queue }),
  };
}

/** Adds facts from the service to the current order. A place in the queue is true only of the latest answer. */
export function withFacts(job: Job, { historyId, forecastMs, queue }: OrderFacts): Job {
  if (!job.submission) return job;
  const { queue: _, ...submission } = job.submission;
  return {
    ...job,
    submission: {
      ...submission,
      ...(historyId !== undefined && { historyId }),
      ...(forecastMs !== undefined && { forecastMs }),
      ...(queue && { queue }),
    },
  };
}

/** Sets the outcome of the current order, which stays the current one. */
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

/** Outcome of the current order of a row that fails in this stage. */
export function outcomeOf(
  failure: Omit<Failure, 'at'>,
  stage: Stage,
): NonNullable<Submission['outcome']> {
  // Whether the order arrived is unknown.
  if (stage === 'submitting' && failure.charged === 'maybe') return 'unconfirmed';
  if (failure.isTaskOpen) return 'abandoned';
  return failure.charged === 'no' ? 'refused' : 'failed';
}

/** Whether an order was sent, or may have been, and it is unknown whether it arrived. */
export function isUnanswered({ stage, failure, submission }: Job): boolean {
  if (!submission || submission.historyId !== undefined) return false;
  if (submission.refusal) return true;
  return failure ? failure.code === 'submit-unconfirmed' : stage === 'cancelled';
}

/** Whether the service knows the current order and it has not failed there. */
export function canBeFollowed(job: Job): boolean {
  if (!job.submission) return false;
  if (job.stage === 'cancelled') return job.submission.historyId !== undefined;
  return job.failure?.isTaskOpen === true;
}

/** Reopens the current order: drops its outcome and its result. */
export function reopenSubmission(job: Job): Job {
  if (!job.submission) return job;
  const { outcome: _o, ...submission } = job.submission;
  const { result: _r, ...rest } = job;
  return { ...rest, submission };
}

/** Earlier orders of parts that do not fit the picture any more. */
export function withoutParts(job: Job): Job {
  const { part: _, ...whole } = job;
  return { ...whole, pastSubmissions: job.pastSubmissions.map(({ part: _p, ...past }) => past) };
}

/** Records what the latest closed order cost. */
export function withSpent(job: Job, credits: number): Job {
  const last = job.pastSubmissions.at(-1);
  if (!last) return job;
  return { ...job, pastSubmissions: [...job.pastSubmissions.slice(0, -1), { ...last, credits }] };
}

/** Of a long picture whose parts are joined: the order that delivered the last part becomes the current one. */
export function joined(job: Job): Job {
  const last = partsDone(job).at(-1);
  if (!isJoining(job) || job.submission || !last) return job;
  const { part: _, ...whole } = job;
  const pastSubmissions = job.pastSubmissions.filter((past) => past !== last);
  return { ...whole, submission: last, pastSubmissions };
}
