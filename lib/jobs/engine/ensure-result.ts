import type { ImageType } from '@/lib/images/formats/types';
import type { Jimeng } from '@/lib/jimeng/client';
import type { TaskReport } from '@/lib/jimeng/model/task-report';
import { JobError } from '../model/failure';
import type { Job, Submission } from '../model/job';
import { fetchResult } from '../steps/collect';
import type { JobDeps } from '../steps/deps';
import { atSite } from '../steps/site';
import { commit } from '../steps/step';
import { blobKey } from '../store/jobs';

/**
 * Makes sure that the result's bytes are stored; fetches them from the service again if they are gone.
 * @throws JobError `result-deleted`, and what the service and the store throw
 */
export async function ensureResult(job: Job, deps: JobDeps): Promise<ImageType> {
  const stored = await deps.store.blob(blobKey(job.id, 'result'));
  if (stored && job.result?.type) return job.result.type;

  // The service has the parts of a long picture, not the whole.
  const order = job.source?.parts ? undefined : job.submission;
  const report = order && (await lookUpOne(order, atSite(deps, job).service));
  if (report?.state !== 'done') throw new JobError('result-deleted');
  const { blob, result } = await fetchResult(job, report.image, deps);
  const latest = await deps.store.get(job.id);
  if (latest)
    await commit(deps, latest, { type: 'collected', result }, { blobs: { result: blob } });
  return result.type ?? 'png';
}

async function lookUpOne(
  { submitId, siteId }: Submission,
  service: Pick<Jimeng, 'lookUp'>,
): Promise<TaskReport | undefined> {
  const reports = await service.lookUp([submitId], siteId ? { siteId } : {});
  return reports.get(submitId);
}
