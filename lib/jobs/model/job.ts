import type { ImageErrorCode } from '@/lib/images/formats/errors';
import type { StripPlan } from '@/lib/images/formats/strip-plan';
import type { Background, ImageChange, ImageType, Transparency } from '@/lib/images/formats/types';
import type { BlankFlaw } from '@/lib/images/quality/check-result';
import type { JimengErrorCode, JimengErrorDetail } from '@/lib/jimeng/model/errors';
import type { SiteId, SiteName } from '@/lib/jimeng/model/sites';
import type { QueuePlace } from '@/lib/jimeng/model/task-report';
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
  /** The parts of a long picture could not be joined; they are kept. */
  'join-failed',
  /** The browser could not write the file. */
  'save-failed',
  /** The database is full. */
  'storage-full',
  /** The stored bytes are gone and cannot be fetched again. */
  'input-lost',
  /** The stored row is damaged; what is left of it is shown (stored-job-check.ts). */
  'row-damaged',
  /** A bug in the extension. */
  'internal',
] as const;
type JobErrorCode = (typeof JOB_ERRORS)[number];

export type ErrorCode = JimengErrorCode | ImageErrorCode | SourceErrorCode | JobErrorCode;

/** Why a job waits although nothing failed. It goes on by itself once the reason is gone. */
export type Waiting =
  | { reason: 'sign-in'; since: number }
  /** The person has not yet agreed to send images to the service. */
  | { reason: 'consent'; since: number }
  /** The person has not agreed that the service's own page sends the order. */
  | { reason: 'page-consent'; since: number }
  /**
   * `isForCookies`: the host is granted, but sending its cookies for this row is not. `site`: the host is that of a
   * site of the service, which needs all of its hosts.
   */
  | {
      reason: 'permission';
      since: number;
      pattern: string;
      host: string;
      isForCookies?: true;
      site?: SiteName;
    }
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
   * It belongs to `account` (known-logins.ts; absent if unknown), and `signedIn` is another account or
   * cannot be proven to be the same. `name` is the display name of `account`.
   */
  | { reason: 'other-account'; since: number; account?: string; name?: string; signedIn: string }
  | { reason: 'cool-down'; since: number; code: JimengErrorCode }
  /** A task of more than an hour, polled rarely; last at `polledAt` (Unix ms). */
  | { reason: 'still-running'; since: number; polledAt: number }
  /**
   * Row `duplicateId` has the same bytes and options; the person chooses. That row is done, unless
   * `duplicateState` says: running, failed with an order that may be paid, or gone.
   */
  | {
      reason: 'duplicate';
      since: number;
      duplicateId: string;
      duplicateState?: 'running' | 'unconfirmed' | 'gone';
    }
  /** The picture is already as large as the target; the person chooses to keep it or to upscale. */
  | { reason: 'already-large'; since: number }
  /** A long picture takes `count` orders, for about `credits` together. `isMore`: of parts whose results have gone. */
  | { reason: 'several-orders'; since: number; count: number; credits?: number; isMore?: true }
  /** Nobody knows what the site charges; the order that runs now will show it. */
  | { reason: 'price-unknown'; since: number }
  /** Its order would pass the limit of the day, `credits`. */
  | { reason: 'day-limit'; since: number; credits: number };

/** State of the other row of a duplicate, unless it is done. */
export type DuplicateState = NonNullable<(Waiting & { reason: 'duplicate' })['duplicateState']>;

export type WaitReason = Waiting['reason'];

export interface Failure {
  code: ErrorCode;
  /** Stage in which it failed; Retry starts there if its data is still valid. */
  at: Stage;
  /** Whether the service may have charged for it. `maybe` is the honest answer after a submission. */
  charged: 'no' | 'maybe';
  /** Whether the credits were refunded, judged by the balance before and after (refund.ts). */
  refund?: 'yes' | 'no' | 'unknown';
  /** Polling or downloading failed, not the task; Retry resumes the same order. */
  isTaskOpen?: true;
  detail?: JimengErrorDetail;
}

/** Upscaler settings in the order shown: Automatic, and each tool in the order in which it tries them. */
export const UPSCALERS = [
  'auto',
  'smart-hd',
  'super-resolution',
  'fast-hd',
] as const satisfies readonly ('auto' | Tool)[];
export type Upscaler = (typeof UPSCALERS)[number];

/** Snapshot of what the person asked for. Later changes of the settings do not change a job. */
export interface JobOptions {
  target: Target;
  upscaler: Upscaler;
  /** Detail strength 0..1 (Smart HD). */
  detail: number;
  /** What becomes of transparency. Absent: it comes back in the result. */
  background?: Background;
  /** The service's own page sends the order. Absent: the way of the site. */
  way?: 'page';
  /** The site that the person chose for this picture. Absent: the one that is signed in. */
  site?: SiteName;
  /** Firefox container (its cookie store id) of the tab in which the person clicked. Absent: none. */
  container?: string;
}

/** What a click asks for. */
export type Wish = Pick<JobOptions, 'target' | 'site' | 'container'>;

/** The image as found and as sent. Sizes in px and bytes. */
export interface SourceFacts {
  type: ImageType;
  width: number;
  height: number;
  bytes: number;
  /** Hex SHA-256 of the bytes first prepared for upload; a smaller file keeps it. */
  sha256: string;
  changes: ImageChange[];
  /** Name of the colours that were converted, from the file, hence hostile; with the change `colours`. */
  colours?: string;
  transparency?: Transparency;
  sentType: ImageType;
  sentWidth: number;
  sentHeight: number;
  sentBytes: number;
  /** How a long picture is cut; `sent...` are the facts of the whole. Each part is an order. */
  parts?: StripPlan;
  /** Where the bytes came from, unless from the shown image itself. */
  via?: 'larger-original' | 'screen';
  /** The larger version that was taken, with `via: 'larger-original'`; absent in rows of older versions. */
  original?: {
    /** Empty for bytes that only the page had. */
    host: string;
    /** Size of the image on the page, px, if it could be read. */
    shown?: { width: number; height: number };
  };
}

/** One paid order and its outcome. */
export interface Submission {
  submitId: string;
  tool: Tool;
  /** Unix ms at which the order was committed, before it was sent. */
  at: number;
  /**
   * Account it was sent with (known-logins.ts). Absent where unknown: imported rows, and orders during
   * which another account signed in.
   */
  account?: string;
  /** Imported from a file; this installation did not send it. */
  isImported?: true;
  historyId?: string;
  forecastMs?: number;
  queue?: QueuePlace;
  /**
   * The service refused it in a way after which a picture may still appear. It is polled before the row
   * fails with this code or, after `busy`, is ordered anew at Unix ms `until` or later.
   */
  refusal?: { code: ErrorCode; detail?: NonNullable<Failure['detail']>; until?: number };
  /** Cluster of the site that it was sent to. Only that one knows it. */
  siteId?: SiteId;
  /** The part of a long picture that it is for, from 0. */
  part?: number;
  /** Credits that the order of a part cost, measured by the balance. */
  credits?: number;
  /** Credits before it, if no other order of this extension can have changed them since. */
  balance?: number;
  /** `not-larger`: it made a picture that is no larger than what was sent. */
  outcome?: 'refused' | 'failed' | 'unconfirmed' | 'abandoned' | 'done' | 'not-larger';
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
  /** Unix ms at which its bytes were downloaded again; absent while they are those of the end. */
  storedAt?: number;
  /** Unix ms at which its bytes were removed to save space. */
  removedAt?: number;
  /** Why the person should check it before trusting it. */
  flaw?: BlankFlaw | 'transparency-lost';
}

/** A saved file. */
export interface SavedFile {
  state: 'saved';
  at: number;
  downloadId: number;
  fileName: string;
  bytes: number;
  shortfall?: Shortfall;
  /** Path that was asked for, below the downloads folder; the browser may have numbered the file. */
  path?: string;
  /** A later save found it there, and wrote nothing. */
  isKept?: true;
}

/** Conversion that failed; the file was written with its original bytes. */
export type Shortfall = 'format' | 'note';

/** State of "Save". */
export type SaveState =
  /** `earlier` is the previous file, in case the person cancels this save. */
  | {
      state: 'saving';
      at: number;
      downloadId?: number;
      earlier?: SavedFile;
      shortfall?: Shortfall;
      path?: string;
    }
  | SavedFile
  | { state: 'failed'; at: number; reason: string };

/** Unix ms of the last moment a `Date` can hold; formatting a later one throws. */
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
  /** The batch that it was picked in, and its place on the page, from 1. */
  batch?: { id: string; index: number };
  /** The site whose account it uses. Absent until its first upload. */
  site?: SiteName;
  /** Firefox container (its cookie store id) whose login at the site it uses. Absent: that of normal tabs. */
  container?: string;
  /** Attempts at redrawing the picture. Drawing can kill the worker. */
  drawings?: number;
  source?: SourceFacts;
  /**
   * `account`: its owner (known-logins.ts). `siteId`: the cluster that has it. `balance`: the owner's credits, read
   * during the upload.
   */
  upload?: { uri: string; at: number; account?: string; siteId?: SiteId; balance?: Balance };
  /** The part of a long picture that is worked on, from 0; absent: the first. After the last, all are joined. */
  part?: number;
  submission?: Submission;
  /** Unix ms at which the service's page was last found ready for the next order. */
  pageReadyAt?: number;
  /** Unix ms at which the person asked to upscale a duplicate once more. */
  wantedAt?: number;
  /** The person wants it although nobody knows its price. */
  isPriceAccepted?: true;
  /** Earlier orders of this job, oldest first. */
  pastSubmissions: Submission[];
  /** Imported from an exported history: nothing in it, not even an address, was chosen here. */
  isImported?: true;
  /** The person wants a new order if the unanswered one cannot be found. */
  isReorderWanted?: true;
  /** Polls of the current submission: all, and those in a row with the same odd answer. */
  polls: number;
  oddPolls: number;
  /** Unix ms of the first of those odd answers. */
  oddSince?: number;
  /** The last poll reported an end with an undocumented status; the next poll confirms it. */
  isEndDoubted?: true;
  result?: ResultFacts;
  /**
   * A picture that is no larger than what was sent, while Automatic tries the next upscaler. Its bytes are
   * stored as the result; the row settles for it if the others fail.
   */
  unenlarged?: ResultFacts;
  /** A smaller file after a failure without a reason, tried once: `wanted`, `made` at Unix ms `at`, or `impossible`. */
  smaller?: { state: 'wanted' } | { state: 'made'; at: number } | { state: 'impossible' };
  /** Attempts of the current stage in which the transfer timed out. */
  timeouts?: number;
  /** Polls in a row that risk control refused. */
  holds?: number;
  /** Fresh result links requested because the old one had expired. */
  linkRefreshes?: number;
  /** Failed attempts of the current stage. */
  attempt: number;
  /** Unix ms before which the next step must not start. */
  notBefore?: number;
  waiting?: Waiting;
  failure?: Failure;
  saved?: SaveState;
  /** Credits this job cost, measured by the balance, once known. */
  credits?: number;
}

const ENDED_STAGES: readonly Stage[] = ['done', 'failed', 'cancelled'];

/** Whether the row has ended. */
export function isEnded(job: Pick<Job, 'stage'>): boolean {
  return ENDED_STAGES.includes(job.stage);
}
