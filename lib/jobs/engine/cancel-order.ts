import type { Job, Stage } from '../model/job';
import { isBeforeOrder } from '../model/orders';

/** Stages before an order, the one that comes to it next first. */
const NEAREST_FIRST: readonly Stage[] = ['uploaded', 'acquired', 'queued'];

/**
 * Rows in the order in which they are to be cancelled: one after the other is, and an order that ends makes room for
 * the next. So the rows without an order go first, those that would be ordered next at their head.
 */
export function inCancelOrder(rows: readonly Job[]): Job[] {
  const rank = (job: Job) =>
    isBeforeOrder(job) ? NEAREST_FIRST.indexOf(job.stage) : NEAREST_FIRST.length;
  return rows.toSorted((a, b) => rank(a) - rank(b));
}
