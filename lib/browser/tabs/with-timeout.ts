/**
 * Waits for a result at most so many ms.
 * @param late the result after the timeout; the work itself continues
 * @throws what the work throws before the timeout
 */
export async function withTimeout<T>(ms: number, late: T, work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const deadline = new Promise<T>((resolve) => {
    timer = setTimeout(resolve, ms, late);
  });
  try {
    return await Promise.race([work, deadline]);
  } finally {
    clearTimeout(timer);
  }
}
