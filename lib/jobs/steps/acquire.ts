import type { PreparedImage } from '@/lib/images/formats/types';
import type { Job, SourceFacts } from '../model/job';
import type { Question } from '../model/job-event';
import { checkBytes } from '../rules/duplicate';
import { isAlreadyLarge } from '../rules/target-size';
import type { JobDeps } from './deps';
import { sessionOrReason } from './require-session';
import { commit, failStep, type Step } from './step';

/**
 * How often redrawing is started for a job. A drawing that kills its worker, as it can in Firefox where
 * both share a thread, would otherwise be retried at every start. One extra try, for a browser that
 * was simply closed.
 */
const MAX_DRAWINGS = 2;

/** queued -> acquired: the bytes of what was clicked, ready to be sent. */
export const acquire: Step = async (job, deps, signal) => {
  warmUp(deps).catch(deps.report);
  let row = job;
  /** On disk before the drawing begins. */
  async function beforeDrawing(): Promise<void> {
    if ((row.drawings ?? 0) >= MAX_DRAWINGS) throw new UnendingDrawing();
    const begun = await commit(deps, row, { type: 'drawing-begun' }, { isStrict: true });
    // For example, the job was cancelled.
    if (!begun) throw new DOMException('the row has changed', 'AbortError');
    row = begun;
  }
  try {
    const { bytes, via } = await deps.acquire(job.origin, signal);
    const prepared = await deps.prepare(bytes, { target: job.options.target, beforeDrawing });
    const source: SourceFacts = { ...factsOf(prepared), ...(via && { via }) };
    const question = questionAbout(job, source, deps);
    const event = { type: 'acquired', source, ...(question && { question }) } as const;
    const duplicateCheck = checkBytes(deps.now());
    const acquired = await commit(deps, row, event, {
      blobs: { input: prepared.image },
      duplicateCheck,
    });
    if (duplicateCheck.joined) deps.onJoined?.(duplicateCheck.joined, job);
    // A row that was cancelled meanwhile still needs its file for Retry.
    const { blobKey } = job.origin;
    if (acquired && blobKey) await deps.store.deleteBlob(blobKey);
  } catch (error) {
    await failStep(deps, row, error, { signal });
  }
};

/** Redrawing this picture killed every worker that tried. */
class UnendingDrawing extends Error {
  override name = 'ImageError' as const;
  readonly code = 'image-too-large';
}

/** Requests the upload key while the picture is being read: the key costs a round trip of its own. */
async function warmUp(deps: JobDeps): Promise<void> {
  if ('state' in (await sessionOrReason(deps))) deps.service.warmUp();
}

function factsOf({ found, sent, changes, sha256 }: PreparedImage): SourceFacts {
  return {
    type: found.type,
    width: found.width,
    height: found.height,
    bytes: found.bytes,
    sha256,
    changes,
    sentType: sent.type,
    sentWidth: sent.width,
    sentHeight: sent.height,
    sentBytes: sent.bytes,
  };
}

/** Asks before credits are spent on a picture that is large enough. */
function questionAbout(job: Job, source: SourceFacts, deps: JobDeps): Question | undefined {
  // A vector image has no size of its own.
  const isDrawn = source.changes.includes('rasterised');
  return !isDrawn && isAlreadyLarge(source, job.options.target)
    ? { reason: 'already-large', since: deps.now() }
    : undefined;
}
