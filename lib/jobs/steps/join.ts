import type { StripPlan } from '@/lib/images/formats/strip-plan';
import { caught, isAbort } from '../model/failure';
import type { Job } from '../model/job';
import { blobKey } from '../store/jobs';
import { typed } from './collect';
import type { JobDeps, ResultFile } from './deps';
import { drawingGuard } from './drawing-guard';
import { missingPart, withoutParts } from './parts';
import { planSave } from './plan-save';
import { restoreTransparency, type StoredResult } from './restore';
import { severalOrders } from './several-orders';
import { commit, failStep, type Step } from './step';

/** acquired, with the results of all parts -> done: joins them. They are kept until that is done. */
export const join: Step = async (job, deps, signal) => {
  const plan = job.source?.parts;
  if (!plan) return;
  const guard = drawingGuard(job, deps);
  try {
    const lost = await missingPart(job, 0, deps);
    if (lost < plan.parts.length) {
      await askAboutLost(job, lost, deps);
      return;
    }
    const results = await resultsOf(job, plan, deps);
    await guard.beforeDrawing();
    const joined = await joinedResult(plan, results, deps);
    const { blob, result } = await restoreTransparency(job, joined, deps);
    await planSave(job.id, deps);
    const blobs = { ...withoutParts(job), result: blob };
    await commit(deps, guard.row(), { type: 'collected', result }, { blobs });
  } catch (error) {
    if (isAbort(error, signal)) return;
    const { code } = caught(error);
    if (code === 'storage-full') {
      await failStep(deps, guard.row(), error, { signal });
      return;
    }
    if (code === 'internal') deps.report(error);
    const failure = { code: 'join-failed', charged: 'maybe' } as const;
    await commit(deps, guard.row(), { type: 'failed', failure });
  }
};

/** The results of the parts, with their sizes. Rejects with ImageError. */
async function resultsOf(job: Job, plan: StripPlan, deps: JobDeps): Promise<ResultFile[]> {
  const results: ResultFile[] = [];
  for (const [index, part] of plan.parts.entries()) {
    const bytes = await deps.store.blob(blobKey(job.id, `part-${index}`));
    if (!bytes) throw new Error('the result of a part is gone');
    const { width, height } = await deps.checkResult(bytes, part);
    results.push({ bytes, width, height });
  }
  return results;
}

async function joinedResult(
  plan: StripPlan,
  results: readonly ResultFile[],
  { joinParts, checkResult }: Pick<JobDeps, 'joinParts' | 'checkResult'>,
): Promise<StoredResult> {
  const { bytes } = await joinParts(plan, results);
  const { width, height, type, flaw } = await checkResult(bytes, plan);
  const facts = { width, height, type, bytes: bytes.size, ...(flaw && { flaw }) };
  return { blob: typed(bytes, type), result: { url: '', ...facts } };
}

/** The result of a part is no longer stored. Another order costs credits, so the person decides. */
async function askAboutLost(job: Job, part: number, deps: JobDeps): Promise<void> {
  const count = job.source?.parts?.parts.length ?? 0;
  let missing = 0;
  for (let at = part; at < count; at = await missingPart(job, at + 1, deps)) missing += 1;
  const question = { ...(await severalOrders(job, missing, deps)), isMore: true } as const;
  const blobs = { 'part-input': undefined };
  await commit(deps, job, { type: 'part-lost', part, question }, { blobs });
}
