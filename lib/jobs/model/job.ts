import type { ImageErrorCode } from '@/lib/images/formats/errors';
import type { ImageChange, ImageType } from '@/lib/images/formats/types';
import type { BlankFlaw } from '@/lib/images/quality/check-result';
import type { JimengErrorCode, JimengErrorDetail } from '@/lib/jimeng/model/errors';
import type { Target, Tool } from '@/lib/jimeng/model/tools';
import type { SourceErrorCode } from '@/lib/sources/errors';
import type { ImageOrigin } from '@/lib/sources/origin';

/** Stages of a job in the order of its life; `failed` and `cancelled` end it from anywhere. */
export type Stage =
  | 'queued'
  | 'acquired'
  | 'uploaded'
  | 'submitting'
  | 'generating'
  | 'ready'
  | 'done'
  | 'failed'
  | 'cancelled';

/** Failures that only the job engine itself can name. */
export const JOB_ERRORS = [
  /** The order was sent, no answer came, and the service does not know it: it may or may not be charged. */
  'submit-unconfirmed',
  /** The result's bytes are not a picture, or smaller than what was sent. */
  'result-broken',
  /** The browser could not write the file. */
  'save-failed',
  /** The database is full. */
  'storage-full',
  /** The bytes of the picture were pruned and cannot be fetched again. */
  'input-lost',
  /** The stored row cannot be read any more; what is left of it is shown (stored-job-check.ts). */
  'row-damaged',
  /** A bug of ours. */
  'internal',
] as const;
type JobErrorCode = (typeof JOB_ERRORS)[number];

export type ErrorCode = JimengErrorCode | ImageErrorCode | SourceErrorCode | JobErrorCode;

/** Why a job stands still although nothing failed. It goes on by itself when the reason goes. */
export type Waiting =
  | { reason: 'sign-in'; since: number }
  /** The person has not agreed yet that pictures go to the service. */
  | { reason: 'consent'; since: number }
  /** `isForCookies`: access is there, but not leave to send the cookies of that host for this row. */
  | { reason: 'permission'; since: number; pattern: string; host: string; isForCookies?: true }
  | { reason: 'network'; since: number }
  /** `balance` is that of `account` (known-logins.ts). */
  | {
      reason: 'credits';
      since: number;
      code: JimengErrorCode;
      balance?: number;
      account?: string;
    }
  /**
   * It was sent to the service with `account` (known-logins.ts), if anybody knows with which, and
   * `signedIn` is not that one, or cannot be shown to be. `name` is what the account is called.
   */
  | { reason: 'other-account'; since: number; account?: string; name?: string; signedIn: string }
  | { reason: 'cool-down'; since: number; code: JimengErrorCode }
  /** The service has worked on it for very long. It is polled rarely, last at `polledAt` (Unix ms). */
  | { reason: 'still-running'; since: number; polledAt: number }
  /**
   * Another row has the same bytes with the same options: the person chooses. That row is done, or
   * what `duplicateState` says: on its way, failed with an order that may be paid, or no longer there.
   */
  | {
      reason: 'duplicate';
      since: number;
      duplicateId: string;
      duplicateState?: 'running' | 'unconfirmed' | 'gone';
    }
  /** The picture is at or above the target already: the person chooses between keeping and buying. */
  | { reason: 'already-large'; since: number };

/** What the other row of a duplicate is, if it is not done. */
export type DuplicateState = NonNullable<(Waiting & { reason: 'duplicate' })['duplicateState']>;

export type WaitReason = Waiting['reason'];

export interface Failure {
  code: ErrorCode;
  /** Stage in which it failed, where Retry begins if its data is still valid. */
  at: Stage;
  /** Whether the service may have charged for it. `maybe` is the honest answer after a submission. */
  charged: 'no' | 'maybe';
  /** Whether the credits of the order are back, by the balance before and after it (refund.ts). */
  refund?: 'yes' | 'no' | 'unknown';
  /** Not the task failed but a look at it, or the way to its result: Retry follows the same order. */
  isTaskOpen?: true;
  detail?: JimengErrorDetail & { host?: string };
}

/** Upscaler settings in the order shown: Automatic, which starts with super-resolution, and each tool. */
export const UPSCALERS = [
  'auto',
  'super-resolution',
  'smart-hd',
  'fast-hd',
] as const satisfies readonly ('auto' | Tool)[];
export type Upscaler = (typeof UPSCALERS)[number];

/** Snapshot of what the person asked for; later changes of the settings do not touch a job. */
export interface JobOptions {
  target: Target;
  upscaler: Upscaler;
  /** Detail strength 0..1 (Smart HD). */
  detail: number;
}

/** The picture as found and as sent. Sizes in px and bytes. */
export interface SourceFacts {
  type: ImageType;
  width: number;
  height: number;
  bytes: number;
  /** Hex SHA-256 of the uploaded bytes. */
  sha256: string;
  changes: ImageChange[];
  sentType: ImageType;
  sentWidth: number;
  sentHeight: number;
  sentBytes: number;
  /** Where the bytes came from, when not from the very image that was shown. */
  via?: 'larger-original' | 'screen';
}

/** One paid order and what became of it. */
export interface Submission {
  submitId: string;
  tool: Tool;
  /** Unix ms at which the order was committed, before it was sent. */
  at: number;
  /**
   * The account it was sent with (known-logins.ts). Absent where nobody can tell: older and imported rows,
   * and orders during which somebody else signed in.
   */
  account?: string;
  /** It comes from a file, so this installation did not send it. */
  isImported?: true;
  historyId?: string;
  forecastMs?: number;
  /**
   * The service refused it in a way after which a picture may come all the same. It is looked up before
   * the row fails with this or, if the service was busy, is ordered anew at Unix ms `until` or later.
   */
  refusal?: { code: ErrorCode; detail?: NonNullable<Failure['detail']>; until?: number };
  /** Credits on the account before it, if no other order of ours can have changed them since. */
  balance?: number;
  outcome?: 'refused' | 'failed' | 'unconfirmed' | 'abandoned' | 'done';
}

/** Credits on an account (known-logins.ts) at a moment, Unix ms. */
export interface Balance {
  total: number;
  account: string;
  at: number;
}

export interface ResultFacts {
  url: string;
  /** Unix ms; absent when the link does not say. */
  expiresAt?: number;
  width: number;
  height: number;
  /** Set once the bytes are stored. */
  type?: ImageType;
  bytes?: number;
  /** Why it should be looked at before it is trusted. */
  flaw?: BlankFlaw;
}

/** A file that was written. */
export interface SavedFile {
  state: 'saved';
  at: number;
  downloadId: number;
  fileName: string;
  bytes: number;
  shortfall?: Shortfall;
}

/** What could not be done to the bytes of a file; it was written all the same, as they came. */
export type Shortfall = 'format' | 'note';

/** What became of "Save". */
export type SaveState =
  /** `earlier` is the file that was there before, should the person think better of this one. */
  | {
      state: 'saving';
      at: number;
      downloadId?: number;
      earlier?: SavedFile;
      shortfall?: Shortfall;
    }
  | SavedFile
  | { state: 'failed'; at: number; reason: string };

/** Unix ms of the last moment that a `Date` can hold: a page that shows a later one would break. */
export const LAST_MOMENT_MS = 8.64e15;

/** One row of the history. Plain data: it crosses storage and messages. */
export interface Job {
  id: string;
  /** Raised by every commit; the guard of compare-and-set. */
  rev: number;
  createdAt: number;
  updatedAt: number;
  /** Unix ms at which it became done, failed or cancelled. */
  finishedAt?: number;
  stage: Stage;
  /** Name shown in the list, without extension. Page-supplied, hence hostile. */
  name: string;
  origin: ImageOrigin;
  options: JobOptions;
  /** How often it was begun to draw the picture anew. A drawing may end the worker that draws it. */
  drawings?: number;
  source?: SourceFacts;
  /** `account`: the one it belongs to (known-logins.ts). `balance`: its credits, asked for while the bytes went up. */
  upload?: { uri: string; at: number; account?: string; balance?: Balance };
  submission?: Submission;
  /** Unix ms at which the person asked for one more order of a picture that another row has already. */
  wantedAt?: number;
  /** Earlier orders of this row, oldest first. */
  pastSubmissions: Submission[];
  /** It came from an exported history: not even its addresses were chosen here. */
  isImported?: true;
  /** The person wants a new order if the unanswered one cannot be found. */
  isReorderWanted?: true;
  /** Looks at the current submission: how many, and how many in a row said the same odd thing. */
  polls: number;
  oddPolls: number;
  /** The last look said that the task has ended, with a number nobody has described: one more confirms it. */
  isEndDoubted?: true;
  result?: ResultFacts;
  /** Tries of the current stage in which the picture took too long to get through. */
  timeouts?: number;
  /** How many polls in a row were refused by risk control. */
  holds?: number;
  /** How often a fresh link was asked for because the old one had expired. */
  linkRefreshes?: number;
  /** Failed tries of the current stage. */
  attempt: number;
  /** Unix ms before which the next step must not start. */
  notBefore?: number;
  waiting?: Waiting;
  failure?: Failure;
  saved?: SaveState;
  /** Credits this job cost as seen in the balance, once known. */
  credits?: number;
}

const ENDED_STAGES: readonly Stage[] = ['done', 'failed', 'cancelled'];

/** Whether nothing more will happen to this row by itself. */
export function isEnded(job: Pick<Job, 'stage'>): boolean {
  return ENDED_STAGES.includes(job.stage);
}
