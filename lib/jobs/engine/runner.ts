import { readPerSite } from '@/lib/jimeng/model/sites';
import { isPaused, withoutOldPause } from '../model/batch';
import type { Job } from '../model/job';
import { isJoining } from '../model/parts';
import { dueAt } from '../rules/polling';
import { schedule } from '../rules/schedule';
import { acquire } from '../steps/acquire';
import { checkCredits } from '../steps/check-credits';
import { collect } from '../steps/collect';
import { type JobDeps, SHORTEST_ALARM_MS } from '../steps/deps';
import { join } from '../steps/join';
import { poll } from '../steps/poll';
import { shrink } from '../steps/shrink';
import { CommitFailed, failStep, type Step } from '../steps/step';
import { submit } from '../steps/submit';
import { upload } from '../steps/upload';
import { usualDurations } from '../steps/usual-durations';

/** The browser ends the worker 30 s after the last extension call, so wake earlier and re-arm the alarm. */
const HEARTBEAT_MS = 20_000;
/** For longer pauses the worker may end; the alarm starts it again. */
const LONGEST_SLEEP_MS = 20_000;
/** An alarm that was armed less than this ago, ms, rings soon enough: arming it takes two calls of the browser. */
const ARMED_MS = 5_000;
/**
 * Back-off, ms, after a step that changed nothing (another context holds its lock, or the commit failed) and
 * after a failed round: retrying at once would spin.
 */
const BACK_OFF_MS = 30_000;

/** The retry queue: drives all open jobs as far as they go. */
export interface Runner {
  /** Plans again after a change. Idempotent, and safe at any moment. */
  kick(): void;
  /** Plans again, also those rows whose last step changed nothing: what kept them may be gone. */
  retry(): void;
  /** Aborts the step in flight of a job, if any. */
  abort(jobId: string): void;
  /**
   * Arms the alarm, then writes a row that needs it. Until the write is done, no round clears or delays the
   * alarm: the round may have read the rows before the write, and if the worker died then, nothing would
   * wake the row.
   */
  armed<T>(write: () => Promise<T>): Promise<T>;
  /** Resolves when this worker has nothing left to do. For tests. */
  idle(): Promise<void>;
}

function stepFor(job: Job): Step | undefined {
  if (job.waiting?.reason === 'credits') return checkCredits;
  switch (job.stage) {
    case 'queued':
      return acquire;
    case 'acquired':
      if (isJoining(job)) return join;
      return job.smaller?.state === 'wanted' ? shrink : upload;
    case 'uploaded':
      return submit;
    case 'ready':
      return collect;
    default:
      return undefined;
  }
}

export function createRunner(deps: JobDeps): Runner {
  const inFlight = new Map<string, AbortController>();
  /** Number of pending writes that rely on the alarm (`armed`). */
  let writing = 0;
  /** Revision of each row at its last step, and Unix ms until which it backs off if unchanged. */
  const tried = new Map<string, { rev: number; until: number }>();
  /** Number of calls of `retry`: a step that was under way then may have seen what was before. */
  let retries = 0;
  let isPolling = false;
  let uploadBegunAt: number | undefined;
  let orderBegunAt: number | undefined;
  /** When the alarm was last armed for the shortest time, Unix ms; undefined if it may be set to later, or cleared. */
  let armedAt: number | undefined;
  let isKicked = false;
  let pause = new AbortController();
  let loop: Promise<void> | undefined;

  function kick(): void {
    isKicked = true;
    pause.abort();
    loop ??= run()
      .catch(async (error) => {
        deps.report(error);
        // The alarm may not be armed, so this worker retries; a kick ends the back-off.
        pause = new AbortController();
        await deps.sleep(BACK_OFF_MS, pause.signal);
        isKicked = true;
      })
      .finally(() => {
        loop = undefined;
        // A kick during the end of the loop would be lost.
        if (isKicked) kick();
      });
  }

  /** Ids of the rows that back off, and Unix ms until which. */
  function backingOff(open: readonly Job[], now: number): Map<string, number> {
    const backOffs = new Map<string, number>();
    for (const job of open) {
      const last = tried.get(job.id);
      // A later end was set before the clock was set back.
      const isBackingOff =
        last?.rev === job.rev && last.until > now && last.until - now <= BACK_OFF_MS;
      if (isBackingOff) backOffs.set(job.id, last.until);
    }
    for (const id of tried.keys()) if (!backOffs.has(id)) tried.delete(id);
    return backOffs;
  }

  /** @param begunAt `retries` when its step began */
  function remember({ id, rev }: Job, begunAt: number): void {
    if (begunAt === retries) tried.set(id, { rev, until: deps.now() + BACK_OFF_MS });
  }

  /** Arms the alarm, unless it is sure to ring soon. Before the work: if this worker dies, it starts the next one. */
  async function arm(delayMs: number): Promise<void> {
    const isShortest = delayMs <= SHORTEST_ALARM_MS;
    const age = armedAt === undefined ? ARMED_MS : deps.now() - armedAt;
    if (isShortest && age >= 0 && age < ARMED_MS) return;
    armedAt = undefined;
    await deps.alarm.arm(delayMs);
    if (isShortest) armedAt = deps.now();
  }

  async function run(): Promise<void> {
    isKicked = false;
    // Before the first read, because that may fail.
    await arm(SHORTEST_ALARM_MS);
    for (;;) {
      isKicked = false;
      const [open, pausedSince, queues, generating] = await Promise.all([
        deps.store.open(),
        deps.store.pausedSince(),
        readPerSite(deps.store.queue),
        deps.parallel?.(),
      ]);
      const hasBatches = open.some(({ batch }) => batch);
      const now = deps.now();
      const batches = hasBatches ? await deps.store.batches() : [];
      const paused = batches.filter((each) => isPaused(each, now));
      for (const { id } of batches.filter((each) => each.paused && !isPaused(each, now)))
        await deps.store.changeBatch(id, (each) => withoutOldPause(each, now));
      const backOffs = backingOff(open, now);
      const plan = schedule(open, {
        busy: new Set([...inFlight.keys(), ...backOffs.keys()]),
        isPolling,
        ...(uploadBegunAt !== undefined && { uploadBegunAt }),
        ...(orderBegunAt !== undefined && { orderBegunAt }),
        queues,
        now,
        ...(generating !== undefined && { generating }),
        usual: await usualDurations(open, deps),
        paused: pausedSince === undefined ? new Set(paused.map(({ id }) => id)) : 'all',
      });

      const isWorking = () => inFlight.size > 0 || isPolling;
      const hasWork = plan.start.length > 0 || plan.poll.length > 0 || isWorking();
      const wakes = [
        ...backOffs.values(),
        ...(plan.wakeAt === undefined ? [] : [plan.wakeAt]),
        ...paused.flatMap((batch) => batch.paused?.until ?? []),
      ];
      const wakeAt = wakes.length > 0 ? Math.min(...wakes) : undefined;
      if (!hasWork && wakeAt === undefined) {
        if (writing === 0) {
          armedAt = undefined;
          await deps.alarm.clear();
        }
        if (!isKicked) return;
        continue;
      }
      const waitMs = wakeAt === undefined ? HEARTBEAT_MS : Math.max(0, wakeAt - now);
      await arm(Math.max(SHORTEST_ALARM_MS, hasWork || writing > 0 ? 0 : waitMs));

      for (const job of plan.start) start(job);
      if (plan.poll.length > 0) startPoll(plan.poll, now);
      if (!isWorking() && waitMs > LONGEST_SLEEP_MS) {
        if (!isKicked) return;
        continue;
      }
      if (!isKicked) {
        pause = new AbortController();
        await deps.sleep(Math.min(waitMs, HEARTBEAT_MS), pause.signal);
      }
    }
  }

  function start(job: Job): void {
    const step = stepFor(job);
    if (!step) return;
    if (step === upload) uploadBegunAt = deps.now();
    if (step === submit) orderBegunAt = deps.now();
    const controller = new AbortController();
    inFlight.set(job.id, controller);
    const begunAt = retries;
    void deps
      .withLock(`job:${job.id}`, () => step(job, deps, controller.signal))
      .catch((error) => {
        if (error instanceof CommitFailed) throw error;
        return failStep(deps, job, error, { signal: controller.signal });
      })
      .catch(reportError)
      .finally(() => {
        inFlight.delete(job.id);
        remember(job, begunAt);
        kick();
      });
  }

  /** Reports an error, except a failed commit, which was reported already. */
  function reportError(error: unknown): void {
    if (!(error instanceof CommitFailed)) deps.report(error);
  }

  function startPoll(jobs: Job[], now: number): void {
    isPolling = true;
    const begunAt = retries;
    void deps
      .withLock('poll', () => poll(jobs, deps, new AbortController().signal))
      .catch(reportError)
      .finally(() => {
        isPolling = false;
        // The others were only polled along with these, before they were due.
        for (const job of jobs) if (dueAt(job, now) <= now) remember(job, begunAt);
        kick();
      });
  }

  return {
    kick,
    retry() {
      retries += 1;
      tried.clear();
      kick();
    },
    abort: (jobId) => inFlight.get(jobId)?.abort(),
    async armed(write) {
      writing += 1;
      try {
        await deps.alarm.arm(SHORTEST_ALARM_MS);
        return await write();
      } finally {
        writing -= 1;
      }
    },
    async idle() {
      while (loop) await loop;
    },
  };
}
