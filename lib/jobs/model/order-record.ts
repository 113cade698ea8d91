import type { SiteName } from '@/lib/jimeng/model/sites';
import type { Job } from './job';

/**
 * What an order may cost and what it did cost, written in the transaction that begins it: for every order of a batch,
 * and for every other one while there is a limit for the day. It stays when the row is removed.
 */
export interface OrderRecord {
  submitId: string;
  jobId: string;
  batchId?: string;
  site: SiteName;
  /** Owner of the order (known-logins.ts). */
  account: string;
  /** `orderKind` of it. */
  kind: string;
  /** Unix ms at which the order was committed. */
  at: number;
  /** Credits that were set aside for it: the highest price seen. Absent: nobody knew the price. */
  expected?: number;
  /** Balance of the account just before it, read while no other order was being sent. */
  balance?: number;
  /** Credits that it cost, by the balance just before the next order. */
  price?: number;
}

/** An order that cost more than was set aside for it. */
export interface PriceJump {
  jobId: string;
  /** Name of the row; empty if that is gone. Page-supplied, hence hostile. */
  name: string;
  expected: number;
  price: number;
}

/** The orders that cost more than was set aside, in the given order. Pure. */
export function priceJumps(
  orders: readonly { record: OrderRecord; job: Pick<Job, 'name'> | undefined }[],
): PriceJump[] {
  return orders.flatMap(({ record: { jobId, expected, price }, job }) =>
    expected !== undefined && price !== undefined && price > expected
      ? [{ jobId, name: job?.name ?? '', expected, price }]
      : [],
  );
}
