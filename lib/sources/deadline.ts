/** A signal that fires after a timeout or with another signal. `stop` clears the timer. */
export interface Deadline {
  readonly signal: AbortSignal;
  /** Whether the timeout fired, not the other signal. */
  readonly expired: boolean;
  stop(): void;
}

/** @param ms time until it fires */
export function deadline(ms: number, outer?: AbortSignal): Deadline {
  const controller = new AbortController();
  let expired = false;
  const timer = setTimeout(() => {
    expired = true;
    controller.abort(new DOMException('took too long', 'TimeoutError'));
  }, ms);
  return {
    signal: outer ? AbortSignal.any([outer, controller.signal]) : controller.signal,
    get expired() {
      return expired;
    },
    stop: () => clearTimeout(timer),
  };
}

/** Settles like `work`, but rejects with the signal's reason once it fires. */
export function abortable<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(signal.reason);
    if (signal.aborted) onAbort();
    signal.addEventListener('abort', onAbort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
  });
}
