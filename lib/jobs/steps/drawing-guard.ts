import type { Job } from '../model/job';
import type { JobDeps } from './deps';
import { commit } from './step';

/**
 * How often redrawing is started for a job. A drawing that kills its worker, as it can in Firefox where
 * both share a thread, would otherwise be retried at every start. One extra try, for a browser that
 * was simply closed.
 */
const MAX_DRAWINGS = 2;

/** Redrawing this picture killed every worker that tried. */
class UnendingDrawing extends Error {
  override name = 'ImageError' as const;
  readonly code = 'image-too-large';
}

/** Counts, on disk, the attempts to redraw the picture of a job. */
export function drawingGuard(
  job: Job,
  deps: JobDeps,
): {
  /** The job as last committed. */
  row(): Job;
  /** Awaited before each attempt. @throws UnendingDrawing; DOMException `AbortError` if the row changed */
  beforeDrawing(): Promise<void>;
} {
  let row = job;
  return {
    row: () => row,
    async beforeDrawing() {
      if ((row.drawings ?? 0) >= MAX_DRAWINGS) throw new UnendingDrawing();
      const begun = await commit(deps, row, { type: 'drawing-begun' }, { isStrict: true });
      // For example, the job was cancelled.
      if (!begun) throw new DOMException('the row has changed', 'AbortError');
      row = begun;
    },
  };
}
