import type { Job } from '../model/job';
import type { Question } from '../model/job-event';
import { isPriceUnsaid } from '../model/questions';
import { knownCost } from '../rules/known-cost';
import type { JobDeps } from './deps';
import { nextPlace } from './site';

/**
 * Says beforehand what a long picture costs.
 * @param count of the orders to come
 */
export async function severalOrders(job: Job, count: number, deps: JobDeps): Promise<Question> {
  const { store, now } = deps;
  const { site } = await nextPlace(deps, job);
  const [ledger, automatic] = await Promise.all([store.costs(), store.automatic(site)]);
  const cost = knownCost(ledger, { ...job.options, site }, automatic, now());
  const credits = cost && { credits: cost.credits * count };
  return { reason: 'several-orders', since: now(), count, ...credits };
}

/** What is still to be asked once the person has answered a question of this row with "upscale". */
export async function nextQuestion(
  job: Job | undefined,
  deps: JobDeps,
): Promise<Question | undefined> {
  const plan = job?.source?.parts;
  return job && plan && isPriceUnsaid(job)
    ? severalOrders(job, plan.parts.length, deps)
    : undefined;
}
