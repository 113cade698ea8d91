import { caught } from '../model/failure';
import type { Balance, Job } from '../model/job';
import { relation } from '../model/known-logins';
import { kindOfOrder } from '../model/order-kind';
import { partOf } from '../model/parts';
import { siteFacts, siteOf } from '../model/site';
import type { JobDeps } from './deps';
import { atSite } from './site';
import { commit } from './step';

/** Refusals that concern every request, not only this one. */
const STOPS_EVERYTHING: ReadonlySet<string> = new Set([
  'signed-out',
  'risk-control',
  'account-restricted',
]);

/** Whether a failed request means that every other request would fail, too. */
export function stopsEverything(error: unknown): boolean {
  return STOPS_EVERYTHING.has(caught(error).code);
}

/** How long, ms, a failed order may still be charged or refunded. */
const UNSETTLED_MS = 10 * 60_000;
/** Recent rows searched for such orders. */
const RECENT_ROWS = 20;
/** Age, ms, after which a balance may have changed without us: on the site, or by another sign-in. */
const FRESH_MS = 2 * 60_000;
/** A commit loses against a save at the same moment; a few tries always suffice. */
const TRIES = 4;

/**
 * The balance while no running order can change it; undefined if one can, or if the request fails.
 * Costs one request. Rejects only with errors that stop everything (`stopsEverything`).
 */
async function idleBalance(
  job: Job,
  deps: Pick<JobDeps, 'store' | 'sites' | 'inContainer' | 'now'>,
  signal: AbortSignal,
): Promise<{ total: number; at: number } | undefined> {
  const { store, now } = deps;
  try {
    const [open, recent] = await Promise.all([store.open(), store.list(RECENT_ROWS)]);
    const site = siteOf(job);
    const canChange = [job, ...open, ...recent].some(
      (each) => siteOf(each) === site && isUnsettled(each, now()),
    );
    if (canChange) return undefined;
    const at = now();
    const { total } = await atSite(deps, job).service.credits({ signal });
    return { total, at };
  } catch (error) {
    if (stopsEverything(error)) throw error;
    return undefined;
  }
}

/**
 * The same for a row that is about to be uploaded. None if other rows will be ordered before it, which changes the balance;
 * but the balance before a further part of a long picture tells what the part before it cost.
 */
export async function balanceForUpload(
  job: Job,
  deps: Pick<JobDeps, 'store' | 'sites' | 'inContainer' | 'now'>,
  signal: AbortSignal,
): Promise<{ total: number; at: number } | undefined> {
  const isFirst = partOf(job) === undefined || job.pastSubmissions.length === 0;
  const others = isFirst ? await deps.store.open().catch(() => []) : [];
  if (others.some((other) => isAheadOf(other, job))) return undefined;
  return idleBalance(job, deps, signal);
}

/** Whether a row on its way to the service will be ordered before another one. */
function isAheadOf(other: Job, job: Job): boolean {
  const isEarlier = other.createdAt < job.createdAt && other.stage === 'acquired';
  const isOnItsWay = other.stage === 'uploaded' || isEarlier;
  return other.id !== job.id && siteOf(other) === siteOf(job) && !other.waiting && isOnItsWay;
}

/** Whether an order of the job may still be charged or refunded. */
function isUnsettled({ stage, submission, pastSubmissions, updatedAt }: Job, now: number): boolean {
  const orders = submission ? [...pastSubmissions, submission] : pastSubmissions;
  return orders.some(({ outcome }) => {
    if (outcome === 'done' || outcome === 'not-larger' || outcome === 'refused') return false;
    const isUnderWay = outcome === undefined && stage !== 'done';
    return isUnderWay || now - updatedAt < UNSETTLED_MS;
  });
}

/** Whether this change of a row settled an order; only then can the balance have changed. */
export function hasSettledOrder(job: Job, before: Job | undefined): boolean {
  const outcome = job.submission?.outcome;
  return outcome !== undefined && outcome !== before?.submission?.outcome;
}

/**
 * The balance to store with an order that is about to be sent. At a site whose prices nobody has reported it is read
 * again if it is old: the person may have been asked something since the upload.
 */
export async function balanceForOrder(
  job: Job,
  account: string,
  deps: Pick<JobDeps, 'store' | 'sites' | 'inContainer' | 'now'>,
  signal: AbortSignal,
): Promise<{ balance?: number }> {
  const known = job.upload?.balance;
  const { lastSubmitAt } = await deps.store.queue(siteOf(job));
  const isFresh =
    known?.account === account && lastSubmitAt < known.at && deps.now() - known.at < FRESH_MS;
  if (isFresh) return { balance: known.total };
  const seen = siteFacts(job).isPriceKnown ? undefined : await idleBalance(job, deps, signal);
  return seen ? { balance: seen.total } : {};
}

/**
 * What the order of the part before cost, by the balance after it; undefined if that would be a guess. Adds it
 * to the known costs.
 */
export async function spentOnPart(
  job: Pick<Job, 'site' | 'options' | 'pastSubmissions'>,
  after: Balance,
  { store }: Pick<JobDeps, 'store'>,
): Promise<number | undefined> {
  const last = job.pastSubmissions.at(-1);
  const isKnown = last?.part !== undefined && last.outcome === 'done' && last.credits === undefined;
  if (!isKnown || last.balance === undefined || last.account !== after.account) return undefined;
  const { lastSubmitAt } = await store.queue(siteOf(job));
  const credits = last.balance - after.total;
  if (last.at !== lastSubmitAt || credits < 0) return undefined;
  await store.addCost(kindOfOrder(job, last.tool), { credits, at: after.at });
  return credits;
}

/** Credits of all orders of a row, of which the last one cost this; undefined if one is unknown. */
function allCredits({ source, pastSubmissions }: Job, last: number): number | undefined {
  if (!source?.parts) return last;
  const others = pastSubmissions.filter(({ outcome }) => outcome === 'done');
  if (others.some(({ credits }) => credits === undefined)) return undefined;
  return others.reduce((sum, { credits = 0 }) => sum + credits, last);
}

/**
 * Records the cost of a finished order, measured by the balance after it. Records nothing if that would be
 * a guess: another order was made since, or credits were added.
 * @param seen balance read after the row was done, and its login
 * @returns whether a cost was recorded
 */
export async function noteCost(
  jobId: string,
  { total, login }: { total: number; login: string },
  deps: JobDeps,
): Promise<boolean> {
  const { store, now } = deps;
  const logins = await deps.accounts.known();
  let isAdded = false;
  for (let tries = 0; tries < TRIES; tries += 1) {
    const job = await store.get(jobId);
    if (job?.stage !== 'done' || job.credits !== undefined) return false;
    const { submission } = job;
    const { lastSubmitAt } = await store.queue(siteOf(job));
    if (submission?.balance === undefined || submission.at !== lastSubmitAt) return false;
    if (relation(logins, submission.account, login) !== 'same') return false;
    const credits = submission.balance - total;
    if (credits < 0) return false;
    const all = allCredits(job, credits);
    if (all === undefined) return false;
    // Before the row announces its cost: a page that reads the costs then must find this one.
    if (!isAdded) await store.addCost(kindOfOrder(job, submission.tool), { credits, at: now() });
    isAdded = true;
    if (await commit(deps, job, { type: 'cost-seen', credits: all })) return true;
  }
  return false;
}
