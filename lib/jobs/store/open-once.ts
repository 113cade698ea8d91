/**
 * Opens a resource on the first call and keeps it. After a failure the next call tries again.
 * @param open its rejection reaches the caller
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
