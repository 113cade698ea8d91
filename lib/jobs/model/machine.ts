import type { ImageOrigin } from '@/lib/sources/origin';
import { withoutBytes } from './bounded-origin';
import type { Job, JobOptions, ResultFacts, Stage, Waiting } from './job';
import { type JobEvent, LEGAL_STAGES, type Question } from './job-event';
import {
  canBeFollowed,
  closeSubmission,
  isUnanswered,
  joined,
  listed,
  markSubmission,
  outcomeOf,
  reopenSubmission,
  withFacts,
  withoutParts,
  withRefusal,
  withSpent,
} from './orders';
import { linkless, withoutLink } from './result-link';

/** How long an uploaded URI is used for orders, ms. The service keeps it longer; six hours were seen. */
export const UPLOAD_VALID_MS = 4 * 60 * 60_000;

/** Thrown by `transition` for an event that is illegal in the job's stage. */
export class IllegalTransition extends Error {
  override name = 'IllegalTransition' as const;
  constructor(job: Job, event: JobEvent) {
    super(`${event.type} is not possible in stage ${job.stage}`);
  }
}

/**
 * The next state of a job after an event. Pure: no clock, no I/O; the store sets `rev`.
 * @param now Unix ms
 * @throws IllegalTransition
 */
export function transition(job: Job, event: JobEvent, now: number): Job {
  if (!LEGAL_STAGES[event.type].includes(job.stage)) throw new IllegalTransition(job, event);
  const touched: Job = { ...job, updatedAt: now };

  switch (event.type) {
    case 'acquired': {
      const origin = withoutBytes(job.origin);
      const acquired = { ...enter(touched, 'acquired'), origin, source: event.source };
      return asking(acquired, event.question);
    }
    case 'drawing-begun':
      return { ...touched, drawings: (job.drawings ?? 0) + 1 };
    case 'kept':
      return { ...enter(touched, 'done'), ...keptResult(job, event.bytes), finishedAt: now };
    case 'rerouted':
      return {
        ...without(enter(touched, 'queued'), 'finishedAt'),
        origin: event.origin,
      };
    case 'site-chosen': {
      const row = job.stage === 'acquired' ? touched : enter(touched, 'acquired');
      const { site, container } = event;
      return {
        ...without(without(row, 'upload'), 'container'),
        site,
        ...(container && { container }),
      };
    }
    case 'uploaded': {
      const { uri, account, siteId, isPageReady, balance, spent } = event;
      return {
        ...enter(spent === undefined ? touched : withSpent(touched, spent), 'uploaded'),
        upload: { uri, at: now, account, ...(siteId && { siteId }), ...(balance && { balance }) },
        ...(isPageReady && { pageReadyAt: now }),
      };
    }
    case 'upload-stale':
      return without(enter(touched, 'acquired'), 'upload');
    case 'input-missing':
      // The results of parts may not fit what is fetched now.
      return without(enter(withoutParts(touched), 'queued'), 'source');
    case 'page-ready':
      return { ...touched, pageReadyAt: now };
    case 'submission-begun':
      return {
        ...enter(touched, 'submitting'),
        // Counts the refusals so far, which limit the resends.
        attempt: job.attempt,
        submission: event.submission,
        polls: 0,
        oddPolls: 0,
      };
    case 'accepted':
      return {
        ...enter(listed(withFacts(touched, event)), 'generating'),
        polls: 0,
        oddPolls: 0,
        notBefore: event.notBefore,
        ...(event.isEndDoubted && { isEndDoubted: true }),
      };
    case 'submission-refused':
      return {
        ...enter(closeSubmission(touched, 'refused'), 'uploaded'),
        attempt: job.attempt + 1,
        waiting: event.waiting,
        ...(event.notBefore !== undefined && { notBefore: event.notBefore }),
      };
    case 'polled': {
      const {
        waiting: _w,
        holds: _h,
        isEndDoubted: _d,
        timeouts: _t,
        oddSince: _o,
        ...seen
      } = withFacts(touched, event);
      return {
        ...seen,
        ...(event.isEndDoubted && { isEndDoubted: true }),
        ...(event.waiting && { waiting: sameReason(job, event.waiting) }),
        polls: job.polls + 1,
        ...(event.odd && { oddSince: job.oddSince ?? now }),
        oddPolls: event.odd ? job.oddPolls + 1 : 0,
        attempt: 0,
        notBefore: event.notBefore,
      };
    }
    case 'not-found':
      return reordered(
        closeSubmission(touched, job.submission?.refusal ? 'refused' : 'unconfirmed'),
        now,
      );
    case 'tool-failed':
      return enter(closeSubmission(touched, 'failed'), 'uploaded');
    case 'finished':
      return { ...enter(listed(withFacts(touched, event)), 'ready'), result: event.result };
    case 'link-expired':
      return {
        ...without(enter(touched, 'generating'), 'result'),
        linkRefreshes: (job.linkRefreshes ?? 0) + 1,
        ...(event.notBefore !== undefined && { notBefore: event.notBefore }),
      };
    case 'collected':
      return {
        ...without(enter(markSubmission(joined(touched), 'done'), 'done'), 'unenlarged'),
        result: { ...withoutLink(event.result), ...(job.stage === 'done' && { storedAt: now }) },
        finishedAt: job.finishedAt ?? now,
      };
    case 'part-collected':
      return partCollected(touched, event.next);
    case 'part-lost':
      return asking({ ...enter(touched, 'acquired'), part: event.part }, event.question);
    case 'not-enlarged':
      return {
        ...without(enter(closeSubmission(touched, 'not-larger'), 'uploaded'), 'result'),
        // A part that does not grow would keep the whole from growing.
        ...(!job.source?.parts && { unenlarged: withoutLink(event.result) }),
      };
    case 'settled':
      return { ...settled(touched), finishedAt: now };
    case 'smaller-wanted':
      return {
        ...without(enter(closeSubmission(touched, 'failed'), 'acquired'), 'upload'),
        smaller: { state: 'wanted' },
      };
    case 'shrunk': {
      const { source } = event;
      const made = enter(touched, 'acquired');
      if (!source) return { ...made, smaller: { state: 'impossible' } };
      return { ...made, source, smaller: { state: 'made', at: now } };
    }
    case 'cost-seen':
      return { ...touched, credits: event.credits };
    case 'refund-seen':
      return job.failure
        ? { ...touched, failure: { ...job.failure, refund: event.refund } }
        : touched;
    case 'postponed':
      return {
        ...without(withRefusal(touched, event.refusal), 'waiting'),
        attempt: job.attempt + 1,
        notBefore: event.notBefore,
      };
    case 'waits': {
      const waits = {
        ...without(touched, 'notBefore'),
        attempt: job.attempt + 1,
        waiting: sameReason(job, event.waiting),
        ...(event.isTimeout && { timeouts: (job.timeouts ?? 0) + 1 }),
      };
      return event.notBefore === undefined ? waits : { ...waits, notBefore: event.notBefore };
    }
    case 'held':
      return {
        ...touched,
        waiting: sameReason(job, event.waiting),
        notBefore: event.notBefore,
        holds: (job.holds ?? 0) + 1,
      };
    case 'resumed':
      return {
        ...without(without(touched, 'waiting'), 'notBefore'),
        ...(event.isWanted && { wantedAt: now }),
        ...(event.isPriceAccepted && { isPriceAccepted: true as const }),
        ...(event.isAllowed && { origin: withAllowedHost(job) }),
        ...(event.isWithoutPage && { options: withoutPage(job.options) }),
        ...(event.isThroughPage && { options: { ...job.options, way: 'page' as const } }),
        ...(event.question && { waiting: event.question }),
        attempt: 0,
      };
    case 'failed':
      return {
        ...linkless(enter(markSubmission(touched, outcomeOf(event.failure, job.stage)), 'failed')),
        failure: { ...event.failure, at: job.stage },
        finishedAt: now,
      };
    case 'cancelled':
      return {
        ...linkless(enter(markSubmission(touched, 'abandoned'), 'cancelled')),
        finishedAt: now,
      };
    case 'started-over':
      return startedOver(touched, now);
    case 'retried':
      return retried(touched, event.options, now);
    case 'save-changed':
      return event.saved ? { ...touched, saved: event.saved } : without(touched, 'saved');
  }
}

function withoutPage({ way: _, ...options }: JobOptions): JobOptions {
  return options;
}

/** Records in the row that the person allowed the host it waited for. */
function withAllowedHost({ origin, stage, waiting }: Job): ImageOrigin {
  const isSource = stage === 'queued' && origin.kind === 'page';
  if (!isSource || waiting?.reason !== 'permission') return origin;
  const { allowedHosts = [] } = origin;
  return { ...origin, allowedHosts: [...new Set([...allowedHosts, waiting.host])] };
}

/** Goes on with the next part; nothing of the current order belongs to it. */
function partCollected(job: Job, next: number): Job {
  const { upload: _u, result: _r, linkRefreshes: _l, timeouts: _t, ...open } = job;
  return { ...enter(closeSubmission(open, 'done'), 'acquired'), part: next };
}

function asking(job: Job, question: Question | undefined): Job {
  return question ? { ...job, waiting: question } : job;
}

/** Done with the picture that was no larger, and the order that made it. */
function settled(job: Job): Job {
  const closed = closeSubmission(job, 'failed');
  const submission = closed.pastSubmissions.findLast(({ outcome }) => outcome === 'not-larger');
  const { unenlarged, ...done } = enter(closed, 'done');
  if (!submission || !unenlarged) return job;
  return {
    ...done,
    submission: { ...submission, outcome: 'done' },
    pastSubmissions: done.pastSubmissions.filter((past) => past !== submission),
    result: unenlarged,
  };
}

/** The sent picture as the result; without an order there is no link. */
function keptResult({ source }: Job, transparentBytes?: number): { result?: ResultFacts } {
  if (!source) return {};
  const { sentWidth: width, sentHeight: height, sentType, sentBytes } = source;
  const isTransparent = transparentBytes !== undefined;
  const type = isTransparent ? 'png' : sentType;
  return { result: { url: '', width, height, type, bytes: transparentBytes ?? sentBytes } };
}

/** Enters a stage and drops everything that belonged to the one before. */
function enter(job: Job, stage: Stage): Job {
  const {
    waiting: _w,
    notBefore: _n,
    failure: _f,
    isReorderWanted: _r,
    holds: _h,
    isEndDoubted: _e,
    drawings: _d,
    oddSince: _s,
    pageReadyAt: _p,
    ...rest
  } = job;
  return { ...rest, stage, attempt: 0 };
}

function without<K extends keyof Job>(job: Job, key: K): Job {
  const { [key]: _, ...rest } = job;
  return rest as Job;
}

/** Keeps the start of the wait if the reason is the same. */
function sameReason(job: Job, waiting: Waiting): Waiting {
  return job.waiting?.reason === waiting.reason
    ? { ...waiting, since: job.waiting.since }
    : waiting;
}

/** Goes back to the last stage whose data is still valid. */
function retried(job: Job, options: Partial<JobOptions> | undefined, now: number): Job {
  const { finishedAt: _, saved: _s, linkRefreshes: _l, ...open } = job;
  const changed = { ...open, options: { ...job.options, ...options } } as Job;
  const isSameOrder = options === undefined;
  if (isSameOrder && canBeFollowed(job)) {
    // The order exists at the service: following it costs nothing, a new one would.
    return { ...enter(reopenSubmission(changed), 'generating'), polls: 0, oddPolls: 0 };
  }
  if (isSameOrder && isUnanswered(job)) {
    // It may have arrived late. Earlier polls count: one more poll without it proves that it never came.
    return { ...enter(reopenSubmission(changed), 'submitting'), isReorderWanted: true };
  }
  const fresh = without(closeSubmission(changed, 'abandoned'), 'result');
  const wasUnreadable = job.failure?.code === 'upload-unreadable';
  return reordered(wasUnreadable ? without(fresh, 'upload') : fresh, now);
}

/** Uploads the bytes again: an upload belongs to one account. */
function startedOver(job: Job, now: number): Job {
  const { finishedAt: _, ...open } = closeSubmission(job, 'unconfirmed');
  return reordered(without(without(open, 'upload'), 'result'), now);
}

/** Goes back to the latest stage from which a new order can be made with valid data. */
function reordered(job: Job, now: number): Job {
  const isUploadValid = job.upload !== undefined && now - job.upload.at < UPLOAD_VALID_MS;
  if (isUploadValid) return enter(job, 'uploaded');
  if (job.source) return enter(without(job, 'upload'), 'acquired');
  return enter(job, 'queued');
}
