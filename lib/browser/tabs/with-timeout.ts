/**
 * Waits for an answer, but at most `ms`.
 * @param late the answer after the time limit; the work itself continues
 * @throws what the work throws within the time limit
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
