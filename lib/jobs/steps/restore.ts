import type { Job, ResultFacts } from '../model/job';
import { blobKey } from '../store/jobs';
import type { JobDeps } from './deps';

/** A result as it is stored. */
export interface StoredResult {
  blob: Blob;
  result: ResultFacts;
}

/**
 * Gives a result the transparency of the picture that the person saw. If that fails, the result stays without
 * it, and says so: it was paid for.
 * @param beforeRestoring awaited first; rejects if restoring has killed the worker before
 * @throws DOMException `AbortError` if the row changed meanwhile
 */
export async function restoreTransparency(
  { id, source }: Pick<Job, 'id' | 'source'>,
  stored: StoredResult,
  deps: Pick<JobDeps, 'store' | 'restoreTransparency' | 'report'>,
  beforeRestoring: () => Promise<void> = async () => undefined,
): Promise<StoredResult> {
  const { transparency } = source ?? {};
  if (!transparency || transparency.kind === 'flattened') return stored;
  try {
    const shown = await deps.store.blob(blobKey(id, 'shown'));
    if (shown && deps.restoreTransparency) {
      await beforeRestoring();
      const blob = await deps.restoreTransparency(stored.blob, shown, transparency);
      return { blob, result: { ...stored.result, type: 'png', bytes: blob.size } };
    }
  } catch (error) {
    if (error instanceof Error && error.name === 'AbortError') throw error;
    deps.report(error);
  }
  return {
    ...stored,
    result: { ...stored.result, flaw: stored.result.flaw ?? 'transparency-lost' },
  };
}
