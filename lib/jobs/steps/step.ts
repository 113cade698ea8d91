import { caught, isAbort } from '../model/failure';
import type { Job, Waiting } from '../model/job';
import type { JobEvent } from '../model/job-event';
import { transition } from '../model/machine';
import { learnedRefusal } from '../rules/choose-tool';
import {
  busyDelayMs,
  chargedBy,
  connectivityDelayMs,
  type Decision,
  decide,
  isRefusalInDoubt,
} from '../rules/policy';
import type { CommitExtras } from '../store/jobs';
import type { JobDeps } from './deps';

/** One step: one outside effect for one row, then a commit of what came of it. */
export type Step = (job: Job, deps: JobDeps, signal: AbortSignal) => Promise<void>;

/**
 * Commits an event and tells the world.
 * @returns the committed row, or undefined if the row changed meanwhile (it was cancelled, say):
 *   then the step's work is void
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

/** Whether a rejection says that the bytes can be had once one more site is allowed. */
function isPermissionNeeded(
  error: unknown,
): error is Error & { pattern: string; host: string; isForCookies?: boolean } {
  return error instanceof Error && error.name === 'PermissionNeeded';
}

/** Whether a rejection says that the bytes can be had once the person has agreed to the service. */
function isConsentNeeded(error: unknown): boolean {
  return error instanceof Error && error.name === 'ConsentNeeded';
}

/** Pauses, ms, before what came of a step is offered again to a database that did not take it. */
const COMMIT_RETRY_MS = [1_000, 3_000, 6_000];

/** What came of a step could not be written down; why has been reported. */
export class CommitFailed extends Error {
  override name = 'Unwritten' as const;
}

/** Decisions that only make sense while the order could still be made or followed. */
const NEEDS_LIVE_TASK: ReadonlySet<Decision['action']> = new Set(['again', 'wait', 'poll']);

export interface FailOptions {
  /** The service ended the task: waiting for it would wait for ever. */
  isTaskOver?: boolean;
  /** The signal of the step; once it is aborted, an AbortError is no failure. */
  signal?: AbortSignal;
}

/**
 * Turns a failed step into the event that follows from it, and commits that.
 * Rejects with Unwritten when the database has not taken it for some seconds.
 */
export async function failStep(
  deps: JobDeps,
  job: Job,
  error: unknown,
  { isTaskOver = false, signal }: FailOptions = {},
): Promise<void> {
  if (isAbort(error, signal)) return;
  // A browser may drop a database whose disk is full, and have it back a moment later.
  // What a look has seen is not worth the wait: other jobs look along, and the next look sees it again.
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

/** Risk control refused a poll: the row waits, and no new order is made, until Unix ms `heldUntil`. */
export async function hold(
  deps: JobDeps,
  job: Job,
  waiting: Waiting & { reason: 'cool-down' },
  heldUntil: number,
): Promise<void> {
  await deps.store.hold(heldUntil);
  await commit(deps, job, { type: 'held', waiting, notBefore: heldUntil });
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
    // Without a network every host looks closed, and leave to read it would not help.
    await commit(deps, job, { type: 'waits', ...(deps.isOnline() ? { waiting } : offline) });
    return;
  }
  if (isConsentNeeded(error)) {
    await commit(deps, job, { type: 'waits', waiting: { reason: 'consent', since: now } });
    return;
  }
  const { code, detail, retryAfterMs } = caught(error);
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
  const fail = () =>
    commit(deps, job, {
      type: 'failed',
      failure: {
        code,
        charged: chargedBy(job, decision.action !== 'poll'),
        ...(isOrdered && !isTaskOver && { isTaskOpen: true }),
        ...(detail && { detail }),
      },
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
      // An order that was refused is closed; ordering again later is a new order with a new id.
      if (job.stage === 'submitting') {
        await commit(deps, job, { type: 'submission-refused', ...wait });
      } else {
        const isTimeout = code === 'line-too-slow' && { isTimeout: true as const };
        await commit(deps, job, { type: 'waits', ...wait, ...isTimeout });
      }
      return;
    }
    case 'poll': {
      const notBefore = now + 3_000;
      if (!isRefusalInDoubt({ code, detail })) {
        await commit(deps, job, { type: 'postponed', notBefore });
        return;
      }
      // "Not now" is meant for every order, whatever became of this one.
      const until = code === 'busy' ? now + (busyDelayMs(0, retryAfterMs) ?? 0) : undefined;
      if (until !== undefined) await deps.store.hold(until);
      const refusal = { code, ...(detail && { detail }), ...(until !== undefined && { until }) };
      await commit(deps, job, { type: 'postponed', notBefore, refusal });
      return;
    }
    case 'switch-tool': {
      const account = job.submission?.account;
      await commit(deps, job, { type: 'tool-failed' });
      // Which account the service has refused is known only if the order's is.
      if (account) await deps.store.rememberAutomatic(learnedRefusal(account, now));
      return;
    }
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
      await deps.store.hold(now + decision.holdMs);
      await fail();
      return;
    case 'fail':
      await fail();
      return;
  }
}
