import type { Job } from '../model/job';
import { kindOfOrder, type OrderKind, orderKind } from '../model/order-kind';

/** How long a task may take before it steps aside: it takes no slot any more, and is polled on. Pure. */

/** Median durations of finished tasks, ms, by `orderKind`. */
export type UsualDurations = ReadonlyMap<string, number>;

/** Times that a task may take as long as is usual, or as the service forecast. */
const TIMES = 8;
/** Least patience, ms, once durations are known. Whatever is shorter needs none. */
const LEAST_MS = 2 * 60_000;
/** The same where there is only a forecast, or nothing at all. */
const LEAST_UNKNOWN_MS = 10 * 60_000;

/** How long, ms, the order of a row keeps its slot: by what was learned, else by the forecast. */
function patienceMs(job: OrderedJob, usual: UsualDurations): number {
  const kind = kindOf(job);
  const usualMs = kind && usual.get(orderKind(kind));
  if (usualMs !== undefined) return Math.max(LEAST_MS, TIMES * usualMs);
  return Math.max(LEAST_UNKNOWN_MS, TIMES * (job.submission?.forecastMs ?? 0));
}

type OrderedJob = Pick<Job, 'site' | 'options' | 'submission'>;

/**
 * Orders that wait for these take no slot. What they wait for may never come, and the next row would wait for
 * a slot without saying why.
 */
const HOLDS_NOBODY_UP: ReadonlySet<string> = new Set([
  'still-running',
  'other-account',
  'sign-in',
  'permission',
  'consent',
]);

/** Whether the order of a row takes a slot at its site. @param now Unix ms */
export function takesSlot(job: Job, now: number, usual: UsualDurations): boolean {
  const { stage, waiting, submission } = job;
  if (stage !== 'submitting' && stage !== 'generating') return false;
  if (waiting && HOLDS_NOBODY_UP.has(waiting.reason)) return false;
  return stage === 'submitting' || now - (submission?.at ?? now) < patienceMs(job, usual);
}

/** The kinds of order whose usual duration decides something now: none while all orders are young. */
export function kindsToKnow(rows: readonly Job[], now: number): OrderKind[] {
  const old = rows.filter(
    ({ stage, submission }) => stage === 'generating' && now - (submission?.at ?? now) >= LEAST_MS,
  );
  const kinds = old.flatMap((job) => kindOf(job) ?? []);
  return [...new Map(kinds.map((kind) => [orderKind(kind), kind])).values()];
}

function kindOf(job: OrderedJob): OrderKind | undefined {
  return job.submission && kindOfOrder(job, job.submission.tool);
}
