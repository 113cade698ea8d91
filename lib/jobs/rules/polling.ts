import type { Job } from '../model/job';

/**
 * When to look at a running task. Looking late costs the person time, looking
 * often costs the service requests; both costs stay a few per cent of the task.
 */

const UNKNOWN_TASK_MS = 2_000;
const SMALLEST_STEP_MS = 150;
const LARGEST_STEP_MS = 15_000;
/** From here on the worker sleeps between looks and alarms wake it, so steps may grow. */
const LONG_TASK_MS = 5 * 60_000;
const LARGEST_LONG_STEP_MS = 5 * 60_000;
/** How far ahead of the expected end the first look goes: being early costs one request, being late costs time. */
const FIRST_POLL_SHARE = 0.97;
/** The first looks expect the end any moment: if it is not there, so much of the time waited later. */
const EXPECTED_STEP = 0.03;
const EXPECTED_POLLS = 3;
const LATER_STEP = 0.1;

/** After this long a task is called "still running", ms: it no longer holds up others, and is looked at seldom. */
const STILL_RUNNING_MS = 60 * 60_000;
/** Steps of such a task: a few requests a day, for as long as it takes. */
const LARGEST_STILL_RUNNING_STEP_MS = 6 * 60 * 60_000;
/** An order as far as its pace goes. */
type PolledJob = Pick<Job, 'polls' | 'notBefore' | 'updatedAt' | 'submission'>;

/**
 * When the next step of a row is due, Unix ms. A row that was written in the future tells that the
 * clock was set back: its plan says nothing any more, so it is due now.
 */
export function dueAt({ notBefore = 0, updatedAt }: PolledJob, now: number): number {
  return updatedAt > now ? now : notBefore;
}

/**
 * Time of the first look.
 * @param acceptedAt Unix ms
 * @param expectedMs learned or forecast duration; however long it is said to be, it is not waited
 *   for blindly
 */
export function firstPollAt(acceptedAt: number, expectedMs: number | undefined): number {
  const wanted = (expectedMs ?? UNKNOWN_TASK_MS) * FIRST_POLL_SHARE;
  return Math.round(
    acceptedAt + Math.min(Math.max(SMALLEST_STEP_MS, wanted), LARGEST_LONG_STEP_MS),
  );
}

/**
 * Time of the look after one at `now` that found the task running: a tenth of the time waited, and
 * sooner after the first looks, which came when the end was expected. No pause is more than twice the
 * one before, because after a sleep or a jump of the clock the time waited says little about the task.
 */
export function nextPollAt(job: PolledJob, now: number): number {
  const waited = now - (job.submission?.at ?? now);
  // Set back: how long it has taken is not known.
  const wanted =
    waited < 0
      ? LARGEST_STEP_MS
      : waited * (job.polls < EXPECTED_POLLS ? EXPECTED_STEP : LATER_STEP);
  const before = job.notBefore === undefined ? undefined : job.notBefore - job.updatedAt;
  const doubled = before === undefined ? wanted : Math.max(before * 2, SMALLEST_STEP_MS);
  const step = Math.min(Math.max(Math.min(wanted, doubled), SMALLEST_STEP_MS), largestStep(waited));
  return Math.round(now + step);
}

function largestStep(waited: number): number {
  if (waited > STILL_RUNNING_MS) return LARGEST_STILL_RUNNING_STEP_MS;
  return waited > LONG_TASK_MS ? LARGEST_LONG_STEP_MS : LARGEST_STEP_MS;
}

/** Whether a task that was just found running takes so long that it is looked at seldom from now on. */
export function isStillRunning(job: PolledJob, now: number): boolean {
  const isOld = now - (job.submission?.at ?? now) > STILL_RUNNING_MS;
  // Its pace slows down only with looks: one that merely seems old, after a sleep, is still quick.
  return isOld && nextPollAt(job, now) - now >= LARGEST_LONG_STEP_MS;
}

/**
 * How long a task took that was found finished at `now`, ms. It ended between two looks. If the first
 * look finds it finished, it ended before that look was planned for: how late the look really came
 * says nothing, and would let the expectation grow without end. Undefined if nobody looked when a
 * look was due, for example because the machine slept: that teaches nothing.
 */
export function measuredDuration(job: PolledJob, now: number): number | undefined {
  const { polls, submission, updatedAt, notBefore = updatedAt } = job;
  const at = submission?.at ?? now;
  const length = now - at;
  const late = Math.max(length / 5, UNKNOWN_TASK_MS);
  if (length <= 0 || now - notBefore > late) return undefined;
  if (polls === 0) return notBefore > at ? Math.min(length, notBefore - at) : undefined;
  const unseen = now - updatedAt;
  return unseen <= late ? Math.round(length - unseen / 2) : undefined;
}

/** Pauses between looks for an order that got no answer, ms (design section 3). */
const UNCONFIRMED_STEPS_MS = [3_000, 6_000, 12_000, 24_000, 48_000, 60_000];

/** When to look again for an unanswered order after `looks` looks; undefined when it must be given up. */
export function nextUnconfirmedPollAt(polls: number, now: number): number | undefined {
  const step = UNCONFIRMED_STEPS_MS[polls];
  return step === undefined ? undefined : now + step;
}

const REMEMBERED = 9;

/** Adds a duration to the remembered ones of its kind, ms, newest last. */
export function rememberDuration(durations: readonly number[], durationMs: number): number[] {
  return [...durations, durationMs].slice(-REMEMBERED);
}

/** Median of the remembered durations, ms; undefined while there are none. */
export function median(durations: readonly number[]): number | undefined {
  const sorted = [...durations].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}
