/**
 * Waits for an answer, and no longer than so many ms.
 * @param late what counts as the answer then; the work itself goes on
 * @throws what the work throws in time
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
