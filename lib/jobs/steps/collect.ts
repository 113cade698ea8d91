import type { ImageType } from '@/lib/images/formats/types';
import { JobError } from '../model/failure';
import type { Job, ResultFacts } from '../model/job';
import { partOf, sentSize } from '../model/parts';
import { isEnlarged } from '../model/result-flaws';
import { siteOf } from '../model/site';
import { hasNextTool, hasSwitched, learnedTool } from '../rules/choose-tool';
import { isAlreadyLarge } from '../rules/target-size';
import type { JobDeps } from './deps';
import { drawingGuard } from './drawing-guard';
import { missingPart } from './parts';
import { planSave } from './plan-save';
import { restoreTransparency, type StoredResult } from './restore';
import { atSite } from './site';
import { commit, failStep, type Step } from './step';

/** ready -> done: stores the bytes of the result before its link expires. */
export const collect: Step = async (job, deps, signal) => {
  if (!job.result) return;
  const guard = drawingGuard(job, deps);
  try {
    const isAllowed = !job.submission?.isImported || ((await deps.hasConsent?.()) ?? true);
    if (!isAllowed) {
      await commit(deps, job, { type: 'waits', waiting: { reason: 'consent', since: deps.now() } });
      return;
    }
    const options = { signal, beforeRestoring: guard.beforeDrawing };
    const { blob, result } = await fetchResult(job, job.result, deps, options);
    const row = guard.row();
    const part = partOf(job);
    const blobs = part === undefined ? { result: blob } : {};
    if (shouldTryNext(job, result)) {
      await commit(deps, row, { type: 'not-enlarged', result }, { blobs });
      return;
    }
    if (part !== undefined) {
      await partCollected(job, part, { blob, result }, deps);
      return;
    }
    await planSave(job.id, deps);
    const done = await commit(deps, row, { type: 'collected', result }, { blobs });
    if (done && hasSwitched(job)) await rememberTool(job, result, deps);
  } catch (error) {
    await failStep(deps, guard.row(), error, { signal });
  }
};

/** Stores the result of a part of a long picture; its link expires long before the last part is done. */
async function partCollected(
  job: Job,
  part: number,
  { blob, result }: { blob: Blob; result: ResultFacts },
  deps: JobDeps,
): Promise<void> {
  const next = await missingPart(job, part + 1, deps);
  const blobs = { [`part-${part}`]: blob, 'part-input': undefined };
  const row = await commit(deps, job, { type: 'part-collected', next }, { blobs });
  if (row && hasSwitched(job)) await rememberTool(job, result, deps);
}

/**
 * Whether Automatic tries the next upscaler, because this picture is no larger than what was sent. A
 * picture that was large enough before cannot be expected to grow.
 */
function shouldTryNext(job: Job, result: ResultFacts): boolean {
  const sent = sentSize(job);
  if (!job.source || isEnlarged(sent, result) || !hasNextTool(job)) return false;
  return !isAlreadyLarge(sent, job.options.target);
}

/** Automatic begins the next orders of this account with the upscaler that worked. */
async function rememberTool(job: Job, result: ResultFacts, { store, now }: JobDeps): Promise<void> {
  const { submission, source } = job;
  // Without an account nobody knows for whom it worked.
  if (!submission?.account || !source || !isEnlarged(sentSize(job), result)) return;
  await store.rememberAutomatic(
    siteOf(job),
    learnedTool(submission.account, submission.tool, now()),
  );
}

/**
 * The same bytes with their real MIME type. Chrome derives the file extension from it, whatever name was
 * requested, and saves a blob without one as text.
 */
export function typed(blob: Blob, type: ImageType): Blob {
  return blob.slice(0, blob.size, `image/${type}`);
}

interface FetchOptions {
  signal?: AbortSignal;
  beforeRestoring?: () => Promise<void>;
}

/**
 * Fetches and checks the bytes behind a result link. Unless they are a part of a long picture, they get the
 * transparency of the picture.
 * Rejects with JimengError or JobError.
 */
export async function fetchResult(
  job: Pick<Job, 'id' | 'site' | 'source' | 'part' | 'timeouts'>,
  { url, width, height, expiresAt }: ResultFacts,
  deps: Pick<
    JobDeps,
    'sites' | 'inContainer' | 'checkResult' | 'store' | 'restoreTransparency' | 'report'
  >,
  { signal, beforeRestoring }: FetchOptions = {},
): Promise<StoredResult> {
  const { timeouts = 0 } = job;
  const { service } = atSite(deps, job);
  const blob = await service.download(url, { timeouts, ...(signal && { signal }) });
  const facts = await deps.checkResult(blob, sentSize(job)).catch((cause: unknown) => {
    throw new JobError('result-broken', { cause });
  });
  const stored: StoredResult = {
    blob: typed(blob, facts.type),
    result: {
      url,
      ...(expiresAt !== undefined && { expiresAt }),
      width: facts.width || width,
      height: facts.height || height,
      type: facts.type,
      bytes: blob.size,
      ...(facts.flaw && { flaw: facts.flaw }),
    },
  };
  const isPart = partOf(job) !== undefined;
  return isPart ? stored : restoreTransparency(job, stored, deps, beforeRestoring);
}
