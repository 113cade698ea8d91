import { isEnded, type Job } from '../model/job';
import { placeKey, siteFacts } from '../model/site';
import { hasSettledOrder } from '../steps/credits';
import { isUnderWay } from '../steps/first-price';

/** What follows the end of an order. */
export interface AfterOrder {
  /** The rows that have not ended. */
  open(): Promise<readonly Job[]>;
  /**
   * Reads the balance, and stores what the order cost if that shows.
   * @param isLast whether no other order with the same login is under way: the balance of others shows no price
   */
  noteOrder(job: Job, isLast: boolean): Promise<unknown>;
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
  { open, noteOrder, resumePriceWaits }: AfterOrder,
): Promise<void> {
  try {
    if (isEnded(job) && hasSettledOrder(job, before)) {
      const others = (await open()).filter((other) => runsBeside(other, job));
      await noteOrder(job, others.length === 0 || !siteFacts(job).isPriceKnown);
    }
  } finally {
    const isOver = before !== undefined && isUnderWay(before) && !isUnderWay(job);
    if (isOver && !siteFacts(job).isPriceKnown) await resumePriceWaits();
  }
}

/** Whether another row has an order with the same login whose end is near. */
function runsBeside(other: Job, job: Job): boolean {
  const isHere = placeKey(other) === placeKey(job) && other.id !== job.id;
  return isHere && isUnderWay(other) && other.waiting === undefined;
}
