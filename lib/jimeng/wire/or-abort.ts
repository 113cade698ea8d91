/** Waits for shared work. An abort ends the wait with an `AbortError`, not the work. */
export async function orAbort<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return work;
  const aborted = () => new DOMException('The call was cancelled.', 'AbortError');
  work.catch(() => {});
  if (signal.aborted) throw aborted();
  const { promise, reject } = Promise.withResolvers<never>();
  const onAbort = () => reject(aborted());
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    return await Promise.race([work, promise]);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}
