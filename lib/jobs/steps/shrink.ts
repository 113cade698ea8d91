import type { PreparedImage } from '@/lib/images/formats/types';
import { isAbort } from '../model/failure';
import type { Job, SourceFacts } from '../model/job';
import { smallerLimits } from '../rules/smaller-file';
import { blobKey } from '../store/jobs';
import { drawingGuard } from './drawing-guard';
import { commit, failStep, type Step } from './step';

/**
 * acquired, with a smaller file wanted -> acquired: replaces the stored picture by a smaller file. If that
 * is impossible, the row goes on with the file it has.
 */
export const shrink: Step = async (job, deps, signal) => {
  const guard = drawingGuard(job, deps);
  try {
    const input = await deps.store.blob(blobKey(job.id, 'input'));
    if (!input || !job.source) {
      await commit(deps, job, { type: 'shrunk' });
      return;
    }
    const made = await madeSmaller(input, job, job.source, deps, guard.beforeDrawing);
    if (!made) await commit(deps, guard.row(), { type: 'shrunk' });
    else {
      const source = sourceOf(job.source, made);
      await commit(deps, guard.row(), { type: 'shrunk', source }, { blobs: { input: made.image } });
    }
  } catch (error) {
    if (isAbort(error, signal)) return;
    await failStep(deps, guard.row(), error, { signal });
  }
};

/** Undefined if the file cannot be made, or is not smaller. */
async function madeSmaller(
  input: Blob,
  { options }: Job,
  source: SourceFacts,
  { prepare }: Parameters<Step>[1],
  beforeDrawing: () => Promise<void>,
): Promise<PreparedImage | undefined> {
  try {
    const limits = smallerLimits(source);
    const made = await prepare(input, { target: options.target, limits, beforeDrawing });
    return made.image.size < input.size ? made : undefined;
  } catch (error) {
    if (error instanceof Error && error.name === 'ImageError') return undefined;
    throw error;
  }
}

/** Only the facts of the sent bytes change. The hash stays: by it a duplicate of the picture is found. */
function sourceOf(source: SourceFacts, { sent, changes }: PreparedImage): SourceFacts {
  return {
    ...source,
    sentType: sent.type,
    sentWidth: sent.width,
    sentHeight: sent.height,
    sentBytes: sent.bytes,
    changes: [...new Set([...source.changes, ...changes])],
  };
}
