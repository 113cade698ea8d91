import { type JobDeps, SHORTEST_ALARM_MS } from './deps';
import type { Job } from './job';
import { schedule } from './schedule';
import { acquire } from './steps/acquire';
import { checkCredits } from './steps/check-credits';
import { collect } from './steps/collect';
import { look } from './steps/look';
import { type Step, settle, Unwritten } from './steps/step';
import { submit } from './steps/submit';
import { upload } from './steps/upload';

/** The worker dies 30 s after the last extension call: every pause is cut and the alarm re-armed. */
const HEARTBEAT_MS = 20_000;
/** Pauses longer than this are slept through with the worker gone; the alarm starts it again. */
const PATIENCE_MS = 20_000;
/** Rest after a step that could not write down what came of it: at once it would do the same again. */
const STUMBLE_MS = 30_000;

/** Drives all open jobs as far as they go. */
export interface Runner {
  /** Something changed: plan again. Idempotent and safe at any moment. */
  kick(): void;
  /** Stops the step in flight of a job, if there is one. */
  abort(jobId: string): void;
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
  let isLooking = false;
  let isKicked = false;
  let pause = new AbortController();
  let loop: Promise<void> | undefined;

  function kick(): void {
    isKicked = true;
    pause.abort();
    loop ??= run()
      .catch(deps.report)
      .finally(() => {
        loop = undefined;
        // A kick that came while the loop was ending would be lost.
        if (isKicked) kick();
      });
  }

  async function run(): Promise<void> {
    // Before the first read: the alarm that woke this worker rings once, and reading may fail.
    await deps.alarm.arm(SHORTEST_ALARM_MS);
    for (;;) {
      isKicked = false;
      const [open, queue, generating] = await Promise.all([
        deps.store.open(),
        deps.store.queue(),
        deps.parallel?.(),
      ]);
      const now = deps.now();
      const plan = schedule(open, {
        busy: new Set(inFlight.keys()),
        isLooking,
        queue,
        now,
        ...(generating !== undefined && { generating }),
      });

      const isWorking = () => inFlight.size > 0 || isLooking;
      const hasWork = plan.start.length > 0 || plan.look.length > 0 || isWorking();
      if (!hasWork && plan.wakeAt === undefined) {
        await deps.alarm.clear();
        if (!isKicked) return;
        continue;
      }
      // Arm, then work: whatever happens to this worker, somebody will look again.
      const waitMs = plan.wakeAt === undefined ? HEARTBEAT_MS : Math.max(0, plan.wakeAt - now);
      await deps.alarm.arm(Math.max(SHORTEST_ALARM_MS, hasWork ? 0 : waitMs));

      for (const job of plan.start) start(job);
      if (plan.look.length > 0) startLook(plan.look);
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
        return settle(deps, job, error);
      })
      .catch(rest)
      .finally(() => {
        inFlight.delete(job.id);
        kick();
      });
  }

  async function rest(error: unknown): Promise<void> {
    if (!(error instanceof Unwritten)) deps.report(error);
    await deps.sleep(STUMBLE_MS, new AbortController().signal);
  }

  function startLook(jobs: Job[]): void {
    isLooking = true;
    void deps
      .withLock('look', () => look(jobs, deps, new AbortController().signal))
      .catch(rest)
      .finally(() => {
        isLooking = false;
        kick();
      });
  }

  return {
    kick,
    abort: (jobId) => inFlight.get(jobId)?.abort(),
    async idle() {
      while (loop) await loop;
    },
  };
}
