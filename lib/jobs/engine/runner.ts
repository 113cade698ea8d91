import type { Job } from '../model/job';
import { dueAt } from '../rules/polling';
import { schedule } from '../rules/schedule';
import { acquire } from '../steps/acquire';
import { checkCredits } from '../steps/check-credits';
import { collect } from '../steps/collect';
import { type JobDeps, SHORTEST_ALARM_MS } from '../steps/deps';
import { look } from '../steps/poll';
import { type Step, settle, Unwritten } from '../steps/step';
import { submit } from '../steps/submit';
import { upload } from '../steps/upload';

/** The worker dies 30 s after the last extension API call, so long pauses are split and the alarm is re-armed. */
const HEARTBEAT_MS = 20_000;
/** During longer pauses the worker may die; the alarm restarts it. */
const PATIENCE_MS = 20_000;
/**
 * Back off after a step that changed nothing (another context holds its lock, or its commit
 * failed) and after a failed round; retrying at once would spin.
 */
const STUMBLE_MS = 30_000;

/** Runs all open jobs as far as they can go. */
export interface Runner {
  /** Plans again after a change. Idempotent and safe at any time. */
  kick(): void;
  /** Aborts the running step of a job, if there is one. */
  abort(jobId: string): void;
  /**
   * Arms the alarm, then writes a job that needs it. Until then no round clears the alarm or moves
   * it: the round may have read the jobs before the write, and if the worker then died, nothing would wake
   * the row.
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
  /** Number of pending writes that rely on the alarm (`armed`). */
  let writing = 0;
  /** Revision of each job at its last step, and until when (Unix ms) it backs off if unchanged. */
  const tried = new Map<string, { rev: number; until: number }>();
  let isLooking = false;
  let isKicked = false;
  let pause = new AbortController();
  let loop: Promise<void> | undefined;

  function kick(): void {
    isKicked = true;
    pause.abort();
    loop ??= run()
      .catch(async (error) => {
        deps.report(error);
        // The alarm may not be armed, so this worker retries; a kick ends the pause.
        pause = new AbortController();
        await deps.sleep(STUMBLE_MS, pause.signal);
        isKicked = true;
      })
      .finally(() => {
        loop = undefined;
        // A kick that arrived while the loop was ending would be lost.
        if (isKicked) kick();
      });
  }

  /** Ids of the jobs that back off, and until when, Unix ms. */
  function restingOf(open: readonly Job[], now: number): Map<string, number> {
    const resting = new Map<string, number>();
    for (const job of open) {
      const last = tried.get(job.id);
      // An end further away than the pause means that the clock was set back.
      const isResting = last?.rev === job.rev && last.until > now && last.until - now <= STUMBLE_MS;
      if (isResting) resting.set(job.id, last.until);
    }
    for (const id of tried.keys()) if (!resting.has(id)) tried.delete(id);
    return resting;
  }

  function remember({ id, rev }: Job): void {
    tried.set(id, { rev, until: deps.now() + STUMBLE_MS });
  }

  async function run(): Promise<void> {
    isKicked = false;
    // Before the first read, because that may fail.
    await deps.alarm.arm(SHORTEST_ALARM_MS);
    for (;;) {
      isKicked = false;
      const [open, queue, generating] = await Promise.all([
        deps.store.open(),
        deps.store.queue(),
        deps.parallel?.(),
      ]);
      const now = deps.now();
      const resting = restingOf(open, now);
      const plan = schedule(open, {
        busy: new Set([...inFlight.keys(), ...resting.keys()]),
        isLooking,
        queue,
        now,
        ...(generating !== undefined && { generating }),
      });

      const isWorking = () => inFlight.size > 0 || isLooking;
      const hasWork = plan.start.length > 0 || plan.look.length > 0 || isWorking();
      const wakes = [...resting.values(), ...(plan.wakeAt === undefined ? [] : [plan.wakeAt])];
      const wakeAt = wakes.length > 0 ? Math.min(...wakes) : undefined;
      if (!hasWork && wakeAt === undefined) {
        if (writing === 0) await deps.alarm.clear();
        if (!isKicked) return;
        continue;
      }
      // Arm first, then work: if this worker dies, the alarm starts another.
      const waitMs = wakeAt === undefined ? HEARTBEAT_MS : Math.max(0, wakeAt - now);
      await deps.alarm.arm(Math.max(SHORTEST_ALARM_MS, hasWork || writing > 0 ? 0 : waitMs));

      for (const job of plan.start) start(job);
      if (plan.look.length > 0) startLook(plan.look, now);
      if (!isWorking() && waitMs > PATIENCE_MS) {
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
        if (error instanceof Unwritten) throw error;
        return settle(deps, job, error, { signal: controller.signal });
      })
      .catch(tell)
      .finally(() => {
        inFlight.delete(job.id);
        remember(job);
        kick();
      });
  }

  /** A failed commit has already been reported. */
  function tell(error: unknown): void {
    if (!(error instanceof Unwritten)) deps.report(error);
  }

  function startLook(jobs: Job[], now: number): void {
    isLooking = true;
    void deps
      .withLock('look', () => look(jobs, deps, new AbortController().signal))
      .catch(tell)
      .finally(() => {
        isLooking = false;
        // The other jobs were polled with these before they were due.
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
