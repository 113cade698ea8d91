import type { Job, Waiting } from '../model/job';
import { orderKind } from '../model/order-kind';
import { siteFacts, siteOf } from '../model/site';
import { chooseTool } from '../rules/choose-tool';
import type { JobDeps } from './deps';

/** Newest rows that are searched for orders whose price did not show. */
const RECENT_ROWS = 20;

/**
 * At a site whose prices nobody has reported, the first order goes alone, because its price shows in the balance
 * afterwards. Other rows wait for that price meanwhile, and ask if it did not show.
 * @returns the reason to wait; undefined if the row may be ordered
 */
export async function waitForPrice(
  job: Job,
  account: string,
  deps: JobDeps,
): Promise<(Waiting & { reason: 'price-unknown' }) | undefined> {
  if (await isPriceSettled(job, account, deps)) return undefined;
  const site = siteOf(job);
  const isRunning = (await deps.store.open()).some(
    (other) => other.id !== job.id && siteOf(other) === site && isOrdered(other),
  );
  return isRunning ? { reason: 'price-unknown', since: deps.now() } : undefined;
}

/** Whether a row that waits for a price may go on without an answer: the price showed, or nobody was charged. */
export async function isPriceWaitOver(job: Job, account: string, deps: JobDeps): Promise<boolean> {
  if (await isPriceSettled(job, account, deps)) return true;
  if (await waitForPrice(job, account, deps)) return false;
  const recent = await deps.store.list(RECENT_ROWS);
  return !recent.some(
    (other) =>
      siteOf(other) === siteOf(job) && other.stage === 'done' && isPaidUnseen(other, job.createdAt),
  );
}

/** Whether the price is known or accepted unseen. */
async function isPriceSettled(job: Job, account: string, deps: JobDeps): Promise<boolean> {
  if (siteFacts(job).isPriceKnown || job.isPriceAccepted) return true;
  const { store, now } = deps;
  const site = siteOf(job);
  const [ledger, memory] = await Promise.all([store.costs(), store.automatic(site)]);
  const tool = chooseTool(job, account, memory, now());
  return ledger[orderKind({ site, tool, target: job.options.target })] !== undefined;
}

/** Whether a row has an order whose end is awaited. */
export function isOrdered({ stage }: Job): boolean {
  return stage === 'submitting' || stage === 'generating' || stage === 'ready';
}

/** Whether the order of a row was done after another row was made, and its price did not show. */
function isPaidUnseen({ submission, credits, finishedAt = 0 }: Job, since: number): boolean {
  return submission !== undefined && credits === undefined && finishedAt >= since;
}
