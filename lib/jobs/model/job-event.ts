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

/** Everything that can happen to a job. Each is committed by exactly one step or command. */
export type JobEvent =
  /** The bytes are stored; with a `question` the person decides before any order. */
  | { type: 'acquired'; source: SourceFacts; question?: Question }
  /** The image is about to be redrawn, which a hostile one may prolong until the worker dies. */
  | { type: 'drawing-begun' }
  /** Answers `already-large`: the image is kept as it is, for free. */
  | { type: 'kept' }
  /** The person chose another way to get the bytes. */
  | { type: 'rerouted'; origin: ImageOrigin }
  | { type: 'uploaded'; uri: string; account: string; balance?: Balance }
  /** The uploaded URI is too old for an order; the stored bytes are uploaded again. */
  | { type: 'upload-stale' }
  /** The stored bytes are gone and are read again from their source. */
  | { type: 'input-missing' }
  | { type: 'submission-begun'; submission: Submission }
  | {
      type: 'accepted';
      historyId?: string;
      forecastMs?: number;
      notBefore: number;
      isEndDoubted?: true;
    }
  /** A parsed refusal: nothing was accepted, so the job may be ordered again later. */
  | { type: 'submission-refused'; waiting: Waiting; notBefore?: number }
  /** Polled the submission: nothing decisive. `odd` marks polls that contradict the expectation. */
  | {
      type: 'polled';
      odd: boolean;
      notBefore: number;
      waiting?: Waiting & { reason: 'still-running' };
      historyId?: string;
      forecastMs?: number;
      isEndDoubted?: true;
    }
  /** The unanswered order was looked up again and is missing; the person wants a new one. */
  | { type: 'not-found' }
  /** The task failed in a way that another upscaler may not; the same job continues with that one. */
  | { type: 'tool-failed' }
  | { type: 'finished'; result: ResultFacts; historyId?: string }
  /** The signed link leads to no image (any more); the service is polled for a new one. */
  | { type: 'link-expired'; notBefore?: number }
  | { type: 'collected'; result: ResultFacts }
  /** The balance shows what the order cost. */
  | { type: 'cost-seen'; credits: number }
  /** The balance shows whether the credits of a failed order were refunded. */
  | { type: 'refund-seen'; refund: NonNullable<Failure['refund']> }
  /**
   * A transient failure: the same stage is retried after `notBefore`. With a `refusal` the order was
   * refused, but is still looked up.
   */
  | { type: 'postponed'; notBefore: number; refusal?: NonNullable<Submission['refusal']> }
  /** `isTimeout`: the transfer of the image timed out, so the next try gets more time. */
  | { type: 'waits'; waiting: Waiting; notBefore?: number; isTimeout?: true }
  /** Risk control refused a poll; the order continues and is polled again much later. */
  | { type: 'held'; waiting: Waiting & { reason: 'cool-down' }; notBefore: number }
  /**
   * With `isWanted` the person wants another order of an image that another job has; with
   * `isAllowed` they have allowed the host that the job waited for.
   */
  | { type: 'resumed'; isWanted?: true; isAllowed?: true }
  | { type: 'failed'; failure: Omit<Failure, 'at'> }
  | { type: 'cancelled' }
  /** The person wants it from the signed-in account, whatever happened to an earlier order. */
  | { type: 'started-over' }
  | { type: 'retried'; options?: Partial<JobOptions> }
  /** Undefined: the person cancelled it, and there was no earlier file. */
  | { type: 'save-changed'; saved: SaveState | undefined };

/** A question that only the person can answer before an order. */
export type Question = Waiting & { reason: 'duplicate' | 'already-large' };

/** The stages in which each event is legal. Anything else is a bug of ours. */
export const LEGAL_STAGES: Record<JobEvent['type'], readonly Stage[]> = {
  acquired: ['queued'],
  'drawing-begun': ['queued'],
  kept: ['acquired'],
  // `failed`: only if nothing was fetched or ordered (remedy.ts).
  rerouted: ['queued', 'failed'],
  uploaded: ['acquired'],
  'upload-stale': ['uploaded'],
  'input-missing': ['acquired'],
  'submission-begun': ['uploaded'],
  accepted: ['submitting'],
  'submission-refused': ['submitting'],
  polled: ['submitting', 'generating'],
  'not-found': ['submitting'],
  'tool-failed': ['submitting', 'generating'],
  finished: ['submitting', 'generating'],
  'link-expired': ['ready'],
  collected: ['ready', 'done'],
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
