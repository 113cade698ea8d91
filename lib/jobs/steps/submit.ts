import { chooseTool } from '../automatic';
import { balanceForOrder } from '../credits';
import type { JobDeps } from '../deps';
import type { Job, Submission } from '../job';
import { UPLOAD_VALID_MS } from '../machine';
import { firstLookAt, median } from '../pace';
import { checkOrder } from '../twin';
import { sessionToUse } from './session-to-use';
import { commit, type Step, settle } from './step';

/**
 * uploaded -> submitting -> generating: the one step that can cost credits.
 *
 * The order is on disk before it is sent, and it is sent once. A row found in
 * `submitting` by anybody else is only ever looked up (design: the money rule).
 */
export const submit: Step = async (job, deps) => {
  if (!job.upload || deps.now() - job.upload.at >= UPLOAD_VALID_MS) {
    await commit(deps, job, { type: 'upload-stale' });
    return;
  }
  const session = await sessionToUse(deps, job);
  if (!session) return;
  const now = deps.now();
  const tool = chooseTool(job, session.account, await deps.store.automatic(), now);
  const balance = await balanceForOrder(job, deps);
  const submission: Submission = { submitId: deps.uuid(), tool, at: now, ...balance };
  const begun = await commit(
    deps,
    job,
    { type: 'submission-begun', submission },
    { isStrict: true, queue: { lastSubmitAt: now }, twins: checkOrder(job, now) },
  );
  // Where another row has the picture, this one has stayed and asks.
  if (begun?.stage === 'submitting') await send(begun, submission, job.upload.uri, deps);
};

async function send(job: Job, submission: Submission, imageUri: string, deps: JobDeps) {
  const { submitId, tool } = submission;
  const { target, detail } = job.options;
  try {
    // No signal: once sent, an order must be heard out even if the person cancels.
    const accepted = await deps.service.submit({ submitId, tool, target, imageUri, detail });
    const learned = median(await deps.store.durations(tool, target));
    const notBefore = firstLookAt(deps.now(), learned ?? accepted.forecastMs);
    await commit(deps, job, { type: 'accepted', ...accepted, notBefore });
  } catch (error) {
    await settle(deps, job, error);
  }
}
