import type { ErrorCode, Failure, Job, Stage, Waiting } from '../model/job';
import { ordersOfPart } from '../model/parts';
import { busyDelayMs, connectivityDelayMs, LONGEST_RETRY_AFTER_MS } from './back-off';
import { hasNextTool } from './choose-tool';
import { shouldSendSmaller } from './smaller-file';

/** What follows from the failure of one step. */
export type Decision =
  /** Retry the same stage later. */
  | { action: 'again'; afterMs: number }
  /** Wait until the reason is gone; check again after `afterMs`. */
  | { action: 'wait'; waiting: Waiting; afterMs?: number }
  /** Whether the order arrived is unknown: only polling is allowed. */
  | { action: 'poll' }
  /** Go on with another upscaler. */
  | { action: 'switch-tool' }
  /** Send the picture once more, as a smaller file. */
  | { action: 'smaller-file' }
  /** Ask the service for a fresh result link. */
  | { action: 'refresh-link'; afterMs: number }
  /** Neither poll this order nor make a new one for `holdMs`; then go on. */
  | { action: 'hold'; waiting: Waiting & { reason: 'cool-down' }; holdMs: number }
  /** Fail, and make no new order for `holdMs`; `background`: none that the background would send. */
  | { action: 'stop-queue'; holdMs: number; orders?: 'background' }
  | { action: 'fail' };

type Manner =
  | 'sign-in'
  | 'credits'
  | 'cool-down'
  /** An order: as `cool-down`. Anything else is free: as `transient`. */
  | 'system-busy'
  | 'connectivity'
  | 'slow-line'
  | 'transient'
  | 'stop-queue'
  /** An order: as `stop-queue`, but the service's own page may still send orders. */
  | 'stop-background'
  | 'switch-tool'
  | 'refresh-link'
  | 'final';

/** How each failure is handled. Total over the union of codes, so a new code cannot be forgotten. */
const MANNERS: Record<ErrorCode, Manner> = {
  'signed-out': 'sign-in',
  'confirmation-needed': 'final',
  'no-credits': 'credits',
  'membership-needed': 'final',
  'daily-limit': 'final',
  busy: 'cool-down',
  'risk-control': 'stop-queue',
  'account-restricted': 'stop-queue',
  'input-refused': 'final',
  'output-refused': 'final',
  'content-refused': 'final',
  'copyright-refused': 'final',
  outdated: 'switch-tool',
  'system-busy': 'system-busy',
  'page-signature-missing': 'stop-background',
  'page-unavailable': 'final',
  'region-refused': 'final',
  'generation-failed': 'switch-tool',
  'upload-unreadable': 'final',
  'upload-refused': 'transient',
  'upload-corrupted': 'transient',
  'host-not-allowed': 'final',
  'result-deleted': 'final',
  'result-expired': 'refresh-link',
  'result-missing': 'final',
  'http-refused': 'transient',
  'server-error': 'transient',
  'bad-response': 'transient',
  network: 'connectivity',
  timeout: 'connectivity',
  'line-too-slow': 'slow-line',
  'unknown-refusal': 'switch-tool',
  'image-empty': 'final',
  'image-is-page': 'final',
  'image-unknown-type': 'final',
  'image-broken': 'final',
  'image-too-small': 'final',
  'image-too-large': 'final',
  'image-too-many-pixels': 'final',
  'image-blank': 'final',
  'image-heic': 'final',
  'image-jxl': 'final',
  'image-tiff': 'final',
  'image-psd': 'final',
  'image-pdf': 'final',
  'image-svg-unreadable': 'final',
  'image-result-too-large': 'final',
  'image-too-many-parts': 'final',
  'source-not-found': 'final',
  'source-refused': 'final',
  'source-host-error': 'transient',
  'source-unreachable': 'transient',
  'source-timeout': 'transient',
  'source-gone': 'final',
  'source-hidden': 'final',
  'source-malformed': 'final',
  'source-unsupported': 'final',
  'source-private': 'final',
  'submit-unconfirmed': 'final',
  'result-broken': 'refresh-link',
  'join-failed': 'final',
  'save-failed': 'final',
  'storage-full': 'final',
  'input-lost': 'final',
  'row-damaged': 'final',
  internal: 'final',
};

/** The money-critical set: after these the order may have arrived. Any unparsed answer is unclear. */
const UNCLEAR: ReadonlySet<ErrorCode> = new Set([
  'network',
  'timeout',
  'server-error',
  'http-refused',
  'bad-response',
  'line-too-slow',
  'internal',
  // Sent and answered, but the answer could not be stored.
  'storage-full',
]);

/**
 * Refusals of an order after which a picture was seen to appear (docs/PROTOCOL.md, section 6). Such an
 * order is polled before the row fails.
 */
const REFUSED_YET_SEEN: ReadonlySet<ErrorCode> = new Set(['region-refused']);

/**
 * Whether polling must confirm a refusal of an order: before Automatic orders with another upscaler, an
 * unknown refusal must be proven to be one. HTTP 429 comes without a `ret`, from a gateway that may not know
 * what the service behind it did.
 */
export function isRefusalInDoubt(failed: Pick<FailedStep, 'job' | 'code' | 'detail'>): boolean {
  const { job, code, detail } = failed;
  if (code === 'unknown-refusal') return hasNextTool(job);
  return REFUSED_YET_SEEN.has(code) || (code === 'busy' && detail?.httpStatus === 429);
}

/** Failures on our side, not of the service. */
const OUR_OWN: ReadonlySet<ErrorCode> = new Set(['storage-full', 'internal']);

/** Failures of a poll that matter to the row. Any other says nothing about the task: poll again. */
const POLL_MANNERS: ReadonlySet<Manner> = new Set([
  'sign-in',
  'cool-down',
  'connectivity',
  'stop-queue',
]);

/** Before an order, unexplained refusals are retried a few times: that costs nothing. */
const UNEXPLAINED: ReadonlySet<ErrorCode> = new Set(['generation-failed', 'unknown-refusal']);

const TRANSIENT_MS = [1_000, 4_000, 15_000];
/** Polling is free, so a task is not given up for a bad quarter of an hour. */
const TRANSIENT_POLL_MS = [1_000, 4_000, 15_000, 30_000, 60_000, 120_000, 300_000, 600_000];
/** Attempts of a transfer that times out, each with twice the time; more would use the line all day. */
const SLOW_TRIES = 3;
/** Pauses, ms, before a fresh link is requested; their number caps the requests. */
const LINK_REFRESH_MS = [0, 15_000, 60_000];
/** Clients that paused ten minutes after a risk answer were accepted again (docs/PROTOCOL.md). */
export const RISK_HOLD_MS = 10 * 60_000;
/**
 * Pauses, ms, after consecutive polls that risk control refused. The order is paid for, so one such
 * answer does not give it up; the sixth in a row, five hours later, ends the row.
 */
const RISK_POLL_HOLDS_MS = [1, 2, 4, 8, 16].map((times) => times * RISK_HOLD_MS);
/** Longest hold. One that ends later was set before the clock was set back. */
export const LONGEST_HOLD_MS = Math.max(...RISK_POLL_HOLDS_MS);

export interface FailedStep {
  job: Pick<
    Job,
    | 'stage'
    | 'attempt'
    | 'linkRefreshes'
    | 'holds'
    | 'timeouts'
    | 'options'
    | 'source'
    | 'smaller'
    | 'submission'
    | 'pastSubmissions'
    | 'part'
    | 'site'
    | 'batch'
  >;
  code: ErrorCode;
  detail?: Failure['detail'];
  /** Retry-After of the service, ms. */
  retryAfterMs?: number;
  /** Whether the browser reports to be online. */
  online: boolean;
  /** Whether the service ended the task; else a failure while generating is one of polling. */
  isTaskOver?: boolean;
  /** Unix ms. */
  now: number;
}

/** Decides what follows from a failed step. Pure. */
export function decide(failed: FailedStep): Decision {
  const { job, code, online, now } = failed;
  const mustPoll = UNCLEAR.has(code) || isRefusalInDoubt(failed);
  if (job.stage === 'submitting' && mustPoll) return { action: 'poll' };
  const retryAfterMs = Math.min(failed.retryAfterMs ?? 0, LONGEST_RETRY_AFTER_MS);
  switch (mannerOf(failed)) {
    case 'sign-in':
      return { action: 'wait', waiting: { reason: 'sign-in', since: now } };
    case 'credits': {
      // The balance before the order was too small, whatever has been bought since.
      const { balance, account } = job.submission ?? {};
      const known = balance !== undefined && { balance, ...(account && { account }) };
      return {
        action: 'wait',
        waiting: { reason: 'credits', since: now, code: code as 'no-credits', ...known },
        // Ask for the balance at once, to learn what was too small.
        afterMs: 0,
      };
    }
    case 'cool-down': {
      const isEndless = code === 'busy' && job.batch !== undefined;
      const afterMs = busyDelayMs(job.attempt, retryAfterMs, isEndless);
      if (afterMs === undefined) return { action: 'fail' };
      const waiting = { reason: 'cool-down', since: now, code: code as 'busy' } as const;
      return { action: 'wait', waiting, afterMs };
    }
    case 'connectivity':
      return waitForNetwork(job.attempt, now);
    case 'slow-line': {
      const timeouts = job.timeouts ?? 0;
      return timeouts + 1 < SLOW_TRIES ? waitForNetwork(timeouts, now) : { action: 'fail' };
    }
    case 'transient': {
      // A parsed refusal of an order is final: ordering again is up to the person.
      if (job.stage === 'submitting') return { action: 'fail' };
      if (!online) return waitForNetwork(job.attempt, now);
      const steps = hasTask(job.stage) ? TRANSIENT_POLL_MS : TRANSIENT_MS;
      const afterMs = steps[job.attempt];
      return afterMs === undefined
        ? { action: 'fail' }
        : { action: 'again', afterMs: Math.max(afterMs, retryAfterMs) };
    }
    case 'stop-queue': {
      if (!hasTask(job.stage) || failed.isTaskOver) {
        return { action: 'stop-queue', holdMs: RISK_HOLD_MS };
      }
      const holdMs = RISK_POLL_HOLDS_MS[job.holds ?? 0];
      if (holdMs === undefined) return { action: 'stop-queue', holdMs: LONGEST_HOLD_MS };
      const waiting = { reason: 'cool-down', since: now, code: code as 'risk-control' } as const;
      return { action: 'hold', waiting, holdMs };
    }
    case 'stop-background':
      return { action: 'stop-queue', holdMs: RISK_HOLD_MS, orders: 'background' };
    case 'switch-tool':
      if (
        failed.isTaskOver &&
        code === 'generation-failed' &&
        shouldSendSmaller(job, failed.detail)
      )
        return { action: 'smaller-file' };
      // A definite refusal or failure: this order is over, so the next one cannot be a second one.
      return hasNextTool(job) ? { action: 'switch-tool' } : { action: 'fail' };
    case 'refresh-link': {
      const afterMs = LINK_REFRESH_MS[job.linkRefreshes ?? 0];
      return job.stage === 'ready' && afterMs !== undefined
        ? { action: 'refresh-link', afterMs }
        : { action: 'fail' };
    }
    case 'final':
      return { action: 'fail' };
  }
}

function mannerOf(failed: FailedStep): Exclude<Manner, 'system-busy'> {
  const { job, code, isTaskOver = false } = failed;
  const manner = inStage(MANNERS[code], job.stage);
  if (job.stage === 'generating' && !isTaskOver && !OUR_OWN.has(code)) {
    return POLL_MANNERS.has(manner) ? manner : 'transient';
  }
  const isBeforeOrder = job.stage === 'acquired' || job.stage === 'uploaded';
  return isBeforeOrder && UNEXPLAINED.has(code) ? 'transient' : manner;
}

function inStage(manner: Manner, stage: Stage): Exclude<Manner, 'system-busy'> {
  if (manner === 'stop-background' && hasTask(stage)) return 'stop-queue';
  if (manner !== 'system-busy') return manner;
  return stage === 'submitting' ? 'cool-down' : 'transient';
}

function hasTask(stage: Stage): boolean {
  return stage === 'generating' || stage === 'ready';
}

function waitForNetwork(attempt: number, now: number): Decision {
  const waiting = { reason: 'network', since: now } as const;
  return { action: 'wait', waiting, afterMs: connectivityDelayMs(attempt) };
}

/** Whether the service may have made the picture although it refused the order and does not list it. */
export function mayBeMade(refusal: ErrorCode): boolean {
  return REFUSED_YET_SEEN.has(refusal);
}

/** Outcomes after which the service may have charged for an earlier order, or may still finish it. */
const OPEN_OUTCOMES: ReadonlySet<string> = new Set(['unconfirmed', 'abandoned', 'not-larger']);

/**
 * Whether the service may have charged for what failed.
 * @param isRefusal whether the service said that it did not accept the order
 */
export function chargedBy(
  job: Pick<Job, 'stage' | 'submission' | 'pastSubmissions' | 'source' | 'part'>,
  isRefusal: boolean,
): 'no' | 'maybe' {
  if (
    ordersOfPart(job).some(({ outcome }) => outcome !== undefined && OPEN_OUTCOMES.has(outcome))
  ) {
    return 'maybe';
  }
  if (!job.submission) return 'no';
  return job.stage === 'submitting' && isRefusal ? 'no' : 'maybe';
}
