import type { Job } from '../model/job';
import { dueAt } from '../rules/polling';
import { schedule } from '../rules/schedule';
import { acquire } from '../steps/acquire';
import { checkCredits } from '../steps/check-credits';
import { collect } from '../steps/collect';
import { type JobDeps, SHORTEST_ALARM_MS } from '../steps/deps';
import { poll } from '../steps/poll';
import { CommitFailed, failStep, type Step } from '../steps/step';
import { submit } from '../steps/submit';
import { upload } from '../steps/upload';

/** The worker dies 30 s after the last extension call: every pause is cut and the alarm re-armed. */
const HEARTBEAT_MS = 20_000;
/** Pauses longer than this are slept through with the worker gone; the alarm starts it again. */
const LONGEST_SLEEP_MS = 20_000;
/**
 * Rest after a step that changed nothing (another context holds its lock, or the database does not take
 * what came of it) and after a round that failed: at once it would do the same again.
 */
const BACK_OFF_MS = 30_000;

/** Drives all open jobs as far as they go. */
export interface Runner {
  /** Something changed: plan again. Idempotent and safe at any moment. */
  kick(): void;
  /** Stops the step in flight of a job, if there is one. */
  abort(jobId: string): void;
  /**
   * Arms the alarm, then writes a row that needs it. Until that is done no round clears the alarm or sets
   * it later: the round may have read the rows before, and if the worker died then, nothing would wake
   * the row.
   */
  armed<T>(write: () => Promise<T>): Promise<T>;
  /** Resolves when nothing is left to do in this worker. For tests. */
  idle(): Promise<void>;
}

function stepFor(job: Job): Step | undefined {
  if (job.waiting?.reason === 'credits') return checkCredits;
  switch (job.stage) {
    case 'queued':
      return acquire;
    case 'acquired':
      return upload;
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
  /** Writes of rows that rely on the alarm (`armed`). */
  let writing = 0;
  /** Rows as they were when their last step began, and Unix ms until which each rests if it is still so. */
  const tried = new Map<string, { rev: number; until: number }>();
  let isPolling = false;
  let isKicked = false;
  let pause = new AbortController();
  let loop: Promise<void> | undefined;

  function kick(): void {
    isKicked = true;
    pause.abort();
    loop ??= run()
      .catch(async (error) => {
        deps.report(error);
        // The alarm may not be armed, so this worker tries again; a kick ends the rest.
        pause = new AbortController();
        await deps.sleep(BACK_OFF_MS, pause.signal);
        isKicked = true;
      })
      .finally(() => {
        loop = undefined;
        // A kick that came while the loop was ending would be lost.
        if (isKicked) kick();
      });
  }

  /** Ids of the rows that rest, and Unix ms until which. */
  function backingOff(open: readonly Job[], now: number): Map<string, number> {
    const resting = new Map<string, number>();
    for (const job of open) {
      const last = tried.get(job.id);
      // An end further away than a rest was set by a clock that has been set back.
      const isResting =
        last?.rev === job.rev && last.until > now && last.until - now <= BACK_OFF_MS;
      if (isResting) resting.set(job.id, last.until);
    }
    for (const id of tried.keys()) if (!resting.has(id)) tried.delete(id);
    return resting;
  }

  function remember({ id, rev }: Job): void {
    tried.set(id, { rev, until: deps.now() + BACK_OFF_MS });
  }

  async function run(): Promise<void> {
    isKicked = false;
    // Before the first read, which may fail.
    await deps.alarm.arm(SHORTEST_ALARM_MS);
    for (;;) {
      isKicked = false;
      const [open, queue, generating] = await Promise.all([
        deps.store.open(),
        deps.store.queue(),
        deps.parallel?.(),
      ]);
      const now = deps.now();
      const resting = backingOff(open, now);
      const plan = schedule(open, {
        busy: new Set([...inFlight.keys(), ...resting.keys()]),
        isPolling: isPolling,
        queue,
        now,
        ...(generating !== undefined && { generating }),
      });

      const isWorking = () => inFlight.size > 0 || isPolling;
      const hasWork = plan.start.length > 0 || plan.poll.length > 0 || isWorking();
      const wakes = [...resting.values(), ...(plan.wakeAt === undefined ? [] : [plan.wakeAt])];
      const wakeAt = wakes.length > 0 ? Math.min(...wakes) : undefined;
      if (!hasWork && wakeAt === undefined) {
        if (writing === 0) await deps.alarm.clear();
        if (!isKicked) return;
        continue;
      }
      // Arm, then work: whatever happens to this worker, somebody will look again.
      const waitMs = wakeAt === undefined ? HEARTBEAT_MS : Math.max(0, wakeAt - now);
      await deps.alarm.arm(Math.max(SHORTEST_ALARM_MS, hasWork || writing > 0 ? 0 : waitMs));

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
    const controller = new AbortController();
    inFlight.set(job.id, controller);
    void deps
      .withLock(`job:${job.id}`, () => step(job, deps, controller.signal))
      .catch((error) => {
        if (error instanceof CommitFailed) throw error;
        return failStep(deps, job, error, { signal: controller.signal });
      })
      .catch(reportError)
      .finally(() => {
        inFlight.delete(job.id);
        remember(job);
        kick();
      });
  }

  /** What could not be written down has been reported already. */
  function reportError(error: unknown): void {
    if (!(error instanceof CommitFailed)) deps.report(error);
  }

  function startPoll(jobs: Job[], now: number): void {
    isPolling = true;
    void deps
      .withLock('poll', () => poll(jobs, deps, new AbortController().signal))
      .catch(reportError)
      .finally(() => {
        isPolling = false;
        // The others were only looked at along with these, before they were due.
        for (const job of jobs) if (dueAt(job, now) <= now) remember(job);
        kick();
      });
  }

  return {
    kick,
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
