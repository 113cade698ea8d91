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

/** Error codes that only the job engine itself uses. */
export const JOB_ERRORS = [
  /** The order was sent, no answer came, and the service does not list it; it may or may not be charged. */
  'submit-unconfirmed',
  /** The result's bytes are not an image, or the image is smaller than the source. */
  'result-broken',
  /** The browser could not write the file. */
  'save-failed',
  /** The database is full. */
  'storage-full',
  /** The bytes of the image were pruned and cannot be read again. */
  'input-lost',
  /** The stored row cannot be read any more; what is left of it is shown (stored-job-check.ts). */
  'row-damaged',
  /** A bug of ours. */
  'internal',
] as const;
type JobErrorCode = (typeof JOB_ERRORS)[number];

export type ErrorCode = JimengErrorCode | ImageErrorCode | SourceErrorCode | JobErrorCode;

/** Why a job waits although nothing failed. It continues automatically when the reason is gone. */
export type Waiting =
  | { reason: 'sign-in'; since: number }
  /** The person has not yet agreed to send images to the service. */
  | { reason: 'consent'; since: number }
  /** `isForCookies`: access exists, but no permission to send the cookies of that host for this job. */
  | { reason: 'permission'; since: number; pattern: string; host: string; isForCookies?: true }
  | { reason: 'network'; since: number }
  /** `balance` belongs to `account` (known-logins.ts). */
  | {
      reason: 'credits';
      since: number;
      code: JimengErrorCode;
      balance?: number;
      account?: string;
    }
  /**
   * It was sent with `account` (known-logins.ts), if that is known, and
   * `signedIn` is another one, or cannot be proven to be the same. `name` is the account's display name.
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
  /** The image is already at or above the target: the person chooses between keeping and ordering. */
  | { reason: 'already-large'; since: number };

/** What the other row of a duplicate is, if it is not done. */
export type DuplicateState = NonNullable<(Waiting & { reason: 'duplicate' })['duplicateState']>;

export type WaitReason = Waiting['reason'];

export interface Failure {
  code: ErrorCode;
  /** Stage in which it failed; Retry starts there if its data is still valid. */
  at: Stage;
  /** Whether the service may have charged for it. `maybe` is the honest answer after a submission. */
  charged: 'no' | 'maybe';
  /** Whether the credits of the order were refunded, by the balance before and after it (refund.ts). */
  refund?: 'yes' | 'no' | 'unknown';
  /** Polling or downloading failed, not the task; Retry resumes the same order. */
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

/** Snapshot of what the person asked for; later settings changes do not affect a job. */
export interface JobOptions {
  target: Target;
  upscaler: Upscaler;
  /** Detail strength 0..1 (Smart HD). */
  detail: number;
}

/** The image as found and as sent. Sizes in px and bytes. */
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
  /** Where the bytes came from, unless from the shown image itself. */
  via?: 'larger-original' | 'screen';
}

/** One paid order and its outcome. */
export interface Submission {
  submitId: string;
  tool: Tool;
  /** Unix ms at which the order was committed, before it was sent. */
  at: number;
  /**
   * The account it was sent with (known-logins.ts). Absent if unknown: older and imported jobs,
   * and orders during which another account signed in.
   */
  account?: string;
  /** It comes from a file, so this installation did not send it. */
  isImported?: true;
  historyId?: string;
  forecastMs?: number;
  /**
   * The service refused it in a way after which an image may still come. It is looked up before
   * the job fails with this or, if the service was busy, is ordered again at Unix ms `until` or later.
   */
  refusal?: { code: ErrorCode; detail?: NonNullable<Failure['detail']>; until?: number };
  /** Credits of the account before it, if no other order of ours can have changed them since. */
  balance?: number;
  outcome?: 'refused' | 'failed' | 'unconfirmed' | 'abandoned' | 'done';
}

/** Credits of an account (known-logins.ts) at a time, Unix ms. */
export interface Balance {
  total: number;
  account: string;
  at: number;
}

export interface ResultFacts {
  url: string;
  /** Unix ms; absent if the link does not say. */
  expiresAt?: number;
  width: number;
  height: number;
  /** Set once the bytes are stored. */
  type?: ImageType;
  bytes?: number;
  /** Why it should be looked at before it is trusted. */
  flaw?: BlankFlaw;
}

/** A saved file. */
export interface SavedFile {
  state: 'saved';
  at: number;
  downloadId: number;
  fileName: string;
  bytes: number;
  shortfall?: Shortfall;
}

/** What could not be done to a file; it was saved without that. */
export type Shortfall = 'format' | 'note';

/** Outcome of "Save". */
export type SaveState =
  /** `earlier` is the previously saved file, in case the person cancels this save. */
  | {
      state: 'saving';
      at: number;
      downloadId?: number;
      earlier?: SavedFile;
      shortfall?: Shortfall;
    }
  | SavedFile
  | { state: 'failed'; at: number; reason: string };

/** The latest `Date`, Unix ms: a page that shows a later time would break. */
export const LAST_MOMENT_MS = 8.64e15;

/** One job of the history. Plain data: it crosses storage and messages. */
export interface Job {
  id: string;
  /** Incremented by every commit; guards compare-and-set. */
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
  /** How often redrawing the image was started. A drawing may kill the worker that draws it. */
  drawings?: number;
  source?: SourceFacts;
  /** `account`: its owner (known-logins.ts). `balance`: the owner's credits, read during the upload. */
  upload?: { uri: string; at: number; account?: string; balance?: Balance };
  submission?: Submission;
  /** Unix ms at which the person asked for another order of an image that another job already has. */
  wantedAt?: number;
  /** Earlier orders of this job, oldest first. */
  pastSubmissions: Submission[];
  /** It was imported, so even its addresses were chosen elsewhere. */
  isImported?: true;
  /** The person wants a new order if the unanswered one cannot be found. */
  isReorderWanted?: true;
  /** Looks at the current submission: how many, and how many in a row said the same odd thing. */
  polls: number;
  oddPolls: number;
  /** The last look said that the task has ended, with a number nobody has described: one more confirms it. */
  isEndDoubted?: true;
  result?: ResultFacts;
  /** Timeouts of the current stage. */
  timeouts?: number;
  /** How many polls in a row were refused by risk control. */
  holds?: number;
  /** How often a fresh link was requested because the old one had expired. */
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

/** Whether the job has ended: nothing more happens to it by itself. */
export function isEnded(job: Pick<Job, 'stage'>): boolean {
  return ENDED_STAGES.includes(job.stage);
}
