/** Shortest time between two checks, ms: the results of a batch come one after the other. */
const PAUSE_MS = 30_000;

/**
 * Keeps results within their space while they arrive. The daily cleanup and the next start of the worker do the rest.
 * @param enforce removes what exceeds it
 * @param now Unix ms
 * @returns call it when a result has arrived or was saved
 */
export function createKeepSize(
  enforce: () => Promise<void>,
  now: () => number,
): () => Promise<void> {
  let last = Number.NEGATIVE_INFINITY;
  return async () => {
    // Less than nothing: the clock was set back.
    const since = now() - last;
    if (since >= 0 && since < PAUSE_MS) return;
    last = now();
    await enforce();
  };
}
