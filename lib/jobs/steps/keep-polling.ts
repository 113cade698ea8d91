import { kindOfOrder } from '../model/order-kind';
import type { OrderFacts } from '../model/orders';
import { dueAt, expectedMs, firstPollAt, isStillRunning, nextPollAt } from '../rules/polling';
import type { Ordered } from './ask-about';
import type { JobDeps } from './deps';
import { commit } from './step';

/** Pause, ms, before the poll that confirms an undocumented end. */
const CONFIRM_END_MS = 3_000;

/** What a poll told of a task that has not ended. */
export interface PollFacts extends OrderFacts {
  odd?: boolean;
  isEndDoubted?: true;
}

/** submitting, generating -> generating: plans the next poll of a task that runs, and notes what this one told. */
export async function keepPolling(
  job: Ordered,
  deps: JobDeps,
  { odd = false, ...facts }: PollFacts,
): Promise<void> {
  const now = deps.now();
  const { at } = job.submission;
  if (facts.isEndDoubted) {
    const event = { ...facts, notBefore: now + CONFIRM_END_MS };
    if (job.stage === 'submitting') await commit(deps, job, { type: 'accepted', ...event });
    else await commit(deps, job, { type: 'polled', odd, ...event });
    return;
  }
  if (job.stage === 'submitting') {
    const learned = expectedMs(
      await deps.store.durations(kindOfOrder(job, job.submission.tool)),
      'single',
    );
    const notBefore = Math.max(firstPollAt(at, learned ?? facts.forecastMs), nextPollAt(job, now));
    await commit(deps, job, { type: 'accepted', ...facts, notBefore });
    return;
  }
  // A row polled along with others keeps its own plan.
  const notBefore = Math.max(nextPollAt(job, now), dueAt(job, now));
  const stillRunning = { reason: 'still-running', since: now, polledAt: now } as const;
  const waiting = isStillRunning(job, now) && { waiting: stillRunning };
  await commit(deps, job, { type: 'polled', odd, ...facts, notBefore, ...waiting });
}

/**
 * Whether a row that is still running was polled along with others, before its own poll was due, and this says nothing
 * new; a place in the queue is news only to its own poll. Such a poll is not counted: the polls around the expected end
 * are.
 */
export function isUnchanged(
  job: Ordered,
  { historyId, forecastMs }: PollFacts,
  now: number,
): boolean {
  const { stage, submission } = job;
  if (stage !== 'generating' || dueAt(job, now) <= now) return false;
  // A poll ends all of these.
  const { waiting, holds, timeouts, isEndDoubted, attempt, oddPolls } = job;
  if (waiting || holds || timeouts || isEndDoubted || submission.refusal) return false;
  const isKnown =
    (historyId ?? submission.historyId) === submission.historyId &&
    (forecastMs ?? submission.forecastMs) === submission.forecastMs;
  return isKnown && attempt === 0 && oddPolls === 0;
}
