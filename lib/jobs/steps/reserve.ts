import type { Tool } from '@/lib/jimeng/model/tools';
import { type Batch, isPaused, withoutDayPause, withPause } from '../model/batch';
import type { Job } from '../model/job';
import { isOtherLogin } from '../model/known-logins';
import { kindOfOrder, orderKind } from '../model/order-kind';
import type { OrderRecord } from '../model/order-record';
import { startOfDay } from '../model/selectors';
import { siteFacts, siteOf } from '../model/site';
import {
  type BudgetVerdict,
  highestCost,
  judgeOrder,
  type KnownOrder,
  type Limit,
} from '../rules/budget';
import { takesSlot } from '../rules/patience';
import { orderAt } from '../rules/schedule';
import type { CommitExtras } from '../store/jobs';
import { stopsEverything } from './credits';
import type { JobDeps } from './deps';
import { isUnderWay } from './first-price';
import { requireSession } from './require-session';
import { atSite } from './site';
import { commit } from './step';
import { usualDurations } from './usual-durations';

/** How long, ms, after its order a failed task may be refunded. */
const REFUNDED_MS = 10 * 60_000;

/** An order that may be sent: what to store with it. */
export interface Reserved {
  record?: Omit<OrderRecord, 'submitId' | 'at'>;
  /** Whether the next order of the site has to wait until none is under way. */
  isAlone: boolean;
  /** Whether the order may still begin, for the transaction that begins it. */
  mayBegin: NonNullable<CommitExtras['mayBegin']>;
}

/** What holds up or limits the orders of a row, as it was read. */
interface Limits {
  batch: Batch | undefined;
  isHeld: boolean;
  /** Credits. */
  budget: number | undefined;
  /** Credits. */
  dayLimit: number | undefined;
}

/**
 * Sets credits aside for the next order of a row, within the budget of its batch and the limit of the day. Under a
 * limit it reads the balance, which shows what the order before it cost. At a limit the batch is paused, or the row
 * waits.
 * @param order its upscaler, its owner (known-logins.ts), and the login that was found
 * @returns undefined if the order must not be sent now
 */
export async function reserve(
  job: Job,
  { tool, account, login }: { tool: Tool; account: string; login: string },
  deps: JobDeps,
  signal: AbortSignal,
): Promise<Reserved | undefined> {
  const { store, now } = deps;
  const site = siteOf(job);
  const kind = orderKind(kindOfOrder(job, tool));
  const before = await readLimits(job, kind, deps);
  // Paused since the step began.
  if (before.isHeld) return undefined;
  // The order before this one shows its price only now: its limit waits for that.
  const isAwaited = isLimited(before) || (await store.queue(site)).isAlone === true;
  const balance = isAwaited ? await readBalance(job, deps, signal) : undefined;
  if (isAwaited && isOtherLogin(await atSite(deps, job).session(), login)) {
    // The balance may be that of another account: it tells no price. The row waits, unless the login is only a new one.
    await requireSession(deps, job);
    return undefined;
  }
  // The answer took its time, in which the person may have paused, or changed a limit.
  const current = isAwaited ? await readLimits(job, kind, deps) : before;
  if (current.isHeld) return undefined;
  const { batch } = current;
  const limits = () => limitsOf(current, deps);
  const isPriceSeen =
    balance !== undefined && (await notePrice({ job, account, balance }, await limits(), deps));
  const mayBegin = stillMay(job, batch, now);
  if (!batch && !isLimited(current)) return { isAlone: false, mayBegin };
  const [found, ledger, open] = await Promise.all([limits(), store.costs(), store.open()]);
  const usual = await usualDurations(open, deps);
  const priceAcceptedAt = batch?.priceAcceptedAt ?? (job.isPriceAccepted && now());
  const verdict = judgeOrder({
    limits: found,
    ledger,
    kind,
    isUnderWay: open.some((row) => siteOf(row) === site && takesSlot(row, now(), usual)),
    isBalanceRead: isPriceSeen || balance !== undefined,
    ...(priceAcceptedAt && { priceAcceptedAt }),
  });
  if (verdict.may !== 'order') {
    await stop(verdict, job, current, deps);
    return undefined;
  }
  const { expected, isLast } = verdict;
  const record = {
    jobId: job.id,
    ...(batch && { batchId: batch.id }),
    site,
    account,
    kind,
    ...(expected !== undefined && { expected }),
    ...(balance !== undefined && { balance }),
  };
  return { record, isAlone: isLast, mayBegin };
}

async function readLimits(job: Job, kind: string, deps: JobDeps): Promise<Limits> {
  const [batch, pausedSince, dayLimit] = await Promise.all([
    job.batch && deps.store.batch(job.batch.id),
    deps.store.pausedSince(),
    deps.dayLimit?.(),
  ]);
  const isHeld = pausedSince !== undefined || (batch !== undefined && isPaused(batch, deps.now()));
  const budget = batch && (batch.budget ?? (await budgetForPrice(job, kind, deps)));
  return { batch, isHeld, budget, dayLimit };
}

function isLimited({ budget, dayLimit }: Limits): boolean {
  return budget !== undefined || dayLimit !== undefined;
}

/** A pause, a refusal or another budget that is stored before the order begins holds it up. */
function stillMay(job: Job, seen: Batch | undefined, now: () => number): Reserved['mayBegin'] {
  return ({ pausedSince, batch, queue }) => {
    if (pausedSince !== undefined || orderAt(job, queue, now()) > now()) return false;
    if (!job.batch || !batch) return true;
    return !isPaused(batch, now()) && batch.budget === seen?.budget;
  };
}

/**
 * The budget, credits, of a batch without one: none, or at a site whose prices nobody has reported any amount. With
 * that its orders go one at a time until a price of the kind was seen, and the batch pauses if none shows.
 */
async function budgetForPrice(
  job: Job,
  kind: string,
  { store }: Pick<JobDeps, 'store'>,
): Promise<number | undefined> {
  if (siteFacts(job).isPriceKnown) return undefined;
  return highestCost(await store.costs(), kind) === undefined
    ? Number.POSITIVE_INFINITY
    : undefined;
}

/** The limits that hold for an order now. */
async function limitsOf(
  { batch, budget, dayLimit }: Limits,
  { store, now }: Pick<JobDeps, 'store' | 'now'>,
): Promise<Limit[]> {
  const [ofBatch, ofDay] = await Promise.all([
    batch && budget !== undefined ? store.ordersOf(batch.id) : undefined,
    dayLimit === undefined ? undefined : store.ordersSince(startOfDay(now())),
  ]);
  return [
    ...(ofBatch && budget !== undefined
      ? [{ by: 'budget' as const, credits: budget, orders: ofBatch }]
      : []),
    ...(ofDay && dayLimit !== undefined
      ? [{ by: 'day' as const, credits: dayLimit, orders: ofDay }]
      : []),
  ];
}

/** The balance now; undefined if it cannot be read. Rejects only with errors that stop everything. */
async function readBalance(
  job: Job,
  deps: JobDeps,
  signal: AbortSignal,
): Promise<number | undefined> {
  try {
    return (await atSite(deps, job).service.credits({ signal })).total;
  } catch (error) {
    if (stopsEverything(error)) throw error;
    return undefined;
  }
}

/**
 * Stores what the latest order of the account cost: the balance just before it less the balance now. Orders are sent
 * one after the other, so no other one can have changed it.
 * @returns whether that shows
 */
async function notePrice(
  { job, account, balance }: { job: Job; account: string; balance: number },
  limits: readonly Limit[],
  { store, now }: Pick<JobDeps, 'store' | 'now'>,
): Promise<boolean> {
  const { lastSubmitAt } = await store.queue(siteOf(job));
  // The last order of the site may be one of another batch.
  const recent = await store.ordersSince(lastSubmitAt - REFUNDED_MS);
  const orders = [...limits.flatMap((limit) => limit.orders), ...recent];
  const last = orders.find(
    ({ record }) => record.at === lastSubmitAt && record.site === siteOf(job),
  );
  const { record } = last ?? {};
  if (record?.balance === undefined || record.account !== account) return false;
  if (record.price !== undefined) return true;
  const price = record.balance - balance;
  const isRunning = orders.some((order) => order.job && isUnderWay(order.job));
  // More than before, or refunds: nothing shows. Nothing less may only mean that it is not charged yet.
  if (price < 0 || (price === 0 && isRunning)) return false;
  if (!isAnswered(last) || orders.some((order) => mayBeRefunded(order, record.at))) return false;
  // Before the batch announces its price: a page that reads the costs then must find this one.
  await store.addCost(kindOf(record), { credits: price, at: now() });
  await store.putPrice(record.submitId, price);
  return true;
}

/** Whether it is known that the service has, or had, the order. */
function isAnswered(order: KnownOrder | undefined): boolean {
  const submission = order?.job?.submission;
  if (submission?.submitId !== order?.record.submitId) return false;
  return order?.job?.stage !== 'submitting' && submission?.outcome !== 'unconfirmed';
}

/** Whether credits of the order may have come back since then, Unix ms. */
function mayBeRefunded({ job }: KnownOrder, since: number): boolean {
  const hasFailed = job?.stage === 'failed' || job?.pastSubmissions.some(isFailure);
  return hasFailed === true && job !== undefined && job.updatedAt >= since;
}

function isFailure({ outcome }: Job['pastSubmissions'][number]): boolean {
  return outcome === 'failed';
}

function kindOf({ site, kind }: OrderRecord) {
  const [, tool, target] = kind.split('/') as [string, Tool, Job['options']['target']];
  return { site, tool, target };
}

/** Pauses the batch, or lets a single row wait; or only makes the next order wait for those under way. */
async function stop(
  verdict: Exclude<BudgetVerdict, { may: 'order' }>,
  job: Job,
  { batch, dayLimit }: Limits,
  deps: JobDeps,
): Promise<void> {
  const since = deps.now();
  if (verdict.may === 'wait') {
    await deps.store.orderAlone(siteOf(job));
    return;
  }
  // Days of 23 and of 25 hours included.
  const tomorrow = startOfDay(startOfDay(since) + 36 * 60 * 60_000);
  // Another limit of the day between the check and the commit would be missed, so check again.
  const isOtherLimit = async () => verdict.by === 'day' && (await deps.dayLimit?.()) !== dayLimit;
  if (batch) {
    const until = verdict.by === 'day' && { until: tomorrow };
    const pause = { by: verdict.by, at: since, ...until };
    await deps.store.changeBatch(batch.id, (stored) =>
      // With another budget it is judged anew.
      stored.budget === batch.budget ? withPause(stored, pause) : stored,
    );
    if (await isOtherLimit()) await deps.store.changeBatch(batch.id, withoutDayPause);
  } else if (verdict.by === 'price') {
    await commit(deps, job, { type: 'waits', waiting: { reason: 'price-unknown', since } });
  } else if (dayLimit !== undefined) {
    const waiting = { reason: 'day-limit', since, credits: dayLimit } as const;
    const row = await commit(deps, job, { type: 'waits', waiting, notBefore: tomorrow });
    if (row && (await isOtherLimit())) await commit(deps, row, { type: 'resumed' });
  }
}
