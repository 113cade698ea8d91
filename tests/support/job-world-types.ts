import type { SiteName } from '@/lib/jimeng/model/sites';
import type { BatchCommands } from '@/lib/jobs/engine/batch-commands';
import type { Commands } from '@/lib/jobs/engine/commands';
import type { DownloadStatus, Saver } from '@/lib/jobs/engine/save';
import type { Job, JobOptions } from '@/lib/jobs/model/job';
import type { Session } from '@/lib/jobs/model/session';
import type { JobDeps } from '@/lib/jobs/steps/deps';
import type { JobStore } from '@/lib/jobs/store/jobs';
import type { ImageOrigin } from '@/lib/sources/origin';
import type { Home } from '@/simulator/service/homes';
import type { Simulator, SimulatorOptions } from '@/simulator/simulator';

/** What `JobDeps.prepare` is called with. */
export type Preparing = Parameters<JobDeps['prepare']>;

/** What `JobDeps.joinParts` is called with. */
type Joining = Parameters<JobDeps['joinParts']>;

/**
 * The job engine with everything around it, in virtual time: the real store on a fake IndexedDB,
 * the real client against the simulator, and workers that can be killed before or after any
 * outside effect. A killed worker does nothing more; the next one starts at the alarm.
 */
export interface JobWorld {
  readonly simulator: Simulator;
  readonly store: JobStore;
  readonly commands: Commands;
  readonly batches: BatchCommands;
  readonly saver: Saver;
  /** Virtual Unix ms; what the clock of the service says, too. */
  readonly now: number;
  /** How wrong the computer's clock is, ms. The engine sees no other clock. */
  clockErrorMs: number;
  /** Called with the address of each request before it is answered. */
  beforeRequest: (url: URL) => void;
  /** Called with the name and count of each effect before it happens. */
  beforeEffect: (effect: string) => void;
  /**
   * Answers each request; the simulator unless set. `pause` lets virtual time pass, whoever dies
   * meanwhile: what is on the way to the service arrives.
   */
  answer: (request: Request, pause: (ms: number) => Promise<void>) => Promise<Response>;
  /** Called with each row as it is written, also by a worker that dies right after. */
  onWrite: (job: Job) => void;
  /** Called with the id of a row that is no more, and the id of the row that stands for it. */
  onJoin: (jobId: string, leaderId: string) => void;
  /** When the alarm rings, virtual Unix ms; undefined when none is set. */
  readonly alarmAt: number | undefined;
  /** Whether a worker runs. */
  readonly isAwake: boolean;
  /** Outside effects so far, in order: name and count, such as `store.commit#3`. */
  readonly effects: readonly string[];
  readonly reports: readonly unknown[];
  readonly changes: readonly { stage: string; waiting: string | undefined }[];
  /** Clicks that became no row of their own, by the ids of both rows. */
  readonly joined: readonly { leader: string; clicked: string }[];
  /** Who is signed in at each site. */
  readonly sessions: Record<SiteName, Session>;
  /** Who is signed in at the world's own site (`WorldOptions.site`). */
  session: Session;
  /** Who is signed in where in each Firefox container with open tabs. The pages there have the same cookies. */
  readonly containers: Map<string, Record<SiteName, Session>>;
  /**
   * Another login of the browser, known to the service, as the background hears of it.
   * @param home where the account lives; default the world's own site
   */
  signIn(login: string, account: string, home?: Home): Promise<void>;
  /** Signs out at a site, by default the world's own, as the background hears of it. */
  signOut(site?: SiteName): Promise<void>;
  /** What the cookies of Dreamina say of the cluster, where the simulator's option leaves them right. */
  hints: 'right' | 'missing' | 'wrong';
  /** The site that the person prefers while both are signed in. */
  preferredSite: SiteName | undefined;
  granted: Set<string>;
  /** Whether the person has agreed that pictures go to the service. */
  hasConsent: boolean;
  /** Whether the person has agreed that the page of each site sends orders. */
  readonly pageConsents: Record<SiteName, boolean>;
  /** The same of the world's own site. */
  hasPageConsent: boolean;
  /** Whether the page of each site gets ready, and whether it is still there when the order is handed over. */
  readonly pages: Record<SiteName, PageState>;
  /** The same of the world's own site. */
  page: PageState;
  isAutoSaving: boolean;
  /** Most credits that the orders of a day may cost. */
  dayLimit: number | undefined;
  /** Orders at the same time that the person allows. */
  parallel: number;
  isOnline: boolean;
  /** What `acquire` does; set it to make sources fail. */
  acquire: (origin: ImageOrigin) => ReturnType<JobDeps['acquire']>;
  /** Files written by "Save", by name. */
  readonly files: Map<string, Blob>;
  /** What inspection and conversion make of bytes; set it for large or odd pictures. */
  prepare: (...how: Preparing) => ReturnType<JobDeps['prepare']>;
  /** What joining makes of the results of parts; set it to make it fail. */
  joinParts: (...what: Joining) => ReturnType<JobDeps['joinParts']>;
  /** Size of the next results, px. */
  resultSize: { width: number; height: number };
  downloadOutcome: Pick<DownloadStatus, 'state' | 'error'>;
  add(options?: Click): Promise<Job>;
  /** The same click, but nothing is waited for. */
  click(options?: Click): Promise<void>;
  /** Lets time pass until the row satisfies the condition; fails after a virtual day and a half. */
  until(jobId: string, condition: (job: Job) => boolean): Promise<Job>;
  untilEnded(jobId: string): Promise<Job>;
  /** Lets everything happen that happens without time passing. */
  settle(): Promise<void>;
  /** Lets virtual time pass. */
  pass(ms: number): Promise<void>;
  /** Closes the lid: time passes in which nothing runs; what was due meanwhile is late. */
  sleep(ms: number): void;
  /** Starts a worker unless one runs, as any event of the browser does. */
  wake(): Promise<void>;
  /** The browser ends the worker. */
  kill(): void;
  /**
   * Does something at the n-th outside effect from now (1 is the next), just before or just after
   * it; without `act` the worker dies there, if it has set an alarm before: no worker that dies
   * sooner could help it.
   */
  atEffect(n: number, when: CrashPoint['when'], act?: () => void): void;
  /** Forgets what `atEffect` has still to do. */
  clearTraps(): void;
  /** The browser tells of another login: what the background does then. */
  sessionChanged(): Promise<void>;
  /** Orders the picture of a row once more, in a new row. */
  again(jobId: string, changes: Partial<JobOptions>): Promise<Job | undefined>;
  /** Kills the worker and starts another, as a browser restart does (alarms gone, start-up event). */
  restartBrowser(): Promise<void>;
  close(): Promise<void>;
}

/** A page of the service. `gone`: it gets ready, and has left when the order comes. */
export type PageState = 'signs' | 'never-ready' | 'gone';

/** A click on a picture of a page, and what is wanted of it. */
export type Click = Partial<JobOptions> & { picture?: string };

export interface CrashPoint {
  /** Name and count of the effect, such as `store.commit#3`: the order of others may vary. */
  effect: string;
  when: 'before' | 'after';
}

export interface WorldOptions {
  simulator?: SimulatorOptions;
  crash?: CrashPoint;
  /** Something that happens just before an effect, named as in `CrashPoint`. */
  during?: { effect: string; happens: (world: JobWorld) => void };
  /** Pictures come from the simulator's gallery by `lib/sources`, without leave for any host. */
  hasRealSources?: boolean;
  /** The worker dies whenever it has to wait: only alarms, of 30 s and more, start the next one. */
  isShortLived?: boolean;
  /** The worker dies as soon as it has to wait for longer than this, ms. Absent: it never does. */
  longestWaitMs?: number;
  /** Makes the ids; random ones unless given. */
  uuid?: () => string;
  /** Where the person has an account. Absent: at Jimeng, and no cost is noted. With `both` the own site is Jimeng. */
  site?: SiteName | 'both';
  /** Where the account of Dreamina lives. Absent: in the cluster SG. */
  home?: Home;
  /** Whether the balance is read after each order, as the background does. Absent: if a site is named. */
  notesCosts?: boolean;
}
