import 'fake-indexeddb/auto';
import { randomUUID } from 'node:crypto';
import { createJimeng, type Jimeng } from '@/lib/jimeng/client';
import { type Commands, createCommands } from '@/lib/jobs/engine/commands';
import type { NewJob } from '@/lib/jobs/engine/new-job';
import { createRunner, type Runner } from '@/lib/jobs/engine/runner';
import { createSaver, type DownloadStatus, type Saver } from '@/lib/jobs/engine/save';
import { upscaleAgain } from '@/lib/jobs/engine/upscale-again';
import { isEnded, type Job, type JobOptions } from '@/lib/jobs/model/job';
import type { Session } from '@/lib/jobs/model/session';
import { createAccounts, forgettingSession } from '@/lib/jobs/steps/accounts';
import type { JobDeps } from '@/lib/jobs/steps/deps';
import { deleteJobStore, type JobStore, openJobStore } from '@/lib/jobs/store/jobs';
import type { ImageOrigin } from '@/lib/sources/origin';
import { createFetch } from '@/simulator/service/browser-fetch';
import {
  BrokenAnswer,
  createSimulator,
  type Simulator,
  type SimulatorOptions,
} from '@/simulator/simulator';
import { giveBackPlatform, takePlatform, type VirtualTimer } from './virtual-platform';
import { acquireInGallery, checkResult, fakePrepare } from './world-fakes';

/**
 * The job engine with everything around it, in virtual time: the real store on a fake IndexedDB,
 * the real client against the simulator, and workers that can be killed before or after any
 * outside effect. A killed worker does nothing more; the next one starts at the alarm.
 */
export interface JobWorld {
  readonly simulator: Simulator;
  readonly store: JobStore;
  readonly commands: Commands;
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
  /** Called with the id of a row that is no more: another row stands for it. */
  onJoin: (jobId: string) => void;
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
  session: Session;
  /** Another login of the browser, known to the service, as the background hears of it. */
  signIn(login: string, account: string): Promise<void>;
  granted: Set<string>;
  /** Whether the person has agreed that pictures go to the service. */
  hasConsent: boolean;
  isAutoSaving: boolean;
  isOnline: boolean;
  /** What `acquire` does; set it to make sources fail. */
  acquire: (origin: ImageOrigin) => Promise<{ bytes: Blob }>;
  /** Files written by "Save", by name. */
  readonly files: Map<string, Blob>;
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

/** A click on a picture of a page, and what is wanted of it. */
type Click = Partial<JobOptions> & { picture?: string };

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
}

const START = Date.UTC(2026, 10, 22, 12, 0, 0);
const NEVER = new Promise<never>(() => {});
const OPTIONS: JobOptions = { target: '2k', upscaler: 'smart-hd', detail: 0.65 };
/** Turns without an effect after which nothing goes on: reading a body takes a few. */
const CALM_TURNS = 12;
/** Of the alarm, once it has rung. */
const ALARM_PERIOD_MS = 30_000;
/** Turns that a request takes, more than a few reads of the database. */
const REQUEST_TURNS = 8;
const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve));
/** A day and a half, longer than anything the engine waits for by itself. */
const PATIENCE_MS = 36 * 60 * 60_000;
/** Effects at one moment after which the engine is taken for one that never stops. */
const MOST_EFFECTS = 5_000;

interface Trap {
  /** Effects before it springs. */
  left: number;
  when: CrashPoint['when'];
  act?: () => void;
}

/** One life of the background worker. */
class Life {
  isDead = false;
  /** Whether it has set an alarm: the first thing that each does. */
  hasArmed = false;
  inFlight = 0;
  /** Requests in flight that nobody will ever answer: only a timer ends them. */
  hanging = 0;
  readonly locks = new Set<string>();
  readonly timers = new Set<VirtualTimer>();
}

export async function createJobWorld({
  simulator: options,
  crash,
  during,
  hasRealSources = false,
  isShortLived = false,
  longestWaitMs = isShortLived ? 0 : Number.POSITIVE_INFINITY,
  uuid = randomUUID,
}: WorldOptions = {}): Promise<JobWorld> {
  await deleteJobStore();
  let now = START;
  const clock = () => now + world.clockErrorMs;
  const simulator = createSimulator({
    processingMs: 4_000,
    enlarge: async (bytes: Buffer) => ({ bytes, width: 2880, height: 2160, type: 'png' }),
    ...options,
    now: () => now,
  } as SimulatorOptions);
  simulator.browser.signIn();

  const effects: string[] = [];
  const counts = new Map<string, number>();
  const reports: unknown[] = [];
  const changes: { stage: string; waiting: string | undefined }[] = [];
  const joined: { leader: string; clicked: string }[] = [];
  const files = new Map<string, Blob>();
  const downloads = new Map<number, DownloadStatus>();
  const store = await openJobStore(() => {});
  /** What is on the way to or from the service: it outlives the worker that sent it. */
  const travels = new Set<VirtualTimer>();
  const traps = new Set<Trap>();
  /** Those whose effect goes on, and which act after it. */
  const sprungTraps = new Set<Trap>();
  let alarmAt: number | undefined;
  let life = new Life();
  let runner: Runner;
  let commands: Commands;
  let saver: Saver;
  let service: Jimeng;
  let currentDeps: JobDeps;

  /** Wraps a function so that a worker can die before or after it. */
  function effect<A extends unknown[], R>(
    name: string,
    owner: Life,
    work: (...args: A) => Promise<R>,
  ) {
    return async (...args: A): Promise<R> => {
      if (owner.isDead) return NEVER;
      const count = (counts.get(name) ?? 0) + 1;
      counts.set(name, count);
      const key = `${name}#${count}`;
      effects.push(key);
      if (during?.effect === key) during.happens(world);
      world.beforeEffect(key);
      for (const trap of traps) trap.left -= 1;
      const isDue = ({ left, act }: Trap) => left <= 0 && (act !== undefined || owner.hasArmed);
      const sprung = [...traps].filter(isDue);
      for (const trap of sprung) {
        traps.delete(trap);
        if (trap.when === 'after') sprungTraps.add(trap);
      }
      if (crash?.effect === key && crash.when === 'before') return kill(owner);
      if (spring('before')) return kill(owner);
      owner.inFlight += 1;
      try {
        return await work(...args);
      } finally {
        owner.inFlight -= 1;
        if (crash?.effect === key && crash.when === 'after') await kill(owner);
        if (spring('after')) await kill(owner);
        if (owner.isDead) await NEVER;
      }

      /** @returns whether the worker dies of it */
      function spring(moment: CrashPoint['when']): boolean {
        const now = sprung.filter(
          (trap) => trap.when === moment && (moment === 'before' || sprungTraps.delete(trap)),
        );
        for (const { act } of now) act?.();
        return now.some(({ act }) => act === undefined);
      }
    };
  }

  function kill(owner: Life): Promise<never> {
    owner.isDead = true;
    return NEVER;
  }

  /**
   * The simulator's `fetch`, which notices requests that nobody answers for now: they must not keep
   * time from passing.
   */
  function fetchOf(owner: Life): typeof fetch {
    return async (input, init) => {
      let isOver = false;
      let waits = 0;
      const wait = (by: 1 | -1) => {
        if (isOver) return;
        waits += by;
        owner.hanging += by;
      };
      const pause = async (ms: number) => {
        wait(1);
        await new Promise<void>((resolve) => startTimer(travels, ms, resolve));
        wait(-1);
      };
      const send = createFetch(
        async (request) => {
          world.beforeRequest(new URL(request.url));
          // The database answers sooner than any network.
          for (let turn = 0; turn < REQUEST_TURNS; turn += 1) await nextTurn();
          try {
            return await world.answer(request, pause);
          } catch (error) {
            if (error instanceof BrokenAnswer && error.how === 'hang') wait(1);
            throw error;
          }
        },
        () => simulator.browser.session,
      );
      try {
        return await send(input, init);
      } finally {
        isOver = true;
        owner.hanging -= waits;
      }
    };
  }

  const world: JobWorld = {
    clockErrorMs: 0,
    beforeRequest: () => {},
    beforeEffect: () => {},
    answer: (request) => simulator.handle(request),
    onWrite: () => {},
    onJoin: () => {},
    session: { state: 'signed-in', account: 'account-1' },
    granted: new Set<string>(),
    hasConsent: true,
    isAutoSaving: false,
    isOnline: true,
    acquire: hasRealSources
      ? (origin: ImageOrigin) => acquireInGallery(origin, world.granted, fetchOf(life))
      : async (origin: ImageOrigin) => ({
          bytes: new Blob([`picture at ${origin.kind === 'page' ? origin.url : origin.name}`]),
        }),
    downloadOutcome: { state: 'complete' },
    simulator,
    store,
    get commands() {
      return commands;
    },
    get saver() {
      return saver;
    },
    get now() {
      return now;
    },
    get alarmAt() {
      return alarmAt;
    },
    get isAwake() {
      return !life.isDead;
    },
    effects,
    reports,
    changes,
    joined,
    files,
    settle,
    async signIn(login: string, account: string) {
      simulator.browser.signIn(login, account);
      world.session = { state: 'signed-in', account: login };
      await commands.resumeWaiting();
      await settle();
    },
    async add(options: Click = {}) {
      // A click wakes a dead worker, as any event does.
      if (life.isDead) await start();
      const adding = commands.add(requestFor(options));
      const job = await Promise.race([adding, settle().then(() => settle())]);
      if (job) return job;
      const [row] = await store.list(1);
      if (!row) throw new Error('the worker died before the row was written');
      return row;
    },
    async click(options: Click = {}) {
      await world.wake();
      await commands.add(requestFor(options));
    },
    async until(jobId: string, condition: (job: Job) => boolean) {
      const limit = now + PATIENCE_MS;
      for (;;) {
        await settle();
        const job = await store.get(jobId);
        if (job && condition(job)) return job;
        if (!(await step(limit))) {
          await settle();
          const last = await store.get(jobId);
          if (last && condition(last)) return last;
          throw new Error(`the job stays ${last?.stage} (${last?.waiting?.reason})`);
        }
      }
    },
    untilEnded: (jobId: string) => world.until(jobId, isEnded),
    async pass(ms: number) {
      const limit = now + ms;
      while (await step(limit));
      now = limit;
      await settle();
    },
    sleep(ms: number) {
      now += ms;
    },
    async wake() {
      if (life.isDead) await start();
    },
    kill() {
      life.isDead = true;
    },
    atEffect(n, when, act) {
      traps.add({ left: n, when, ...(act && { act }) });
    },
    clearTraps() {
      traps.clear();
      sprungTraps.clear();
    },
    async sessionChanged() {
      await world.wake();
      service.forgetSession();
      await commands.resumeWaiting();
    },
    again: (jobId, changes) => upscaleAgain(currentDeps, runner, jobId, changes),
    async restartBrowser() {
      life.isDead = true;
      alarmAt = undefined;
      await start();
      await settle();
    },
    async close() {
      life.isDead = true;
      giveBackPlatform();
      store.close();
    },
  };

  function requestFor({ picture = 'a.png', ...changed }: Click): NewJob {
    const url = hasRealSources
      ? `https://open.example/images/${picture}`
      : `https://gallery.example/${picture}`;
    const origin: ImageOrigin = {
      kind: 'page',
      url,
      pageUrl: 'https://gallery.example/',
      frameUrl: 'https://gallery.example/',
      pageTitle: 'Gallery',
      tabId: 1,
      frameId: 0,
    };
    return { origin, name: picture, options: { ...OPTIONS, ...changed } };
  }

  function startTimer(timers: Set<VirtualTimer>, ms: number, work: () => void): VirtualTimer {
    const timer: VirtualTimer = {
      at: now + ms,
      ring: () => {
        if (timers.delete(timer)) work();
      },
    };
    timers.add(timer);
    return timer;
  }

  function boot(): void {
    life = new Life();
    const owner = life;
    takePlatform(
      (ms, work) => startTimer(owner.timers, ms, work),
      (timer) => owner.timers.delete(timer),
    );
    const wrapped =
      (name: string) => (property: string, work: (...args: never[]) => Promise<unknown>) =>
        effect(`${name}.${property}`, owner, work);
    const wrappedStore = wrapMethods(
      watched(
        store,
        (job) => world.onWrite(job),
        (jobId) => world.onJoin(jobId),
      ),
      wrapped('store'),
    );
    service = createJimeng({
      fetch: effect('fetch', owner, fetchOf(owner)) as typeof fetch,
      now: clock,
      uuid,
    });
    const hasConsent = async () => world.hasConsent;
    const session = forgettingSession(
      effect('session', owner, async () => world.session),
      service,
    );
    const deps: JobDeps = {
      store: wrappedStore,
      service,
      session,
      accounts: createAccounts({ store: wrappedStore, service, session, hasConsent, now: clock }),
      acquire: effect('acquire', owner, (origin: ImageOrigin) => world.acquire(origin)),
      readDataUrl: async (url) => new Blob([`bytes of ${url.length}`]),
      prepare: effect('prepare', owner, fakePrepare),
      thumbnail: effect('thumbnail', owner, async () => ({ image: new Blob(['t']), blank: false })),
      checkResult: effect('check-result', owner, (blob: Blob) => checkResult(blob, simulator)),
      mayAccess: effect('may-access', owner, async (pattern: string) => world.granted.has(pattern)),
      hasConsent,
      isAutoSaving: async () => world.isAutoSaving,
      isOnline: () => world.isOnline,
      now: clock,
      uuid,
      async withLock(name, work) {
        if (owner.locks.has(name)) return undefined;
        owner.locks.add(name);
        try {
          return await work();
        } finally {
          owner.locks.delete(name);
        }
      },
      alarm: {
        arm: effect('alarm.arm', owner, async (delayMs: number) => {
          alarmAt = now + Math.max(30_000, delayMs);
          owner.hasArmed = true;
        }),
        clear: effect('alarm.clear', owner, async () => {
          alarmAt = undefined;
        }),
      },
      sleep: (ms, signal) =>
        new Promise<void>((resolve) => {
          const timer = startTimer(owner.timers, ms, resolve);
          signal.addEventListener('abort', timer.ring, { once: true });
          if (signal.aborted) timer.ring();
        }),
      onChange: (job) => changes.push({ stage: job.stage, waiting: job.waiting?.reason }),
      onJoined: (leader, clicked) => joined.push({ leader: leader.id, clicked: clicked.id }),
      report: (error) => reports.push(error),
    };
    currentDeps = deps;
    runner = createRunner(deps);
    commands = createCommands(deps, runner);
    saver = createSaver({
      ...deps,
      makeFile: async ({ id, name, options }, type) => ({
        blobKey: `${id}/result`,
        path: `${name}_${options.target}.${type}`,
        conflict: 'number',
      }),
      downloads: {
        open: effect('downloads.open', owner, async (key: string) => `blob:${key}`),
        find: effect('downloads.find', owner, async () => undefined),
        close: effect('downloads.close', owner, async () => {}),
        start: effect('downloads.start', owner, async (url: string, fileName: string) => {
          const key = url.slice('blob:'.length);
          const file = await store.blob(key);
          if (!file) throw new Error(`no bytes under ${key}`);
          files.set(fileName, file);
          const id = downloads.size + 1;
          downloads.set(id, { ...world.downloadOutcome, bytes: file.size, fileName });
          return id;
        }),
        status: effect('downloads.status', owner, async (id: number) => downloads.get(id)),
        release: effect('downloads.release', owner, async () => {}),
      },
    });
  }

  /** What the background does whenever a worker starts. */
  async function start(): Promise<void> {
    boot();
    void commands.takeIn(OPTIONS);
    void saver.resume();
    void commands.resumeWaiting();
    runner.kick();
  }

  async function settle(): Promise<void> {
    // Everything the engine awaits is an effect, a timer, or settled within a turn.
    const first = effects.length;
    for (let calm = 0; calm < CALM_TURNS; ) {
      if (effects.length - first > MOST_EFFECTS)
        throw new Error(`the engine never comes to rest: ${effects.slice(-6)}`);
      await nextTurn();
      const isAtWork = life.inFlight !== life.hanging;
      calm = isAtWork && !life.isDead ? 0 : calm + 1;
    }
  }

  async function step(limit: number): Promise<boolean> {
    await settle();
    const soonest = Math.min(...[...life.timers, ...travels].map(({ at }) => at));
    if (isShortLived || soonest - now > longestWaitMs) life.isDead = true;
    const timers = [...(life.isDead ? [] : life.timers), ...travels];
    const times = [...timers.map(({ at }) => at), ...(alarmAt === undefined ? [] : [alarmAt])];
    const next = Math.min(...times);
    if (times.length === 0 || next > limit) return false;
    now = Math.max(now, Math.ceil(next));
    if (alarmAt !== undefined && alarmAt <= now) {
      // It rings on until it is set anew or cleared.
      alarmAt = now + ALARM_PERIOD_MS;
      if (life.isDead) await start();
      else runner.kick();
    }
    for (const timer of timers) if (timer.at <= now) timer.ring();
    return true;
  }

  await start();
  await settle();
  return world;
}

function wrapMethods<T extends object>(
  object: T,
  wrap: (property: string, work: (...args: never[]) => Promise<unknown>) => unknown,
): T {
  const entries = Object.entries(object).map(([property, method]) => [
    property,
    wrap(property, method),
  ]);
  return Object.fromEntries(entries) as T;
}

/** The same store, which tells of each row as soon as it is written. */
function watched(
  store: JobStore,
  tell: (job: Job) => void,
  tellJoined: (jobId: string) => void,
): JobStore {
  return {
    ...store,
    async add(job, extras) {
      const isAdded = await store.add(job, extras);
      const row = isAdded && (await store.get(job.id));
      if (row) tell(row);
      return isAdded;
    },
    async commit(next, extras) {
      const row = await store.commit(next, extras);
      if (row) tell(row);
      else if (extras?.duplicateCheck?.joined) tellJoined(next.id);
      return row;
    },
  };
}
