/** Waits. An abort ends the wait early; it does not reject. @param ms duration */
export type Sleep = (ms: number, signal?: AbortSignal) => Promise<void>;

/** `Sleep` with the timer of the platform. */
export const sleep: Sleep = (ms, signal) =>
  new Promise((resolve) => {
    if (signal?.aborted) return resolve();
    const timer = setTimeout(end, ms);
    signal?.addEventListener('abort', end, { once: true });
    function end(): void {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
      resolve();
    }
  });
