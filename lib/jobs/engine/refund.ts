import type { Failure, Job } from '../model/job';
import { relation } from '../model/known-logins';
import type { JobDeps } from '../steps/deps';
import { commit } from '../steps/step';

/** Number of recent jobs searched for refused orders and failed tasks. */
const RECENT_ROWS = 20;
/** The service refunds with a delay, ms; until then a smaller balance proves nothing. */
export const SETTLED_AFTER_MS = 5 * 60_000;
/** After this time, ms, the person may have paid for something else on the site. */
const COMPARABLE_MS = 60 * 60_000;

/** A balance and its login. */
interface SeenBalance {
  total: number;
  login: string;
}

/**
 * Records in every job whose order was refused or whose task failed whether the credits were refunded, as far
 * as this balance shows. Call it after every read of the balance: a job that cannot be settled yet, because
 * the service may still refund, is settled by the first balance read 5 minutes later.
 * @returns whether a job waits for that
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
      // Another order of ours may have changed the balance since then.
      submission?.at === lastSubmitAt &&
      relation(logins, submission.account, seen.login) === 'same';
    const before = isComparable ? submission.balance : undefined;
    const refund = refundBy(before, seen.total, deps.now() - (job.finishedAt ?? job.updatedAt));
    // The next balance settles a job that changed meanwhile.
    if (refund) await commit(deps, job, { type: 'refund-seen', refund });
    else isEarly = true;
  }
  return isEarly;
}

/** Whether the order of a failed job has a known end but no known refund state. */
function isUnsettled({ stage, failure, submission }: Job): boolean {
  const hasEnded = submission?.outcome === 'refused' || submission?.outcome === 'failed';
  return stage === 'failed' && failure?.refund === undefined && hasEnded;
}

/**
 * Pure: what two balances say about the credits of a failed order. Undefined: too early.
 * @param before the balance before the order, if nothing else of ours can have changed it
 * @param sinceMs time since the job failed
 */
export function refundBy(
  before: number | undefined,
  after: number,
  sinceMs: number,
): Failure['refund'] {
  if (before === undefined) return 'unknown';
  if (after === before) return 'yes';
  // The balance grew: a gift or a purchase hides the refund state.
  if (after > before || sinceMs > COMPARABLE_MS) return 'unknown';
  return sinceMs < SETTLED_AFTER_MS ? undefined : 'no';
}
