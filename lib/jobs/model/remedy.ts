import type { ErrorCode, Job, WaitReason } from './job';
import { canBeFollowed } from './orders';
import { own } from './own';
import { isJoining } from './parts';
import { needsOwnPage } from './site';

/** What helps a row that failed or waits. Each has one button. */
export const REMEDIES = [
  'sign-in',
  /** Opens the welcome page, which asks for consent. */
  'read-consent',
  /** Orders through the service's own page; asks first if the person has not agreed to that. */
  'continue-in-page',
  /** The background sends the order after all. */
  'skip-page',
  'allow',
  'retry',
  /** Ends a wait for credits, whatever the balance was last. */
  'have-credits',
  /** Retry makes a new order although the last one may have been charged; the button says so. */
  'retry-may-cost',
  /** Polls the running order; orders nothing. */
  'poll-again',
  /** Uploads and orders with the account that is signed in; nothing was ordered before. */
  'use-account',
  /** The same, although an order of another account may have been charged; the button says so. */
  'use-account-may-cost',
  'use-2k',
  'use-existing',
  'keep-original',
  'upscale-anyway',
  'use-screen',
  'open-service',
  'open-page',
  'choose-file',
  'save-again',
  /** Opens the connection check of the settings. */
  'check-connection',
  'remove',
] as const;
export type Remedy = (typeof REMEDIES)[number];

/** The first remedy for each code; `remedyOf` adapts it to the job. */
const REMEDY_OF_ERROR = {
  'signed-out': 'sign-in',
  'confirmation-needed': 'open-service',
  'no-credits': 'open-service',
  'membership-needed': 'use-2k',
  'daily-limit': 'retry',
  busy: 'retry',
  // Retrying makes risk control worse; Jimeng's site shows its challenge.
  'risk-control': 'open-service',
  'account-restricted': 'open-service',
  // The same image would be refused again, and repeated refusals count against the account.
  'input-refused': 'remove',
  'output-refused': 'remove',
  'content-refused': 'remove',
  'copyright-refused': 'remove',
  outdated: 'check-connection',
  'system-busy': 'retry',
  'page-signature-missing': 'continue-in-page',
  // The person can sign in there, and see what the page asks for.
  'page-unavailable': 'open-service',
  'region-refused': 'open-service',
  'generation-failed': 'retry-may-cost',
  'upload-unreadable': 'retry',
  'upload-refused': 'retry',
  'upload-corrupted': 'retry',
  'host-not-allowed': 'open-service',
  'result-deleted': 'retry-may-cost',
  'result-expired': 'retry',
  'result-missing': 'retry-may-cost',
  'http-refused': 'retry',
  'server-error': 'retry',
  'bad-response': 'retry',
  network: 'retry',
  timeout: 'retry',
  'line-too-slow': 'retry',
  'unknown-refusal': 'retry-may-cost',
  'image-empty': 'open-page',
  'image-is-page': 'open-page',
  'image-unknown-type': 'choose-file',
  'image-broken': 'open-page',
  'image-too-small': 'open-page',
  'image-too-large': 'choose-file',
  'image-too-many-pixels': 'choose-file',
  'image-blank': 'open-page',
  'image-heic': 'choose-file',
  'image-jxl': 'choose-file',
  'image-tiff': 'choose-file',
  'image-psd': 'choose-file',
  'image-pdf': 'choose-file',
  'image-svg-unreadable': 'choose-file',
  'image-result-too-large': 'choose-file',
  'image-too-many-parts': 'choose-file',
  'source-not-found': 'open-page',
  'source-refused': 'choose-file',
  'source-host-error': 'retry',
  'source-unreachable': 'retry',
  'source-timeout': 'retry',
  'source-gone': 'open-page',
  'source-hidden': 'retry',
  'source-malformed': 'open-page',
  'source-unsupported': 'choose-file',
  'source-private': 'choose-file',
  'submit-unconfirmed': 'retry-may-cost',
  'result-broken': 'retry',
  'join-failed': 'retry',
  'save-failed': 'save-again',
  'storage-full': 'retry',
  'input-lost': 'open-page',
  'row-damaged': 'remove',
  internal: 'retry',
} as const satisfies Record<ErrorCode, Remedy>;

/** Whether this version knows the code. */
export function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(REMEDY_OF_ERROR, code);
}

const REMEDY_OF_WAITING = {
  'sign-in': 'sign-in',
  'other-account': 'open-service',
  consent: 'read-consent',
  'page-consent': 'continue-in-page',
  permission: 'allow',
  network: 'retry',
  credits: 'open-service',
  // It goes on by itself; retrying sooner would only lengthen the pause.
  'cool-down': undefined,
  'still-running': 'poll-again',
  duplicate: 'use-existing',
  'already-large': 'keep-original',
  'several-orders': 'upscale-anyway',
  'price-unknown': 'upscale-anyway',
  // It goes on tomorrow, or once the limit of the settings allows it.
  'day-limit': undefined,
} as const satisfies Record<WaitReason, Remedy | undefined>;

/** Codes after which a retry can only do harm. */
const NEVER_RETRY: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'risk-control',
  'account-restricted',
  // The background cannot sign it the next time either.
  'page-signature-missing',
  'input-refused',
  'output-refused',
  'content-refused',
  'copyright-refused',
  // Nothing is left to retry with; the person must click the image again on its page.
  'row-damaged',
]);

/** Codes that a smaller target may avoid. */
const SMALLER_HELPS: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'membership-needed',
  'no-credits',
]);

/** The client may not fit the service any more; the connection check shows where. */
const CHECK_HELPS: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'outdated',
  'unknown-refusal',
  'bad-response',
  'system-busy',
]);

/** The image could not be fetched by its address, but the page may show it. */
const SCREEN_HELPS: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  // The host deleted it, or serves it only to the page that shows it.
  'source-not-found',
  'source-private',
  'source-refused',
  'source-host-error',
  'source-unreachable',
  'source-timeout',
  'source-gone',
  // It answers, but no longer with the image that it gave the page.
  'image-is-page',
  'image-empty',
  'image-broken',
  'image-unknown-type',
]);

/** Whether the image can be captured from the screen instead: nothing was read or ordered yet. */
export function canUseScreen({ origin, waiting, failure, submission, stage }: Job): boolean {
  // Pasted and imported addresses have no tab.
  if (origin.kind !== 'page' || origin.tabId < 0 || origin.url.startsWith('screen:')) return false;
  if (waiting) return waiting.reason === 'permission' && stage === 'queued';
  const isUnread = failure?.at === 'queued' && submission === undefined;
  const isHelp = failure !== undefined && SCREEN_HELPS.has(failure.code);
  return stage === 'failed' && isUnread && isHelp && origin.rect !== undefined;
}

/** Whether the row may be ordered again with the signed-in account, because its own is another or unknown. */
export function canStartOver({ stage, waiting, failure, submission }: Job): boolean {
  if (waiting) return waiting.reason === 'other-account';
  const isUnanswered = failure?.code === 'submit-unconfirmed' && !failure.isTaskOpen;
  return stage === 'failed' && isUnanswered && submission !== undefined && !submission.account;
}

/** Whether the order of this row may be sent through the service's page: nothing was accepted so far. */
export function canContinueInPage({ stage, waiting, failure }: Job): boolean {
  if (waiting) return waiting.reason === 'page-consent';
  return stage === 'failed' && failure?.code === 'page-signature-missing';
}

/** Whether the background may send the order after all. */
export function canSkipPage(job: Job): boolean {
  return job.waiting?.reason === 'page-consent' && !needsOwnPage(job);
}

/** The main remedy of this job; undefined if it needs none. */
export function remedyOf(job: Job): Remedy | undefined {
  if (job.waiting) return remedyOfWaiting(job.waiting, job);
  if (job.stage === 'cancelled') {
    return job.submission && !canBeFollowed(job) ? 'retry-may-cost' : 'retry';
  }
  if (job.stage === 'done') return job.saved?.state === 'failed' ? 'save-again' : undefined;
  if (job.stage !== 'failed' || !job.failure) return undefined;
  // A job may come from a newer version with more codes.
  const remedy: Remedy = own(REMEDY_OF_ERROR, job.failure.code) ?? REMEDY_OF_ERROR.internal;
  switch (remedy) {
    case 'retry-may-cost':
    case 'retry':
      return retryOf(job);
    case 'use-2k':
      return job.options.target === '2k' ? 'open-service' : remedy;
    case 'open-page':
      return job.origin.kind === 'page' ? remedy : 'choose-file';
    default:
      return remedy;
  }
}

/** Retry of a failed row makes a new order, unless the one that may be paid for can still be followed. */
function retryOf(job: Job): 'retry' | 'retry-may-cost' | 'poll-again' {
  // Without an account a poll cannot prove that the order is missing, so no new one is made.
  if (canStartOver(job)) return 'poll-again';
  // Every part is paid for and stored.
  if (isJoining(job)) return 'retry';
  return job.failure?.charged === 'maybe' && !canBeFollowed(job) ? 'retry-may-cost' : 'retry';
}

function remedyOfWaiting(waiting: NonNullable<Job['waiting']>, job: Job): Remedy | undefined {
  if (waiting.reason === 'cool-down' && NEVER_RETRY.has(waiting.code)) return 'open-service';
  if (waiting.reason === 'credits' && waiting.code === 'membership-needed') {
    return job.options.target === '2k' ? 'open-service' : 'use-2k';
  }
  if (waiting.reason === 'duplicate' && waiting.duplicateState === 'gone') return 'upscale-anyway';
  return own<Remedy | undefined>(REMEDY_OF_WAITING, waiting.reason);
}

/** Further remedies besides `remedyOf`, best first. */
export function otherRemediesOf(job: Job): Remedy[] {
  const first = remedyOf(job);
  return [...otherRemedies(job)].filter((remedy) => remedy !== first);
}

function* otherRemedies(job: Job): Generator<Remedy> {
  const { waiting, failure } = job;
  const isLarge = job.options.target !== '2k';
  if (waiting?.reason === 'duplicate' || waiting?.reason === 'already-large') {
    yield 'upscale-anyway';
  }
  if (waiting?.reason === 'page-consent' && canSkipPage(job)) yield 'skip-page';
  if (canStartOver(job)) yield job.submission ? 'use-account-may-cost' : 'use-account';
  if (canUseScreen(job)) yield 'use-screen';
  if (waiting?.reason === 'credits') {
    if (isLarge && SMALLER_HELPS.has(waiting.code)) yield 'use-2k';
    yield waiting.code === 'membership-needed' ? 'retry' : 'have-credits';
  }
  if (job.stage !== 'failed' || !failure) return;
  if (failure.code === 'page-signature-missing') yield 'open-service';
  // The size of a result is fixed; a smaller picture can be sent.
  if (failure.code === 'line-too-slow' && failure.at === 'acquired') yield 'choose-file';
  if (isLarge && SMALLER_HELPS.has(failure.code)) yield 'use-2k';
  const first = remedyOf(job);
  const offersRetry =
    first === 'poll-again' ||
    first === 'retry' ||
    first === 'retry-may-cost' ||
    first === 'save-again';
  // Polling an existing order makes no new one, whatever the code.
  const isHarmful = NEVER_RETRY.has(failure.code) && !canBeFollowed(job);
  if (!offersRetry && !isHarmful) yield retryOf(job);
  if (CHECK_HELPS.has(failure.code)) yield 'check-connection';
}
