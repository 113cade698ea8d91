import type { ImageType } from '@/lib/images/formats/types';
import { JobError } from '../model/failure';
import type { Job, ResultFacts } from '../model/job';
import type { JobDeps } from './deps';
import { planSave } from './plan-save';
import { commit, failStep, type Step } from './step';

/** ready -> done: the bytes of the result into the store, before its link expires. */
export const collect: Step = async (job, deps, signal) => {
  if (!job.result) return;
  try {
    const isAllowed = !job.submission?.isImported || ((await deps.hasConsent?.()) ?? true);
    if (!isAllowed) {
      await commit(deps, job, { type: 'waits', waiting: { reason: 'consent', since: deps.now() } });
      return;
    }
    const { blob, result } = await fetchResult(job, job.result, deps, signal);
    await planSave(job.id, deps);
    await commit(deps, job, { type: 'collected', result }, { blobs: { result: blob } });
  } catch (error) {
    await failStep(deps, job, error, { signal });
  }
};

/**
 * The same bytes under the type that they have. Chrome names a file by it, whatever name is asked for:
 * a picture without one is saved as text.
 */
export function typed(blob: Blob, type: ImageType): Blob {
  return blob.slice(0, blob.size, `image/${type}`);
}

/** Fetches and checks the bytes behind a result link. Rejects with JimengError or JobError. */
export async function fetchResult(
  { source, timeouts = 0 }: Pick<Job, 'source' | 'timeouts'>,
  { url, width, height, expiresAt }: ResultFacts,
  deps: Pick<JobDeps, 'service' | 'checkResult'>,
  signal?: AbortSignal,
): Promise<{ blob: Blob; result: ResultFacts }> {
  const blob = await deps.service.download(url, { timeouts, ...(signal && { signal }) });
  const sent = { width: source?.sentWidth ?? 0, height: source?.sentHeight ?? 0 };
  const facts = await deps.checkResult(blob, sent).catch((cause: unknown) => {
    throw new JobError('result-broken', { cause });
  });
  return {
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
}
