import 'fake-indexeddb/auto';
import { randomUUID } from 'node:crypto';
import type { SiteId, SiteName } from '@/lib/jimeng/model/sites';
import { afterChange } from '@/lib/jobs/engine/after-order';
import { type BatchCommands, createBatchCommands } from '@/lib/jobs/engine/batch-commands';
import { type Commands, createCommands } from '@/lib/jobs/engine/commands';
import { createRunner, type Runner } from '@/lib/jobs/engine/runner';
import type { DownloadStatus, Saver } from '@/lib/jobs/engine/save';
import { upscaleAgain } from '@/lib/jobs/engine/upscale-again';
import { isEnded, type Job } from '@/lib/jobs/model/job';
import { createAccounts } from '@/lib/jobs/steps/accounts';
import type { JobDeps } from '@/lib/jobs/steps/deps';
import { deleteJobStore, openJobStore } from '@/lib/jobs/store/jobs';
import type { ImageOrigin } from '@/lib/sources/origin';
import type { Click, JobWorld, WorldOptions } from './job-world-types';
import { giveBackPlatform, sleepBy, takePlatform, type VirtualTimer } from './virtual-platform';
import { createEffects, Life } from './worker-life';
import {
  acquireInGallery,
  acquireInstead,
  chosen,
  DEFAULT_OPTIONS,
  fakeJoinParts,
  fakePrepare,
  imageWork,
  requestFor,
  watched,
  wrapMethods,
} from './world-fakes';
import { nextTurn, worldFetch } from './world-fetch';
import { worldSaver } from './world-saver';
import { firstSession, noteOrder, perSite, worldLogins, worldSimulator } from './world-sites';

export type { CrashPoint, JobWorld, WorldOptions } from './job-world-types';

const START = Date.UTC(2026, 10, 22, 12, 0, 0);
/** Turns without an effect after which nothing goes on: reading a body takes a few. */
const CALM_TURNS = 12;
/** Of the alarm, once it has rung. */
const ALARM_PERIOD_MS = 30_000;
/** A day and a half, longer than anything the engine waits for by itself. */
const PATIENCE_MS = 36 * 60 * 60_000;
/** Effects at one moment after which the engine is taken for one that never stops. */
const MOST_EFFECTS = 5_000;
export async function createJobWorld({
  simulator: options,
  crash,
  during,
  hasRealSources = false,
  isShortLived = false,
  longestWaitMs = isShortLived ? 0 : Number.POSITIVE_INFINITY,
  uuid = randomUUID,
  site,
  home,
  notesCosts = site !== undefined,
}: WorldOptions = {}): Promise<JobWorld> {
  await deleteJobStore();
  let now = START;
  const clock = () => now + world.clockErrorMs;
  const own: SiteName = site === 'dreamina' ? 'dreamina' : 'jimeng';
  const simulator = worldSimulator({ ...options, now: () => now }, site, home);

  const { effect, ...effects } = createEffects(crash, (key) => {
    if (during?.effect === key) during.happens(world);
    world.beforeEffect(key);
  });
  const reports: unknown[] = [];
  const changes: { stage: string; waiting: string | undefined }[] = [];
  const joined: { leader: string; clicked: string }[] = [];
  const files = new Map<string, Blob>();
  const downloads = new Map<number, DownloadStatus>();
  const clusters = new Map<string, SiteId>();
  const store = await openJobStore(() => {});
  /** What is on the way to or from the service: it outlives the worker that sent it. */
  const travels = new Set<VirtualTimer>();
  let alarmAt: number | undefined;
  let life = new Life();
  let runner: Runner;
  let commands: Commands;
  let batches: BatchCommands;
  let saver: Saver;
  let currentDeps: JobDeps;

  const fetchOf = (owner: Life) => worldFetch({ world, owner, travels, startTimer });
  const world: JobWorld = {
    clockErrorMs: 0,
    beforeRequest: () => {},
    beforeEffect: () => {},
    answer: (request) => simulator.handle(request),
    onWrite: () => {},
    onJoin: () => {},
    granted: new Set<string>(),
    hasConsent: true,
    sessions: perSite((name) => firstSession(site, name)),
    containers: new Map(),
    pages: perSite(() => 'signs'),
    pageConsents: perSite(() => true),
    preferredSite: undefined,
    hints: 'right',
    isAutoSaving: false,
    dayLimit: undefined,
    parallel: 2,
    isOnline: true,
    acquire: hasRealSources
      ? (origin: ImageOrigin) => acquireInGallery(origin, world.granted, fetchOf(life))
      : acquireInstead,
    prepare: fakePrepare,
    joinParts: fakeJoinParts,
    resultSize: { width: 2880, height: 2160 },
    downloadOutcome: { state: 'complete' },
    simulator,
    store,
    get commands() {
      return commands;
    },
    get batches() {
      return batches;
    },
    get saver() {
      return saver;
    },
    get session() {
      return world.sessions[own];
    },
    set session(session) {
      world.sessions[own] = session;
    },
    get page() {
      return world.pages[own];
    },
    set page(page) {
      world.pages[own] = page;
    },
    get hasPageConsent() {
      return world.pageConsents[own];
    },
    set hasPageConsent(given) {
      world.pageConsents[own] = given;
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
    effects: effects.names,
    reports,
    changes,
    joined,
    files,
    settle,
    async signIn(login, account, home = { site: own }) {
      simulator.browser.signIn(login, account, home);
      world.sessions[home.site ?? own] = { state: 'signed-in', account: login };
      await commands.resumeWaiting();
      await settle();
    },
    async signOut(name = own) {
      simulator.browser.signOut(name);
      world.sessions[name] = { state: 'signed-out' };
      await world.sessionChanged();
      await settle();
    },
    async add(options: Click = {}) {
      // A click wakes a dead worker, as any event does.
      if (life.isDead) await start();
      const adding = commands.add(requestFor(options, hasRealSources));
      const job = await Promise.race([adding, settle().then(() => settle())]);
      if (job) return job;
      const [row] = await store.list(1);
      if (!row) throw new Error('the worker died before the row was written');
      return row;
    },
    async click(options: Click = {}) {
      await world.wake();
      await commands.add(requestFor(options, hasRealSources));
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
    atEffect: effects.setTrap,
    clearTraps: effects.clearTraps,
    async sessionChanged() {
      await world.wake();
      for (const { service } of Object.values(currentDeps.sites)) service.forgetSession();
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
    const wrappedStore = wrapMethods(
      watched(
        store,
        (job) => world.onWrite(job),
        (...ids) => world.onJoin(...ids),
      ),
      (property, work) => effect(`store.${property}`, owner, work),
    );
    const hasConsent = async () => world.hasConsent;
    const network = fetchOf(owner);
    const logins = worldLogins({ world, site, network, effect, owner, clusters, now: clock, uuid });
    const deps: JobDeps = {
      store: wrappedStore,
      ...logins,
      preferredSite: async () => world.preferredSite,
      accounts: createAccounts({ store: wrappedStore, ...logins, hasConsent, now: clock }),
      ...imageWork(world, effect, owner),
      mayAccess: effect('may-access', owner, async (pattern: string) => world.granted.has(pattern)),
      hasConsent,
      mayUsePage: async (name) => world.pageConsents[name],
      ...chosen(world),
      isOnline: () => world.isOnline,
      now: clock,
      uuid,
      withLock: (name, work) => owner.withLock(name, work),
      alarm: {
        arm: effect('alarm.arm', owner, async (delayMs: number) => {
          alarmAt = now + Math.max(30_000, delayMs);
          owner.hasArmed = true;
        }),
        clear: effect('alarm.clear', owner, async () => {
          alarmAt = undefined;
        }),
      },
      sleep: sleepBy((ms, work) => startTimer(owner.timers, ms, work)),
      onChange(job, before) {
        changes.push({ stage: job.stage, waiting: job.waiting?.reason });
        if (!notesCosts) return;
        const { resumePriceWaits } = commands;
        const after = {
          open: wrappedStore.open,
          noteOrder: async (row: Job, isLast: boolean) => isLast && noteOrder(row, deps),
          resumePriceWaits,
        };
        afterChange(job, before, after).catch((error) => reports.push(error));
      },
      onJoined: (leader, clicked) => joined.push({ leader: leader.id, clicked: clicked.id }),
      report: (error) => reports.push(error),
    };
    currentDeps = deps;
    runner = createRunner(deps);
    commands = createCommands(deps, runner);
    batches = createBatchCommands(deps, runner, commands);
    saver = worldSaver(world, deps, { downloads, effect, owner });
  }

  /** What the background does whenever a worker starts. */
  async function start(): Promise<void> {
    boot();
    void commands.takeIn(DEFAULT_OPTIONS);
    void saver.resume();
    void commands.resumeWaiting();
    runner.kick();
  }

  async function settle(): Promise<void> {
    // Everything the engine awaits is an effect, a timer, or settled within a turn.
    const first = effects.names.length;
    for (let calm = 0; calm < CALM_TURNS; ) {
      if (effects.names.length - first > MOST_EFFECTS)
        throw new Error(`the engine never comes to rest: ${effects.names.slice(-6)}`);
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
