import type { PreparedImage } from '@/lib/images/formats/types';
import type { CheckedResult } from '@/lib/images/quality/check-result';
import type { Jimeng } from '@/lib/jimeng/client';
import type { Target } from '@/lib/jimeng/model/tools';
import type { ImageOrigin } from '@/lib/sources/origin';
import type { Job, SourceFacts } from '../model/job';
import type { KnownLogin } from '../model/known-logins';
import type { Session } from '../model/session';
import type { JobStore } from '../store/jobs';

/** Alarms cannot fire earlier (Chrome 120 and later). */
export const SHORTEST_ALARM_MS = 30_000;

/** Knows the accounts, and asks for what it does not know. One for a worker's life. */
export interface Accounts {
  known(): Promise<readonly KnownLogin[]>;
  /**
   * Asks which account is signed in, unless that is known, or the person has not agreed that anything
   * goes to the service. One request per login: a login that the answer did not name is asked about
   * again after a day, one without an answer after ten minutes.
   * Rejects only with what stops everything else as well (`meansMore`).
   */
  identify(): Promise<void>;
}

/** Everything the job engine needs from outside, so that it runs anywhere a test wants it to. */
export interface JobDeps {
  store: JobStore;
  service: Jimeng;
  /** Gets the bytes of what was clicked; rejects with SourceError or PermissionNeeded. */
  acquire(
    origin: ImageOrigin,
    signal: AbortSignal,
  ): Promise<{ bytes: Blob; via?: SourceFacts['via'] }>;
  /** The bytes of a `data:` address; rejects with SourceError. Absent: they stay in the row. */
  readDataUrl?(url: string): Promise<Blob>;
  /**
   * Inspects and converts; rejects with ImageError.
   * `beforeDrawing` is awaited before work that a hostile picture may draw out without end.
   */
  prepare(
    bytes: Blob,
    options: { target: Target; beforeDrawing?: () => Promise<void> },
  ): Promise<PreparedImage>;
  /** Small picture, which proves that the image decodes; rejects with ImageError. */
  thumbnail(image: Blob): Promise<{ image: Blob; blank: boolean }>;
  /** Facts of a result for a picture of the given size, px; rejects with ImageError if it is none. */
  checkResult(result: Blob, sent: { width: number; height: number }): Promise<CheckedResult>;
  session(): Promise<Session>;
  accounts: Accounts;
  /** Whether a match pattern is granted. */
  mayAccess(pattern: string): Promise<boolean>;
  /** Whether results are saved without a click. Absent: no. */
  isAutoSaving?(): Promise<boolean>;
  /** Whether the person has agreed that pictures go to the service. Absent: yes. */
  hasConsent?(): Promise<boolean>;
  /** Orders that the service may work on at once. Absent: `LIMITS.generating`. */
  parallel?(): Promise<number>;
  /** Whether the browser believes to be online. */
  isOnline(): boolean;
  /** Unix ms. */
  now(): number;
  /** UUID v4. */
  uuid(): string;
  /** Runs `work` unless somebody holds the lock; undefined if so. */
  withLock<T>(name: string, work: () => Promise<T>): Promise<T | undefined>;
  alarm: {
    /**
     * Guarantees a wake-up after `delayMs` (at least `SHORTEST_ALARM_MS`), and every 30 s from then on
     * until it is set anew or cleared, even if the worker dies. Resets its idle timer.
     */
    arm(delayMs: number): Promise<void>;
    clear(): Promise<void>;
  };
  /** Resolves after `ms`, or as soon as the signal aborts. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
  /** Told after each commit that changed the stage or the waiting reason of a row. */
  onChange(job: Job, before: Job | undefined): void;
  /** Told when a click became no row of its own: `leader` has its picture. Absent: nobody is told. */
  onJoined?(leader: Job, clicked: Job): void;
  /** Told of a bug of ours. Receives no secret. */
  report(error: unknown): void;
}
