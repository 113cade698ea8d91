import type { Job, Waiting } from '../model/job';
import { kindOfOrder, orderKind } from '../model/order-kind';
import { siteFacts, siteOf } from '../model/site';
import { takesSlot } from '../rules/patience';
import type { JobDeps } from './deps';
import { nextTool } from './next-tool';
import { usualDurations } from './usual-durations';

/**
 * At a site whose prices nobody has reported, the first order of a kind goes alone, because its price shows in the
 * balance afterwards. Other rows wait for that price meanwhile; if it does not show, the person decides. Those of a
 * batch wait as a whole (reserve.ts).
 * @param account owner of the order (known-logins.ts)
 * @returns the reason to wait; undefined if the row may be ordered
 */
export async function waitForPrice(
  job: Job,
  account: string,
  deps: JobDeps,
): Promise<(Waiting & { reason: 'price-unknown' }) | undefined> {
  const isOfBatch = job.batch && (await deps.store.batch(job.batch.id)) !== undefined;
  if (isOfBatch || (await isPriceSettled(job, account, deps))) return undefined;
  const others = (await deps.store.open()).filter((other) => other.id !== job.id);
  const usual = await usualDurations(others, deps);
  // The price of an order that hangs, or of another account, may never show.
  const showsPrice = (other: Job) => other.stage === 'ready' || takesSlot(other, deps.now(), usual);
  const isRunning = others.some((other) => siteOf(other) === siteOf(job) && showsPrice(other));
  return isRunning ? { reason: 'price-unknown', since: deps.now() } : undefined;
}

/** Whether the price of a row's next order was seen, or the person wants the picture at any price. */
export async function isPriceSettled(job: Job, account: string, deps: JobDeps): Promise<boolean> {
  if (siteFacts(job).isPriceKnown || job.isPriceAccepted) return true;
  const [ledger, tool] = await Promise.all([deps.store.costs(), nextTool(job, account, deps)]);
  return ledger[orderKind(kindOfOrder(job, tool))] !== undefined;
}

/** Whether a row has an order whose end is awaited. */
export function isUnderWay({ stage }: Job): boolean {
  return stage === 'submitting' || stage === 'generating' || stage === 'ready';
}
