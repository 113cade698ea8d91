import type { StripPlan } from '@/lib/images/formats/strip-plan';
import type { Background, PreparedImage, Transparency } from '@/lib/images/formats/types';
import type { Limits } from '@/lib/images/pipeline/pass-through';
import type { CheckedResult } from '@/lib/images/quality/check-result';
import type { Jimeng } from '@/lib/jimeng/client';
import type { SiteName } from '@/lib/jimeng/model/sites';
import type { Target } from '@/lib/jimeng/model/tools';
import type { ImageOrigin } from '@/lib/sources/origin';
import type { Job, SourceFacts } from '../model/job';
import type { KnownLogin } from '../model/known-logins';
import type { Session } from '../model/session';
import type { LoginPlace } from '../model/site';
import type { JobStore } from '../store/jobs';

/** Alarms cannot fire earlier (Chrome 120 and later). */
export const SHORTEST_ALARM_MS = 30_000;

/** Maps logins to accounts, and requests unknown ones. One instance per worker. */
export interface Accounts {
  known(): Promise<readonly KnownLogin[]>;
  /**
   * Requests which account is signed in at a site, or in a container of it, unless that is known or consent is missing. One request per
   * login, repeated after a day if the answer named no account, after two minutes if none came.
   * Rejects only with errors that stop everything (`stopsEverything`).
   */
  identify(place: LoginPlace): Promise<void>;
}

/** A picture and its size, px. */
export interface ResultFile {
  bytes: Blob;
  width: number;
  height: number;
}

/** A site as the engine sees it. */
export interface SiteDeps {
  service: Jimeng;
  session(): Promise<Session>;
}

/** Everything the job engine needs from outside, injected so that tests can run it anywhere. */
export interface JobDeps {
  store: JobStore;
  /** Gets the bytes of what was clicked; rejects with SourceError or PermissionNeeded. */
  acquire(
    origin: ImageOrigin,
    signal: AbortSignal,
  ): Promise<{
    bytes: Blob;
    via?: SourceFacts['via'];
    /** Facts about a larger version. */
    larger?: NonNullable<SourceFacts['original']>;
  }>;
  /** The bytes of a `data:` address; rejects with SourceError. Absent: they stay in the job. */
  readDataUrl?(url: string): Promise<Blob>;
  /**
   * Inspects and converts; rejects with ImageError. `limits`: of a smaller file than usual.
   * `beforeDrawing` is awaited before work that a hostile picture can make endless.
   */
  prepare(
    bytes: Blob,
    options: {
      target: Target;
      limits?: Limits;
      background?: Background;
      beforeDrawing?: () => Promise<void>;
    },
  ): Promise<PreparedImage>;
  /**
   * Gives a result the transparency of the picture that the person saw, as a PNG; rejects with ImageError.
   * Absent: this context cannot.
   */
  restoreTransparency?(result: Blob, shown: Blob, transparency: Transparency): Promise<Blob>;
  /** Cuts a part (from 0) out of a long picture, ready to be uploaded; rejects with ImageError. */
  cutPart(image: Blob, plan: StripPlan, index: number): Promise<Blob>;
  /** Joins the results of all parts, in their order, to a PNG; rejects with ImageError. */
  joinParts(plan: StripPlan, results: readonly ResultFile[]): Promise<ResultFile>;
  /** Thumbnail, which also proves that the image decodes; rejects with ImageError. */
  thumbnail(image: Blob): Promise<{ image: Blob; blank: boolean }>;
  /** Facts of a result for a source of the given size, px; rejects with ImageError if it is not an image. */
  checkResult(result: Blob, sent: { width: number; height: number }): Promise<CheckedResult>;
  /** The client and the session of each site, with the login of normal tabs. */
  sites: Readonly<Record<SiteName, SiteDeps>>;
  /** The same with the login of a Firefox container. Absent: this browser has none. */
  inContainer?(site: SiteName, container: string): SiteDeps;
  /** The containers that have open tabs. Absent: none. */
  containers?(): Promise<readonly string[]>;
  /** The site to use while several are signed in, or none. Absent: none is preferred. */
  preferredSite?(): Promise<SiteName | undefined>;
  accounts: Accounts;
  /** Whether a match pattern is granted. */
  mayAccess(pattern: string): Promise<boolean>;
  /** Whether results are saved automatically. Absent: no. */
  isAutoSaving?(): Promise<boolean>;
  /** Whether the person has agreed to send images to the service. Absent: yes. */
  hasConsent?(): Promise<boolean>;
  /** Whether the person has agreed that a site's own page sends orders. Absent: no. */
  mayUsePage?(site: SiteName): Promise<boolean>;
  /** Concurrent orders that the person allows. Absent: `LIMITS.generating`. */
  parallel?(): Promise<number>;
  /** Most credits that the orders of a day may cost. Absent, or undefined: no limit. */
  dayLimit?(): Promise<number | undefined>;
  /** Whether the browser reports to be online. */
  isOnline(): boolean;
  /** Unix ms. */
  now(): number;
  /** UUID v4. */
  uuid(): string;
  /** Runs `work` unless the lock is taken; then resolves with undefined. */
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
  /** Called after each commit that changed the stage or the waiting reason of a row. */
  onChange(job: Job, before: Job | undefined): void;
  /** Called when a click joined another row, `leader`, instead of becoming one. */
  onJoined?(leader: Job, clicked: Job): void;
  /** Reports a bug. Receives no secret. */
  report(error: unknown): void;
}
