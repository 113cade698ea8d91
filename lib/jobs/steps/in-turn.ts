import type { JobDeps } from './deps';

/** Pause, ms, before the next try while another order is being judged. */
const RETRY_MS = 250;

/**
 * Runs `work` while no other one runs: between the moment at which limits are read and the commit of the order, an
 * order of the other site would count for nothing.
 * @returns its outcome; undefined if the signal aborted before it began
 */
export async function inTurn<T>(
  { withLock, sleep }: Pick<JobDeps, 'withLock' | 'sleep'>,
  signal: AbortSignal,
  work: () => Promise<T>,
): Promise<T | undefined> {
  while (!signal.aborted) {
    const ran = await withLock('limits', async () => ({ outcome: await work() }));
    if (ran) return ran.outcome;
    await sleep(RETRY_MS, signal);
  }
  return undefined;
}
