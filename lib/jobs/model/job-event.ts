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
  /** The bytes are stored; with a `question` the person decides before anything is paid. */
  | { type: 'acquired'; source: SourceFacts; question?: Question }
  /** The picture is about to be drawn anew, which a hostile one may draw out until the worker dies. */
  | { type: 'drawing-begun' }
  /** Answers `already-large`: the picture is kept as it is, for nothing. */
  | { type: 'kept' }
  /** The person chose another way to get the bytes. */
  | { type: 'rerouted'; origin: ImageOrigin }
  | { type: 'uploaded'; uri: string; account: string; balance?: Balance }
  /** The uploaded URI is too old to be ordered with; the stored bytes go up again. */
  | { type: 'upload-stale' }
  /** The stored bytes are gone; they are fetched again from where they came. */
  | { type: 'input-missing' }
  | { type: 'submission-begun'; submission: Submission }
  | {
      type: 'accepted';
      historyId?: string;
      forecastMs?: number;
      notBefore: number;
      isEndDoubted?: true;
    }
  /** A parsed refusal: nothing was accepted, so the row may be ordered again later. */
  | { type: 'submission-refused'; waiting: Waiting; notBefore?: number }
  /** Looked at the submission: nothing decisive. `odd` marks looks that contradict the expectation. */
  | {
      type: 'polled';
      odd: boolean;
      notBefore: number;
      waiting?: Waiting & { reason: 'still-running' };
      historyId?: string;
      forecastMs?: number;
      isEndDoubted?: true;
    }
  /** The unanswered order was searched for again and is not there; the person wants a new one. */
  | { type: 'not-found' }
  /** The task failed in a way another upscaler may not: the same row goes on with that one. */
  | { type: 'tool-failed' }
  | { type: 'finished'; result: ResultFacts; historyId?: string }
  /** Behind the signed link is no picture (any more); the service is asked for a new one. */
  | { type: 'link-expired'; notBefore?: number }
  | { type: 'collected'; result: ResultFacts }
  /** The balance has told what the order cost. */
  | { type: 'cost-seen'; credits: number }
  /** The balance has told whether the credits of an order that came to nothing are back. */
  | { type: 'refund-seen'; refund: NonNullable<Failure['refund']> }
  /**
   * Something transient: the same stage is tried again after `notBefore`. With a `refusal` the order was
   * refused, and is looked up all the same.
   */
  | { type: 'postponed'; notBefore: number; refusal?: NonNullable<Submission['refusal']> }
  /** `isTimeout`: the picture took too long to get through, so the next try is given more time. */
  | { type: 'waits'; waiting: Waiting; notBefore?: number; isTimeout?: true }
  /** Risk control refused to tell anything about the order, which goes on: asked again much later. */
  | { type: 'held'; waiting: Waiting & { reason: 'cool-down' }; notBefore: number }
  /**
   * With `isWanted` the person asks for one more order of a picture that another row has; with
   * `isAllowed` they have allowed the host that the row waited for.
   */
  | { type: 'resumed'; isWanted?: true; isAllowed?: true }
  | { type: 'failed'; failure: Omit<Failure, 'at'> }
  | { type: 'cancelled' }
  /** The person wants it from the account that is signed in, whatever became of an earlier order. */
  | { type: 'started-over' }
  | { type: 'retried'; options?: Partial<JobOptions> }
  /** Undefined: the person called it off, and no file was there before. */
  | { type: 'save-changed'; saved: SaveState | undefined };

/** What only the person can answer before an order. */
export type Question = Waiting & { reason: 'duplicate' | 'already-large' };

/** In which stages each event is legal. Anything else is a bug of ours, not a state of the world. */
export const LEGAL_STAGES: Record<JobEvent['type'], readonly Stage[]> = {
  acquired: ['queued'],
  'drawing-begun': ['queued'],
  kept: ['acquired'],
  // `failed`: where nothing was fetched, let alone ordered (remedy.ts).
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
  // `uploaded`: a row that waits for credits may be ordered smaller instead.
  retried: ['failed', 'cancelled', 'uploaded'],
  'save-changed': ['done'],
};
