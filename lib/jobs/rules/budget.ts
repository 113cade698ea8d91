import type { CostLedger } from '../model/cost-ledger';
import type { Job, Submission } from '../model/job';
import type { OrderRecord } from '../model/order-record';

/** An order with its row, as far as that is still there. */
export interface KnownOrder {
  record: OrderRecord;
  job: Job | undefined;
}

/** Most credits that orders may cost: those of a batch (`budget`), or those of a day. */
export interface Limit {
  by: 'budget' | 'day';
  credits: number;
  /** The orders that count so far. */
  orders: readonly KnownOrder[];
}

/** What may become of the next order under limits. */
export type BudgetVerdict =
  /** `isLast`: the one after it has to wait until no order is under way. */
  | { may: 'order'; expected?: number; isLast: boolean }
  /** Only once no order is under way. */
  | { may: 'wait' }
  /** `price`: nobody can tell what orders cost. */
  | { may: 'pause'; by: Limit['by'] | 'price' };

/** What the next order is judged by. */
export interface BudgetFacts {
  limits: readonly Limit[];
  ledger: CostLedger;
  /** `orderKind` of the next order. */
  kind: string;
  /** Whether an order is under way that takes a slot at the site. */
  isUnderWay: boolean;
  /** Whether the balance could be read just now: without it no price shows. */
  isBalanceRead: boolean;
  /** Unix ms at which the person went on although prices were unknown: until then they may be. */
  priceAcceptedAt?: number;
}

/** The highest price seen of a kind of order, credits; undefined without any. */
export function highestCost(ledger: CostLedger, kind: string): number | undefined {
  const seen = ledger[kind] ?? [];
  return seen.length === 0 ? undefined : Math.max(...seen.map(({ credits }) => credits));
}

/**
 * What an order counts for, credits. An unclear one counts as spent until it is proven otherwise. Undefined: nobody
 * can tell.
 */
export function countsFor(order: KnownOrder, ledger: CostLedger): number | undefined {
  const { record } = order;
  return settledPrice(order) ?? record.expected ?? highestCost(ledger, record.kind);
}

/** What an order cost, credits, as far as that is certain. */
export function settledPrice({ record, job }: KnownOrder): number | undefined {
  const order = orderOf(record, job);
  if (order?.outcome === 'refused') return 0;
  const isCurrent = order !== undefined && order === job?.submission;
  if (isCurrent && job?.failure?.refund === 'yes') return 0;
  const measured = isCurrent && !job?.source?.parts ? job?.credits : undefined;
  return record.price ?? measured;
}

/**
 * Sum of what the orders count for, and the number of those whose price nobody knows.
 * @param acceptedAt Unix ms until which unknown prices are accepted
 */
export function spending(
  orders: readonly KnownOrder[],
  ledger: CostLedger,
  acceptedAt = 0,
): { spent: number; unknown: number } {
  let spent = 0;
  let unknown = 0;
  for (const order of orders) {
    const credits = countsFor(order, ledger);
    if (credits !== undefined) spent += credits;
    else if (order.record.at > acceptedAt) unknown += 1;
  }
  return { spent, unknown };
}

/**
 * Judges the next order before it is sent: what was spent and set aside, and the highest price seen for this one,
 * must stay within every limit. Pure.
 */
export function judgeOrder(facts: BudgetFacts): BudgetVerdict {
  const { limits, ledger, kind, isUnderWay } = facts;
  const expected = highestCost(ledger, kind);
  let isLast = false;
  for (const { by, credits, orders } of limits) {
    const { spent, unknown } = spending(orders, ledger, facts.priceAcceptedAt);
    if (spent + (expected ?? 1) > credits) return { may: 'pause', by };
    const isPriceOpen = unknown > 0 || expected === undefined;
    if (isPriceOpen || spent + 2 * expected > credits) {
      if (isUnderWay) return { may: 'wait' };
      isLast = true;
    }
    if (unknown > 0 || (expected === undefined && isPriceLost(facts, orders))) {
      return { may: 'pause', by: 'price' };
    }
  }
  return { may: 'order', ...(expected !== undefined && { expected }), isLast };
}

/** Whether the price of the next order cannot show, and the person has not yet accepted that for one order. */
function isPriceLost(
  { isBalanceRead, priceAcceptedAt }: BudgetFacts,
  orders: readonly KnownOrder[],
): boolean {
  if (isBalanceRead) return false;
  return priceAcceptedAt === undefined || orders.some(({ record }) => record.at > priceAcceptedAt);
}

function orderOf({ submitId }: OrderRecord, job: Job | undefined): Submission | undefined {
  if (job?.submission?.submitId === submitId) return job.submission;
  return job?.pastSubmissions.find((past) => past.submitId === submitId);
}
