import type { Failure, Job } from '../model/job';
import { relation } from '../model/known-logins';
import { type LoginPlace, placeKey, siteOf } from '../model/site';
import type { JobDeps } from '../steps/deps';
import { commit } from '../steps/step';

/** Recent rows searched for orders that were refused or failed. */
const RECENT_ROWS = 20;
/** The service refunds late: before this, ms, a smaller balance does not mean that the credits are lost. */
export const SETTLED_AFTER_MS = 5 * 60_000;
/** After this, ms, the person may have spent credits on the site. */
const COMPARABLE_MS = 60 * 60_000;

/** A balance, with the place and the digest of its login. */
export interface SeenBalance {
  place: LoginPlace;
  total: number;
  login: string;
}

/**
 * Records in every row whose order was refused or failed whether the credits were refunded, judged by this
 * balance. Call it with every balance: a row that may still be refunded is decided by the first balance
 * read 5 minutes later.
 * @returns whether a row waits for that
 */
export async function noteRefunds(seen: SeenBalance, deps: JobDeps): Promise<boolean> {
  const [rows, { lastSubmitAt }, logins] = await Promise.all([
    deps.store.list(RECENT_ROWS),
    deps.store.queue(siteOf(seen.place)),
    deps.accounts.known(),
  ]);
  let isEarly = false;
  for (const job of rows) {
    if (placeKey(job) !== placeKey(seen.place) || !isUnsettled(job)) continue;
    const { submission } = job;
    const isComparable =
      // Another order of this extension changed the balance since.
      submission?.at === lastSubmitAt &&
      relation(logins, submission.account, seen.login) === 'same';
    const before = isComparable ? submission.balance : undefined;
    const refund = refundBy(before, seen.total, deps.now() - (job.finishedAt ?? job.updatedAt));
    // The next balance decides a row that changed meanwhile.
    if (refund) await commit(deps, job, { type: 'refund-seen', refund });
    else isEarly = true;
  }
  return isEarly;
}

/** Whether the order of a failed row has a known outcome, and its refund is undecided. */
function isUnsettled({ stage, failure, submission }: Job): boolean {
  const hasEnded = submission?.outcome === 'refused' || submission?.outcome === 'failed';
  return stage === 'failed' && failure?.refund === undefined && hasEnded;
}

/**
 * Pure: judges the refund of a failed order by two balances. Undefined: too early.
 * @param before the balance before the order, if no other order of this extension can have changed it
 * @param sinceMs time since the row failed
 */
export function refundBy(
  before: number | undefined,
  after: number,
  sinceMs: number,
): Failure['refund'] {
  if (before === undefined) return 'unknown';
  if (after === before) return 'yes';
  // More than before: a gift or a purchase hides the outcome.
  if (after > before || sinceMs > COMPARABLE_MS) return 'unknown';
  return sinceMs < SETTLED_AFTER_MS ? undefined : 'no';
}
