import type { PreparedImage } from '@/lib/images/formats/types';
import type { Job, SourceFacts } from '../model/job';
import type { Question } from '../model/job-event';
import { checkBytes } from '../rules/duplicate';
import { isAlreadyLarge } from '../rules/target-size';
import type { JobDeps } from './deps';
import { drawingGuard } from './drawing-guard';
import { sessionOrReason } from './require-session';
import { severalOrders } from './several-orders';
import { atSite, nextPlace } from './site';
import { commit, failStep, type Step } from './step';

/** Longest name of a host, by DNS. */
const MAX_HOST = 253;

/** queued -> acquired: the bytes of what was clicked, ready to be sent. */
export const acquire: Step = async (job, deps, signal) => {
  warmUp(job, deps).catch(deps.report);
  const guard = drawingGuard(job, deps);
  try {
    const { bytes, via, larger } = await deps.acquire(job.origin, signal);
    const prepared = await deps.prepare(bytes, {
      target: job.options.target,
      ...(job.options.background && { background: job.options.background }),
      beforeDrawing: guard.beforeDrawing,
    });
    const source: SourceFacts = {
      ...factsOf(prepared),
      ...(via && { via }),
      ...(larger && { original: { ...larger, host: larger.host.slice(0, MAX_HOST) } }),
    };
    const question = await questionAbout(job, source, deps);
    const event = { type: 'acquired', source, ...(question && { question }) } as const;
    const duplicateCheck = checkBytes(deps.now());
    const acquired = await commit(deps, guard.row(), event, {
      blobs: { input: prepared.image, shown: prepared.shown },
      duplicateCheck,
    });
    if (duplicateCheck.joined) deps.onJoined?.(duplicateCheck.joined, job);
    // A row that was cancelled meanwhile still needs its file for Retry.
    const { blobKey } = job.origin;
    if (acquired && blobKey) await deps.store.deleteBlob(blobKey);
  } catch (error) {
    await failStep(deps, guard.row(), error, { signal });
  }
};

/** Requests the upload key while the picture is being read: the key costs a round trip of its own. */
async function warmUp(job: Job, deps: JobDeps): Promise<void> {
  const next = { ...job, ...(await nextPlace(deps, job)) };
  if ('state' in (await sessionOrReason(deps, next))) atSite(deps, next).service.warmUp();
}

function factsOf(prepared: PreparedImage): SourceFacts {
  const { found, sent, changes, sha256, transparency, parts } = prepared;
  return {
    type: found.type,
    width: found.width,
    height: found.height,
    bytes: found.bytes,
    sha256,
    changes,
    ...(found.colours && { colours: found.colours }),
    ...(transparency && { transparency }),
    sentType: sent.type,
    sentWidth: sent.width,
    sentHeight: sent.height,
    sentBytes: sent.bytes,
    ...(parts && { parts }),
  };
}

/** Asks before credits are spent on a picture that is large enough, or several times on a long one. */
async function questionAbout(
  job: Job,
  source: SourceFacts,
  deps: JobDeps,
): Promise<Question | undefined> {
  // A vector image has no size of its own.
  const isDrawn = source.changes.includes('rasterised');
  if (!isDrawn && isAlreadyLarge(source, job.options.target)) {
    return { reason: 'already-large', since: deps.now() };
  }
  return source.parts && severalOrders(job, source.parts.parts.length, deps);
}
