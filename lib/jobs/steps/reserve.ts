import type { Tool } from '@/lib/jimeng/model/tools';
import { type Batch, isPaused } from '../model/batch';
import type { Job } from '../model/job';
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
import { stopsEverything } from './credits';
import type { JobDeps } from './deps';
import { isUnderWay } from './first-price';
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
}

/**
 * Sets credits aside for the next order of a row, within the budget of its batch and the limit of the day. Under a
 * limit it reads the balance, which shows what the order before it cost. At a limit the batch is paused, or the row
 * waits.
 * @param order its upscaler, and its owner (known-logins.ts)
 * @returns undefined if the order must not be sent now
 */
export async function reserve(
  job: Job,
  { tool, account }: { tool: Tool; account: string },
  deps: JobDeps,
  signal: AbortSignal,
): Promise<Reserved | undefined> {
  const { store, now } = deps;
  const [batch, pausedSince, dayLimit] = await Promise.all([
    job.batch && store.batch(job.batch.id),
    store.pausedSince(),
    deps.dayLimit?.(),
  ]);
  // Paused since the step began.
  if (pausedSince !== undefined || (batch && isPaused(batch, now()))) return undefined;
  const site = siteOf(job);
  const kind = orderKind(kindOfOrder(job, tool));
  const budget = batch && (batch.budget ?? (await budgetForPrice(job, kind, deps)));
  const isLimited = budget !== undefined || dayLimit !== undefined;
  // The order before this one shows its price only now: its limit waits for that.
  const isAwaited = isLimited || (await store.queue(site)).isAlone === true;
  const balance = isAwaited ? await readBalance(job, deps, signal) : undefined;
  const limits = () => limitsOf({ batch, budget, dayLimit }, deps);
  const isPriceSeen =
    balance !== undefined && (await notePrice({ job, account, balance }, await limits(), deps));
  if (!batch && !isLimited) return { isAlone: false };
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
    await stop(verdict, { job, batch, dayLimit }, deps);
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
  return { record, isAlone: isLast };
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
  {
    batch,
    budget,
    dayLimit,
  }: { batch: Batch | undefined; budget: number | undefined; dayLimit: number | undefined },
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
  { job, batch, dayLimit }: { job: Job; batch: Batch | undefined; dayLimit: number | undefined },
  deps: JobDeps,
): Promise<void> {
  const since = deps.now();
  if (verdict.may === 'wait') {
    await deps.store.orderAlone(siteOf(job));
    return;
  }
  // Days of 23 and of 25 hours included.
  const tomorrow = startOfDay(startOfDay(since) + 36 * 60 * 60_000);
  if (batch) {
    const until = verdict.by === 'day' && { until: tomorrow };
    await deps.store.pauseBatch(batch.id, { by: verdict.by, at: since, ...until });
  } else if (verdict.by === 'price') {
    await commit(deps, job, { type: 'waits', waiting: { reason: 'price-unknown', since } });
  } else if (dayLimit !== undefined) {
    const waiting = { reason: 'day-limit', since, credits: dayLimit } as const;
    await commit(deps, job, { type: 'waits', waiting, notBefore: tomorrow });
  }
}
