import type { SiteId, SiteName } from '@/lib/jimeng/model/sites';
import type { QueuePlace } from '@/lib/jimeng/model/task-report';
import type { ImageOrigin } from '@/lib/sources/origin';
import type {
  Balance,
  Failure,
  JobOptions,
  ResultFacts,
  SaveState,
  SourceFacts,
  Stage,
  Submission,
  Waiting,
} from './job';

/** Everything that can happen to a job. One step or command commits each event. */
export type JobEvent =
  /** The bytes are stored; with a `question` the person decides before any order. */
  | { type: 'acquired'; source: SourceFacts; question?: Question }
  /** The picture is about to be redrawn. A hostile one can kill the worker. */
  | { type: 'drawing-begun' }
  /**
   * Answers `already-large`: the picture is kept as it is, free of charge. `bytes`: size of the PNG with its
   * transparency, if it has any.
   */
  | { type: 'kept'; bytes?: number }
  /** The person chose another way to get the bytes. */
  | { type: 'rerouted'; origin: ImageOrigin }
  /** The site is chosen whose account the row uses. An upload to another one is dropped. */
  | { type: 'site-chosen'; site: SiteName; container?: string }
  /** `isPageReady`: the page that sends the order is ready. `spent`: what the order of the part before cost. */
  | {
      type: 'uploaded';
      uri: string;
      account: string;
      siteId?: SiteId;
      isPageReady?: true;
      balance?: Balance;
      spent?: number;
    }
  /** The uploaded URI is too old to order with; the stored bytes are uploaded again. */
  | { type: 'upload-stale' }
  /** The stored bytes are gone; they are fetched again from their origin. */
  | { type: 'input-missing' }
  /** The service's own page is ready to send the order. */
  | { type: 'page-ready' }
  | { type: 'submission-begun'; submission: Submission }
  | {
      type: 'accepted';
      historyId?: string;
      forecastMs?: number;
      queue?: QueuePlace;
      notBefore: number;
      isEndDoubted?: true;
    }
  /** A parsed refusal: the service accepted nothing, so the row may be ordered again later. */
  | { type: 'submission-refused'; waiting: Waiting; notBefore?: number }
  /** Polled the submission without a decisive answer. `odd` marks answers that contradict the expectation. */
  | {
      type: 'polled';
      odd: boolean;
      notBefore: number;
      waiting?: Waiting & { reason: 'still-running' };
      historyId?: string;
      forecastMs?: number;
      queue?: QueuePlace;
      isEndDoubted?: true;
    }
  /** The unanswered order was polled again and does not exist; the person wants a new one. */
  | { type: 'not-found' }
  /** The task failed; another upscaler may succeed, so the same row goes on with that one. */
  | { type: 'tool-failed' }
  | { type: 'finished'; result: ResultFacts; historyId?: string }
  /** The signed link returned no picture; the service is asked for a new link. */
  | { type: 'link-expired'; notBefore?: number }
  | { type: 'collected'; result: ResultFacts }
  /** The result of a part is stored. `next`: the part to order next, or the number of parts. */
  | { type: 'part-collected'; next: number }
  /** The stored result of a part is gone; the person decides whether it is ordered again. */
  | { type: 'part-lost'; part: number; question: Question }
  /** The picture is stored, and is no larger than what was sent; Automatic tries the next upscaler. */
  | { type: 'not-enlarged'; result: ResultFacts }
  /** The other upscalers failed, too: the row is done with the picture that is no larger. */
  | { type: 'settled' }
  /** The task failed without a reason, perhaps because of the size of the file; a smaller one is made. */
  | { type: 'smaller-wanted' }
  /** The smaller file is stored; without a `source` it could not be made. */
  | { type: 'shrunk'; source?: SourceFacts }
  /** The balance showed what the order cost. */
  | { type: 'cost-seen'; credits: number }
  /** The balance showed whether the credits of a failed order were refunded. */
  | { type: 'refund-seen'; refund: NonNullable<Failure['refund']> }
  /**
   * Transient failure: the same stage is retried after `notBefore`. With a `refusal` the order was
   * refused, and is polled nevertheless.
   */
  | { type: 'postponed'; notBefore: number; refusal?: NonNullable<Submission['refusal']> }
  /** `isTimeout`: the transfer took too long, so the next attempt gets more time. */
  | { type: 'waits'; waiting: Waiting; notBefore?: number; isTimeout?: true }
  /** Risk control refused a poll. The order continues; it is polled again much later. */
  | { type: 'held'; waiting: Waiting & { reason: 'cool-down' }; notBefore: number }
  /**
   * `isWanted`: the person wants to upscale a duplicate once more. `isPriceAccepted`: they want it at an unknown
   * price. `isAllowed`: they granted the host that the row waited for. `isWithoutPage`: the background is to send the order after all. `isThroughPage`:
   * the page is to. `question`: the next one.
   */
  | {
      type: 'resumed';
      isWanted?: true;
      isPriceAccepted?: true;
      isAllowed?: true;
      isWithoutPage?: true;
      isThroughPage?: true;
      question?: Question;
    }
  | { type: 'failed'; failure: Omit<Failure, 'at'> }
  | { type: 'cancelled' }
  /** The person wants it from the account that is signed in, whatever the outcome of an earlier order. */
  | { type: 'started-over' }
  | { type: 'retried'; options?: Partial<JobOptions> }
  /** Undefined: the person cancelled, and there was no file before. */
  | { type: 'save-changed'; saved: SaveState | undefined };

/** A question that only the person can answer before an order. */
export type Question = Waiting & {
  reason: 'duplicate' | 'already-large' | 'several-orders' | 'price-unknown';
};

/** Stages in which each event is legal. Anything else is a bug. */
export const LEGAL_STAGES: Record<JobEvent['type'], readonly Stage[]> = {
  acquired: ['queued'],
  'drawing-begun': ['queued', 'acquired', 'ready'],
  kept: ['acquired'],
  // `failed`: only if nothing was fetched or ordered (remedy.ts).
  rerouted: ['queued', 'failed'],
  'site-chosen': ['acquired', 'uploaded'],
  uploaded: ['acquired'],
  'upload-stale': ['uploaded'],
  'input-missing': ['acquired'],
  'page-ready': ['uploaded'],
  'submission-begun': ['uploaded'],
  accepted: ['submitting'],
  'submission-refused': ['submitting'],
  polled: ['submitting', 'generating'],
  'not-found': ['submitting'],
  'tool-failed': ['submitting', 'generating'],
  finished: ['submitting', 'generating'],
  'link-expired': ['ready'],
  // `acquired`: the parts of a long picture are joined.
  collected: ['acquired', 'ready', 'done'],
  'part-collected': ['ready'],
  'part-lost': ['acquired'],
  'not-enlarged': ['ready'],
  settled: ['submitting', 'generating'],
  'smaller-wanted': ['generating'],
  shrunk: ['acquired'],
  'cost-seen': ['done'],
  'refund-seen': ['failed'],
  postponed: ['queued', 'acquired', 'uploaded', 'submitting', 'generating', 'ready'],
  waits: ['queued', 'acquired', 'uploaded', 'submitting', 'generating', 'ready'],
  held: ['submitting', 'generating', 'ready'],
  resumed: ['queued', 'acquired', 'uploaded', 'submitting', 'generating', 'ready'],
  failed: ['queued', 'acquired', 'uploaded', 'submitting', 'generating', 'ready'],
  cancelled: ['queued', 'acquired', 'uploaded', 'submitting', 'generating', 'ready'],
  'started-over': ['acquired', 'uploaded', 'submitting', 'generating', 'failed'],
  // `uploaded`: a job that waits for credits may be ordered smaller instead.
  retried: ['failed', 'cancelled', 'uploaded'],
  'save-changed': ['done'],
};
