/** How long to back off before a failed request is repeated. Pure. */

const OFFLINE_MS = [2_000, 4_000, 8_000, 15_000, 30_000, 60_000, 300_000];
const COOL_DOWN_MS = [15_000, 30_000, 60_000, 120_000, 300_000, 600_000];
/** Cap of Retry-After, which may name years. */
export const LONGEST_RETRY_AFTER_MS = 60 * 60_000;

/**
 * Pause, ms, before a new order after one that was refused as busy.
 * @param refusals earlier orders of the row that were refused
 * @param isEndless whether the row waits however often, because the next one would be refused like it
 * @returns undefined after too many
 */
export function busyDelayMs(
  refusals: number,
  retryAfterMs = 0,
  isEndless = false,
): number | undefined {
  const afterMs = COOL_DOWN_MS[refusals] ?? (isEndless ? COOL_DOWN_MS.at(-1) : undefined);
  return afterMs && Math.max(afterMs, Math.min(retryAfterMs, LONGEST_RETRY_AFTER_MS));
}

/** Back-off without a network, ms. Never gives up: the network may be back tomorrow. */
export function connectivityDelayMs(attempt: number): number {
  return OFFLINE_MS[Math.min(attempt, OFFLINE_MS.length - 1)] ?? 300_000;
}

/** First and longest pause, ms, before the balance is read again for a job that waits for credits. */
const FIRST_CREDITS_MS = 5 * 60_000;
const LONGEST_CREDITS_MS = 60 * 60_000;
/** First pause, ms, after the balance could not be read. */
const FIRST_UNREAD_MS = 2_000;

/**
 * Pause, ms, before the balance is read again: 5 minutes, doubling to an hour.
 * @param waitedMs since the wait began
 */
export function creditsDelayMs(waitedMs: number): number {
  return Math.min(FIRST_CREDITS_MS + Math.max(0, waitedMs), LONGEST_CREDITS_MS);
}

/**
 * The same after the balance could not be read. At first sooner: credits that are bought before the first
 * reading go unnoticed.
 */
export function unreadCreditsDelayMs(waitedMs: number): number {
  return waitedMs < FIRST_CREDITS_MS
    ? Math.max(FIRST_UNREAD_MS, waitedMs)
    : creditsDelayMs(waitedMs);
}
