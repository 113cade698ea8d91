import type { PreparedImage } from '@/lib/images/formats/types';
import type { Job, SourceFacts } from '../model/job';
import type { Question } from '../model/job-event';
import { checkBytes } from '../rules/duplicate';
import { isAlreadyLarge } from '../rules/target-size';
import type { JobDeps } from './deps';
import { sessionOrReason } from './require-session';
import { commit, failStep, type Step } from './step';

/**
 * How often drawing is begun for a row. A drawing that outlives its worker, as it can in Firefox where
 * both have one thread, would else be taken up again at each start. One try more, for a browser that
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
    // The row was cancelled, say.
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
    // A row that was cancelled meanwhile still needs its file: Retry begins with it.
    const { blobKey } = job.origin;
    if (acquired && blobKey) await deps.store.deleteBlob(blobKey);
  } catch (error) {
    await failStep(deps, row, error, { signal });
  }
};

/** Drawing this picture has ended every worker that began. */
class UnendingDrawing extends Error {
  override name = 'ImageError' as const;
  readonly code = 'image-too-large';
}

/** The upload key takes a round trip of its own: it is asked for while the picture is being read. */
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

/** Credits are not spent on what is large enough. */
function questionAbout(job: Job, source: SourceFacts, deps: JobDeps): Question | undefined {
  // A drawing has any size; the one it was drawn at says nothing.
  const isDrawn = source.changes.includes('rasterised');
  return !isDrawn && isAlreadyLarge(source, job.options.target)
    ? { reason: 'already-large', since: deps.now() }
    : undefined;
}
