import type { Job } from '../model/job';

/**
 * When to poll a running task. Polling late costs the person time, polling often costs the service
 * requests; both stay a few per cent of the task.
 */

const UNKNOWN_TASK_MS = 2_000;
const SMALLEST_STEP_MS = 150;
const LARGEST_STEP_MS = 15_000;
/** From here on the worker sleeps between polls and alarms wake it, so steps may grow. */
const LONG_TASK_MS = 5 * 60_000;
const LARGEST_LONG_STEP_MS = 5 * 60_000;
/** The longest remembered duration is expected of many, but at most so many times the median. */
const MANY_SPREAD = 1.02;
/** Remembered durations that differ by a larger share of the median are those of a service whose pace varies. */
const STEADY_SPREAD = 0.04;
/** Share of the remembered durations that are shorter than what is expected where the pace varies. */
const VARYING_SHARE = 0.25;
/** Share of the planned time that counts where the first poll found the task finished: it may have come late. */
const FOUND_AT_ONCE = 0.997;
/** Step of the first polls, around the expected end, as a share of the time waited. */
const EXPECTED_STEP = 0.03;
const EXPECTED_POLLS = 3;
const LATER_STEP = 0.1;

/** After this long, ms, a task is "still running": it no longer blocks others, and is polled rarely. */
const STILL_RUNNING_MS = 60 * 60_000;
/** Maximum step of such a task: a few requests a day, as long as it takes. */
const LARGEST_STILL_RUNNING_STEP_MS = 6 * 60 * 60_000;
/** What polling needs to know of a job. */
type PolledJob = Pick<Job, 'polls' | 'notBefore' | 'updatedAt' | 'submission'>;

/**
 * When the next step of a row is due, Unix ms. A row written in the future means that the clock was set
 * back: its plan is void, so it is due now.
 */
export function dueAt({ notBefore = 0, updatedAt }: PolledJob, now: number): number {
  return updatedAt > now ? now : notBefore;
}

/** Whether an image is the only one on its way, so that someone waits for it, or one of many. */
export type Among = 'single' | 'many';

/**
 * Duration after which a task is probably finished, ms; undefined while nothing was learned. Of many images, the next
 * ones are under way meanwhile, so a poll too many costs more than a short delay: it is the longest one remembered.
 *
 * Where the pace varies, it is a short one of those remembered. A task that the first poll finds finished may have
 * ended long before, and it is remembered with the time of that poll. So the remembered durations are too long, and to
 * wait for a longer one would let the expectation grow.
 * @param durations remembered ones of its kind, ms
 */
export function expectedMs(durations: readonly number[], among: Among): number | undefined {
  const middle = median(durations);
  if (middle === undefined) return undefined;
  const longest = Math.max(...durations);
  if (longest - Math.min(...durations) > STEADY_SPREAD * middle) {
    return quantile(durations, VARYING_SHARE);
  }
  return among === 'single' ? middle : Math.min(longest, middle * MANY_SPREAD);
}

/**
 * Time of the first poll, Unix ms.
 * @param from Unix ms from which the duration counts
 * @param expected learned or forecast duration, ms; the wait is capped however long it is
 */
export function firstPollAt(from: number, expected: number | undefined): number {
  const wanted = expected ?? UNKNOWN_TASK_MS;
  return Math.round(from + Math.min(Math.max(SMALLEST_STEP_MS, wanted), LARGEST_LONG_STEP_MS));
}

/**
 * Time of the next poll, Unix ms, after one at `now` found the task running: a tenth of the time waited,
 * and sooner after the first polls, around the expected end. No pause is more than twice the previous
 * one, because after a sleep or a clock jump the time waited says little about the task.
 */
export function nextPollAt(job: PolledJob, now: number): number {
  const waited = now - (job.submission?.at ?? now);
  // The clock was set back: the time waited is unknown.
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

/** Whether a task that was just found running is polled rarely from now on. */
export function isStillRunning(job: PolledJob, now: number): boolean {
  const isOld = now - (job.submission?.at ?? now) > STILL_RUNNING_MS;
  // Only polls slow the pace down: a task that merely seems old, after a sleep, still has short pauses.
  return isOld && nextPollAt(job, now) - now >= LARGEST_LONG_STEP_MS;
}

/**
 * Duration of a task that was found finished at `now`, ms, from the sending of its order: the middle between the last poll
 * that found it running and the planned time of this one. If none did, a little less than that planned time. Counting
 * delays, too, would let the expectation grow without end. Undefined if a due poll was missed, for example while the
 * machine slept.
 */
export function measuredDuration(job: PolledJob, now: number): number | undefined {
  const { polls, submission, updatedAt, notBefore = updatedAt } = job;
  const at = submission?.at ?? now;
  const late = Math.max((now - at) / 5, UNKNOWN_TASK_MS);
  // Polled along with others, it may be found before its own poll is due.
  const length = Math.min(now, notBefore) - at;
  if (length <= 0 || now - notBefore > late) return undefined;
  if (polls === 0) return Math.round(length * FOUND_AT_ONCE);
  const unseen = at + length - updatedAt;
  return unseen <= late ? Math.round(length - Math.max(0, unseen) / 2) : undefined;
}

/** Pauses, ms, between polls for an unanswered order. */
const UNCONFIRMED_STEPS_MS = [3_000, 6_000, 12_000, 24_000, 48_000, 60_000];

/** When to poll again for an unanswered order, Unix ms; undefined when it is given up. */
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
  return quantile(durations, 0.5);
}

/** The remembered duration, ms, below which this share of them lies; undefined while there are none. */
function quantile(durations: readonly number[], share: number): number | undefined {
  const sorted = [...durations].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length * share)];
}
