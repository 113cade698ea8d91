/**
 * When to look at a running task. Looking late costs the person time, looking
 * often costs the service requests; both costs stay a few per cent of the task.
 */

const UNKNOWN_TASK_MS = 2_000;
const SMALLEST_STEP_MS = 300;
const LARGEST_STEP_MS = 15_000;
/** From here on the worker sleeps between looks and alarms wake it, so steps may grow. */
const LONG_TASK_MS = 5 * 60_000;
const LARGEST_LONG_STEP_MS = 5 * 60_000;
/** How far ahead of the expected end the first look goes: being early costs one request, being late costs time. */
const AHEAD = 0.97;

/** After this long a task is called "still running" and is left to the person, ms. */
export const GIVE_UP_MS = 24 * 60 * 60_000;

/**
 * Time of the first look.
 * @param acceptedAt Unix ms
 * @param expectedMs learned or forecast duration
 */
export function firstLookAt(acceptedAt: number, expectedMs: number | undefined): number {
  return Math.round(
    acceptedAt + Math.max(SMALLEST_STEP_MS, (expectedMs ?? UNKNOWN_TASK_MS) * AHEAD),
  );
}

/** Time of the look after one at `now` that found the task running. */
export function nextLookAt(acceptedAt: number, now: number): number {
  const waited = now - acceptedAt;
  const largest = waited > LONG_TASK_MS ? LARGEST_LONG_STEP_MS : LARGEST_STEP_MS;
  return Math.round(now + Math.min(Math.max(waited / 10, SMALLEST_STEP_MS), largest));
}

/** Pauses between looks for an order that got no answer, ms (design section 3). */
const UNCONFIRMED_STEPS_MS = [3_000, 6_000, 12_000, 24_000, 48_000, 60_000];

/** When to look again for an unanswered order after `looks` looks; undefined when it must be given up. */
export function nextConfirmationAt(looks: number, now: number): number | undefined {
  const step = UNCONFIRMED_STEPS_MS[looks];
  return step === undefined ? undefined : now + step;
}

const REMEMBERED = 9;

/** Adds a duration to the remembered ones of its kind, ms, newest last. */
export function remember(durations: readonly number[], durationMs: number): number[] {
  return [...durations, durationMs].slice(-REMEMBERED);
}

/** Median of the remembered durations, ms; undefined while there are none. */
export function median(durations: readonly number[]): number | undefined {
  const sorted = [...durations].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}
