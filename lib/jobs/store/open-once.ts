/**
 * Opens something when it is asked for, and keeps it. A failure is not kept: the next call tries again.
 * @param open rejects with what the caller hears
 */
export function openOnce<T>(open: () => Promise<T>): () => Promise<T> {
  let opening: Promise<T> | undefined;
  return () => {
    opening ??= open().catch((error) => {
      opening = undefined;
      throw error;
    });
    return opening;
  };
}
