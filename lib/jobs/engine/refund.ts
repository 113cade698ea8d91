import type { Failure, Job } from '../model/job';
import { relation } from '../model/known-logins';
import type { JobDeps } from '../steps/deps';
import { commit } from '../steps/step';

/** Rows looked through for orders that were refused or whose task failed. */
const RECENT_ROWS = 20;
/** The service settles late, ms: until then a smaller balance does not say that the credits stay gone. */
export const SETTLED_AFTER_MS = 5 * 60_000;
/** After this long, ms, something else may have been paid for on the site. */
const COMPARABLE_MS = 60 * 60_000;

/** A balance, and the login it is of. */
interface SeenBalance {
  total: number;
  login: string;
}

/**
 * Notes in every row whose order was refused or whose task failed whether the credits are back, as far
 * as this balance tells. Call it whenever the balance was read: a row that cannot be settled yet, because
 * the service may still pay back, is settled by the first balance that is read 5 minutes later.
 * @returns whether a row waits for that
 */
export async function noteRefunds(seen: SeenBalance, deps: JobDeps): Promise<boolean> {
  const [rows, { lastSubmitAt }, logins] = await Promise.all([
    deps.store.list(RECENT_ROWS),
    deps.store.queue(),
    deps.accounts.known(),
  ]);
  let isEarly = false;
  for (const job of rows) {
    if (!isUnsettled(job)) continue;
    const { submission } = job;
    const isComparable =
      // Another order of ours has changed the balance since.
      submission?.at === lastSubmitAt &&
      relation(logins, submission.account, seen.login) === 'same';
    const before = isComparable ? submission.balance : undefined;
    const refund = refundBy(before, seen.total, deps.now() - (job.finishedAt ?? job.updatedAt));
    // A row that changed meanwhile is settled by the next balance.
    if (refund) await commit(deps, job, { type: 'refund-seen', refund });
    else isEarly = true;
  }
  return isEarly;
}

/** Whether the order of a failed row has come to a known end, and its credits have not been looked for. */
function isUnsettled({ stage, failure, submission }: Job): boolean {
  const hasEnded = submission?.outcome === 'refused' || submission?.outcome === 'failed';
  return stage === 'failed' && failure?.refund === undefined && hasEnded;
}

/**
 * Pure: what two balances say of the credits of an order that came to nothing. Undefined: too early.
 * @param before the balance before the order, if nothing else of ours can have changed it
 * @param sinceMs time since the row failed
 */
export function refundBy(
  before: number | undefined,
  after: number,
  sinceMs: number,
): Failure['refund'] {
  if (before === undefined) return 'unknown';
  if (after === before) return 'yes';
  // More than before: a gift or a purchase hides what became of the order.
  if (after > before || sinceMs > COMPARABLE_MS) return 'unknown';
  return sinceMs < SETTLED_AFTER_MS ? undefined : 'no';
}
