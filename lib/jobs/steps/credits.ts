import { caught } from '../model/failure';
import type { Job } from '../model/job';
import { relation } from '../model/known-logins';
import type { JobDeps } from './deps';
import { commit } from './step';

/** Refusals that are about more than this one question. */
const STOPS_EVERYTHING: ReadonlySet<string> = new Set([
  'signed-out',
  'risk-control',
  'account-restricted',
]);

/** Whether a failed question after the balance stands for everything else that would be asked. */
export function stopsEverything(error: unknown): boolean {
  return STOPS_EVERYTHING.has(caught(error).code);
}

/** An order that came to no good end may still be charged, or paid back, for this long, ms. */
const UNSETTLED_MS = 10 * 60_000;
/** Rows looked through for such orders. */
const RECENT_ROWS = 20;
/** After this long, ms, the balance may have changed without us: on the site, or to another account's. */
const FRESH_MS = 2 * 60_000;
/** A commit loses against a save at the same moment; a few tries always suffice. */
const TRIES = 4;

/**
 * The balance while nothing of ours can change it; undefined if something can, or if the service
 * does not tell. Costs one request. Rejects only with what stops everything else as well.
 */
export async function idleBalance(
  job: Job,
  { store, service, now }: Pick<JobDeps, 'store' | 'service' | 'now'>,
  signal: AbortSignal,
): Promise<{ total: number; at: number } | undefined> {
  try {
    const [open, recent] = await Promise.all([store.open(), store.list(RECENT_ROWS)]);
    const canChange = [job, ...open, ...recent].some((each) => isUnsettled(each, now()));
    if (canChange) return undefined;
    const at = now();
    const { total } = await service.credits({ signal });
    return { total, at };
  } catch (error) {
    if (stopsEverything(error)) throw error;
    return undefined;
  }
}

/** Whether an order of the row may be charged or paid back from now on. */
function isUnsettled({ stage, submission, pastSubmissions, updatedAt }: Job, now: number): boolean {
  const orders = submission ? [...pastSubmissions, submission] : pastSubmissions;
  return orders.some(({ outcome }) => {
    if (outcome === 'done' || outcome === 'refused') return false;
    const isUnderWay = outcome === undefined && stage !== 'done';
    return isUnderWay || now - updatedAt < UNSETTLED_MS;
  });
}

/** Whether the change of a row told what became of an order: only then can the balance be another. */
export function hasSettledOrder(job: Job, before: Job | undefined): boolean {
  const outcome = job.submission?.outcome;
  return outcome !== undefined && outcome !== before?.submission?.outcome;
}

/** What is to be remembered of the balance with an order that is about to be sent. */
export async function balanceForOrder(
  { upload }: Pick<Job, 'upload'>,
  account: string,
  { store, now }: Pick<JobDeps, 'store' | 'now'>,
): Promise<{ balance?: number }> {
  if (upload?.balance?.account !== account) return {};
  const { lastSubmitAt } = await store.queue();
  const { total, at } = upload.balance;
  return lastSubmitAt < at && now() - at < FRESH_MS ? { balance: total } : {};
}

/**
 * Notes what a finished order has cost, by the balance after it. Nothing is noted where that would
 * be a guess: another order came since, or credits were added.
 * @param seen the balance, asked for after the row was done, and the login it is of
 * @returns whether something was noted
 */
export async function noteCost(
  jobId: string,
  { total, login }: { total: number; login: string },
  deps: JobDeps,
): Promise<boolean> {
  const { store, now } = deps;
  const logins = await deps.accounts.known();
  for (let tries = 0; tries < TRIES; tries += 1) {
    const [job, { lastSubmitAt }] = await Promise.all([store.get(jobId), store.queue()]);
    const { submission } = job ?? {};
    if (job?.stage !== 'done' || job.credits !== undefined) return false;
    if (submission?.balance === undefined || submission.at !== lastSubmitAt) return false;
    if (relation(logins, submission.account, login) !== 'same') return false;
    const credits = submission.balance - total;
    if (credits < 0) return false;
    if (await commit(deps, job, { type: 'cost-seen', credits })) {
      await store.addCost(submission.tool, job.options.target, { credits, at: now() });
      return true;
    }
  }
  return false;
}
