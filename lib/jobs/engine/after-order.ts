import { isEnded, type Job } from '../model/job';
import { siteFacts } from '../model/site';
import { hasSettledOrder } from '../steps/credits';
import { isUnderWay } from '../steps/first-price';

/** What follows the end of an order. */
export interface AfterOrder {
  /** Reads the balance, and stores what the order cost if that shows. */
  noteOrder(job: Job): Promise<unknown>;
  /** Resumes the rows that wait for a price which is known now. */
  resumePriceWaits(): Promise<void>;
}

/**
 * Call it after each change of a row. Once an order is settled, the balance may show its price. At a site with
 * unknown prices other rows wait for that, and go on now if it showed.
 */
export async function afterChange(
  job: Job,
  before: Job | undefined,
  { noteOrder, resumePriceWaits }: AfterOrder,
): Promise<void> {
  try {
    if (isEnded(job) && hasSettledOrder(job, before)) await noteOrder(job);
  } finally {
    const isOver = before !== undefined && isUnderWay(before) && !isUnderWay(job);
    if (isOver && !siteFacts(job).isPriceKnown) await resumePriceWaits();
  }
}
