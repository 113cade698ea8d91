import { type CaughtError, caught, isAbort } from '../model/failure';
import type { Failure, Job, Waiting } from '../model/job';
import type { JobEvent } from '../model/job-event';
import { transition } from '../model/machine';
import { isBeforeOrder } from '../model/orders';
import { siteOf } from '../model/site';
import { busyDelayMs, connectivityDelayMs } from '../rules/back-off';
import { chargedBy, type Decision, decide, isRefusalInDoubt } from '../rules/policy';
import type { CommitExtras } from '../store/jobs';
import type { JobDeps } from './deps';
import { pauseForRisk, pauseIfAllRefused } from './pause-batches';
import { planSave } from './plan-save';

/** One step: one outside effect for one row, then a commit of its outcome. */
export type Step = (job: Job, deps: JobDeps, signal: AbortSignal) => Promise<void>;

/**
 * Commits an event and calls `onChange`.
 * @returns the committed row; undefined if the row changed meanwhile (for example, was cancelled), which
 *   voids the step's work
 */
export async function commit(
  deps: JobDeps,
  job: Job,
  event: JobEvent,
  extras?: CommitExtras,
): Promise<Job | undefined> {
  const next = await deps.store.commit(transition(job, event, deps.now()), extras);
  if (next && (next.stage !== job.stage || next.waiting?.reason !== job.waiting?.reason)) {
    deps.onChange(next, job);
  }
  return next;
}

/** Whether the bytes need access to one more site. */
function isPermissionNeeded(
  error: unknown,
): error is Error & { pattern: string; host: string; isForCookies?: boolean } {
  return error instanceof Error && error.name === 'PermissionNeeded';
}

/** Whether the bytes need the person's consent. */
function isConsentNeeded(error: unknown): boolean {
  return error instanceof Error && error.name === 'ConsentNeeded';
}

/** Pauses, ms, before a failed commit is retried. */
const COMMIT_RETRY_MS = [1_000, 3_000, 6_000];

/** The outcome of a step could not be stored. The cause has been reported. */
export class CommitFailed extends Error {
  override name = 'Unwritten' as const;
}

/** Decisions that only make sense while the order could still be made or followed. */
const NEEDS_LIVE_TASK: ReadonlySet<Decision['action']> = new Set(['again', 'wait', 'poll']);

export interface FailOptions {
  /** The service ended the task, so waiting for it is pointless. */
  isTaskOver?: boolean;
  /** The signal of the step; once it is aborted, an AbortError is no failure. */
  signal?: AbortSignal;
}

/**
 * Turns a failed step into the event that follows from it, and commits that.
 * Rejects with CommitFailed if the database refuses the commit for some seconds.
 */
export async function failStep(
  deps: JobDeps,
  job: Job,
  error: unknown,
  { isTaskOver = false, signal }: FailOptions = {},
): Promise<void> {
  if (isAbort(error, signal)) return;
  // On a full disk a browser may close a database and reopen it a moment later. A poll does not wait for
  // that: it serves other jobs as well, and the next poll gets the same answer.
  const pauses = job.stage === 'generating' ? [] : COMMIT_RETRY_MS;
  for (const pauseMs of [0, ...pauses]) {
    if (pauseMs > 0) await deps.sleep(pauseMs, new AbortController().signal);
    try {
      return await commitFailure(deps, job, error, isTaskOver);
    } catch (unwritten) {
      deps.report(unwritten);
    }
  }
  deps.report(error);
  throw new CommitFailed();
}

/** Risk control refused a poll: the job waits, and no new order is made, until Unix ms `heldUntil`. */
export async function hold(
  deps: JobDeps,
  job: Job,
  waiting: Waiting & { reason: 'cool-down' },
  heldUntil: number,
): Promise<void> {
  await pauseForRisk(deps, job);
  await deps.store.hold(siteOf(job), heldUntil);
  await commit(deps, job, { type: 'held', waiting, notBefore: heldUntil });
}

/**
 * Ends a row: it settles for a picture that is no larger than what was sent if there is one and no other can
 * appear any more; else it fails.
 */
export async function endRow(deps: JobDeps, job: Job, failure: Omit<Failure, 'at'>): Promise<void> {
  if (failure.isTaskOpen || !canSettle(job)) {
    await commit(deps, job, { type: 'failed', failure });
    return;
  }
  await planSave(job.id, deps);
  await commit(deps, job, { type: 'settled' });
}

function canSettle({ stage, unenlarged }: Job): boolean {
  return unenlarged !== undefined && (stage === 'submitting' || stage === 'generating');
}

/** The service named one of its hosts that the extension may not access. The row goes on once it may. */
async function waitForHost(deps: JobDeps, job: Job, host: string): Promise<void> {
  const since = deps.now();
  const asked = { pattern: `https://${host}/*`, host };
  await commit(deps, job, { type: 'waits', waiting: { reason: 'permission', since, ...asked } });
}

/** Rows in a row whose orders were refused with 1014 after which the client counts as outdated. */
const BUSY_ROWS = 3;

/**
 * The service answers 1014 both when it is busy and when it no longer accepts the signature. If it does so
 * to the orders of three rows and accepts none between them, it is the signature.
 * @param rows ids of the rows so far
 * @returns `busy`: the ids now, to be stored
 */
function judgeBusy(
  { id, stage }: Job,
  failure: CaughtError,
  rows: readonly string[] = [],
): CaughtError & { busy?: CommitExtras } {
  if (failure.code !== 'system-busy' || stage !== 'submitting') return failure;
  const busyRows = [...new Set([...rows, id])].slice(-BUSY_ROWS);
  const code = busyRows.length < BUSY_ROWS ? failure.code : 'outdated';
  return { ...failure, code, busy: { queue: { busyRows } } };
}

async function commitFailure(
  deps: JobDeps,
  job: Job,
  error: unknown,
  isTaskOver: boolean,
): Promise<void> {
  const now = deps.now();
  if (isPermissionNeeded(error)) {
    const { pattern, host, isForCookies } = error;
    const asked = { pattern, host, ...(isForCookies && { isForCookies }) };
    const waiting = { reason: 'permission', since: now, ...asked } as const;
    const offline = {
      waiting: { reason: 'network', since: now },
      notBefore: now + connectivityDelayMs(job.attempt),
    } as const;
    // Offline, every host fails like a host without permission, and granting it would not help.
    await commit(deps, job, { type: 'waits', ...(deps.isOnline() ? { waiting } : offline) });
    return;
  }
  if (isConsentNeeded(error)) {
    await commit(deps, job, { type: 'waits', waiting: { reason: 'consent', since: now } });
    return;
  }
  const failure = caught(error);
  if (failure.code === 'host-not-allowed' && failure.detail?.host !== undefined) {
    await waitForHost(deps, job, failure.detail.host);
    return;
  }
  const { busyRows } = await deps.store.queue(siteOf(job));
  const { code, detail, retryAfterMs, busy } = judgeBusy(job, failure, busyRows);
  if (code === 'busy' && job.stage === 'submitting') await deps.store.narrow(siteOf(job), job);
  const isOrdered = job.stage === 'generating' || job.stage === 'ready';
  if (code === 'internal') deps.report(error);
  const decided = decide({
    job,
    code,
    online: deps.isOnline(),
    now,
    isTaskOver,
    ...(detail && { detail }),
    ...(retryAfterMs !== undefined && { retryAfterMs }),
  });
  const decision: Decision =
    isTaskOver && NEEDS_LIVE_TASK.has(decided.action) ? { action: 'fail' } : decided;
  await pauseIfAllRefused(deps, job, code);
  const fail = () =>
    endRow(deps, job, {
      code,
      charged: chargedBy(job, decision.action !== 'poll'),
      ...(isOrdered && !isTaskOver && { isTaskOpen: true }),
      ...(detail && { detail }),
    });

  switch (decision.action) {
    case 'again':
      await commit(deps, job, { type: 'postponed', notBefore: now + decision.afterMs });
      return;
    case 'wait': {
      const wait = {
        waiting: decision.waiting,
        ...(decision.afterMs !== undefined && { notBefore: now + decision.afterMs }),
      };
      // Credits for another upscaler are not worth waiting for.
      if (decision.waiting.reason === 'credits' && canSettle(job)) await fail();
      // A refused order is closed; a later one is a new order with a new id.
      else if (job.stage === 'submitting') {
        await commit(deps, job, { type: 'submission-refused', ...wait }, busy);
      } else {
        const isTimeout = code === 'line-too-slow' && { isTimeout: true as const };
        await commit(deps, job, { type: 'waits', ...wait, ...isTimeout });
      }
      return;
    }
    case 'poll': {
      const notBefore = now + 3_000;
      if (!isRefusalInDoubt({ job, code, ...(detail && { detail }) })) {
        await commit(deps, job, { type: 'postponed', notBefore });
        return;
      }
      // A busy answer applies to every order, whatever the outcome of this one.
      const until = code === 'busy' ? now + (busyDelayMs(0, retryAfterMs) ?? 0) : undefined;
      if (until !== undefined) await deps.store.hold(siteOf(job), until);
      const refusal = { code, ...(detail && { detail }), ...(until !== undefined && { until }) };
      await commit(deps, job, { type: 'postponed', notBefore, refusal });
      return;
    }
    case 'switch-tool':
      await commit(deps, job, { type: 'tool-failed' });
      return;
    case 'smaller-file':
      await commit(deps, job, { type: 'smaller-wanted' });
      return;
    case 'refresh-link':
      await commit(deps, job, {
        type: 'link-expired',
        ...(decision.afterMs > 0 && { notBefore: now + decision.afterMs }),
      });
      return;
    case 'hold':
      await hold(deps, job, decision.waiting, now + decision.holdMs);
      return;
    case 'stop-queue':
      await pauseForRisk(deps, job);
      await deps.store.hold(siteOf(job), now + decision.holdMs, decision.orders);
      // Nothing was ordered: the row waits with its batch.
      if (job.batch && isBeforeOrder(job)) {
        await commit(deps, job, { type: 'postponed', notBefore: now + decision.holdMs });
      } else await fail();
      return;
    case 'fail':
      await fail();
      return;
  }
}
