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

/** Knows the accounts, and asks the service for unknown ones. One per worker. */
export interface Accounts {
  known(): Promise<readonly KnownLogin[]>;
  /**
   * Asks which account is signed in, unless that is known or the person has not agreed that anything
   * goes to the service. One request per login: a login that the answer did not name is asked about
   * again after a day, one without an answer after ten minutes.
   * Rejects only with errors that stop everything else as well (`meansMore`).
   */
  identify(): Promise<void>;
}

/** Everything the job engine needs from outside, so that tests can run it anywhere. */
export interface JobDeps {
  store: JobStore;
  service: Jimeng;
  /** Gets the bytes of what was clicked; rejects with SourceError or PermissionNeeded. */
  acquire(
    origin: ImageOrigin,
    signal: AbortSignal,
  ): Promise<{ bytes: Blob; via?: SourceFacts['via'] }>;
  /** The bytes of a `data:` address; rejects with SourceError. Absent: they stay in the job. */
  readDataUrl?(url: string): Promise<Blob>;
  /**
   * Inspects and converts; rejects with ImageError.
   * `beforeDrawing` is awaited before work that a hostile image may prolong endlessly.
   */
  prepare(
    bytes: Blob,
    options: { target: Target; beforeDrawing?: () => Promise<void> },
  ): Promise<PreparedImage>;
  /** Thumbnail, which also proves that the image decodes; rejects with ImageError. */
  thumbnail(image: Blob): Promise<{ image: Blob; blank: boolean }>;
  /** Facts of a result for a source of the given size, px; rejects with ImageError if it is not an image. */
  checkResult(result: Blob, sent: { width: number; height: number }): Promise<CheckedResult>;
  session(): Promise<Session>;
  accounts: Accounts;
  /** Whether a match pattern is granted. */
  mayAccess(pattern: string): Promise<boolean>;
  /** Whether results are saved automatically. Absent: no. */
  isAutoSaving?(): Promise<boolean>;
  /** Whether the person has agreed to send images to the service. Absent: yes. */
  hasConsent?(): Promise<boolean>;
  /** Maximum parallel orders. Absent: `LIMITS.generating`. */
  parallel?(): Promise<number>;
  /** Whether the browser reports being online. */
  isOnline(): boolean;
  /** Unix ms. */
  now(): number;
  /** UUID v4. */
  uuid(): string;
  /** Runs `work` unless the lock is held; then undefined. */
  withLock<T>(name: string, work: () => Promise<T>): Promise<T | undefined>;
  alarm: {
    /**
     * Guarantees a wake-up after `delayMs` (at least `SHORTEST_ALARM_MS`), and every 30 s from then on
     * until it is set again or cleared, even if the worker dies. Resets the idle timer.
     */
    arm(delayMs: number): Promise<void>;
    clear(): Promise<void>;
  };
  /** Resolves after `ms`, or as soon as the signal aborts. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
  /** Called after each commit that changed the stage or the waiting reason of a job. */
  onChange(job: Job, before: Job | undefined): void;
  /** Called when a click made no new job because `leader` has its image. */
  onJoined?(leader: Job, clicked: Job): void;
  /** Called with a bug of ours. Receives no secret. */
  report(error: unknown): void;
}
