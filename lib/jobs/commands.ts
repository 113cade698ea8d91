import type { Target } from '@/lib/jimeng/tools';
import type { ImageOrigin } from '@/lib/sources/origin';
import type { JobDeps } from './deps';
import { isEnded, type Job, type JobOptions, type Waiting } from './job';
import { IllegalTransition, type JobEvent } from './machine';
import type { Runner } from './runner';
import { commit } from './steps/step';
import { blobKey, type CommitExtras } from './store';

/** What a person (or an event of the browser) can do to jobs. */
export interface Commands {
  /** Writes a new row and starts it. */
  add(request: { origin: ImageOrigin; name: string; options: JobOptions }): Promise<Job>;
  cancel(jobId: string): Promise<void>;
  /** Goes on from the last stage whose data is still good; also ends a wait early. */
  retry(jobId: string): Promise<void>;
  /** Orders the same picture again with another target. */
  retryWith(jobId: string, target: Target): Promise<void>;
  /** Answers "you already have this" and "it is large already" with "upscale". */
  upscaleAnyway(jobId: string): Promise<void>;
  /** Answers "it is large already" with "keep it": the row is done, for nothing. */
  keep(jobId: string): Promise<void>;
  /** Gets the bytes of a row that waits for permission from what the screen shows. */
  useScreen(jobId: string): Promise<void>;
  remove(jobId: string): Promise<void>;
  /** Lets every row go on whose waiting reason has gone. Called at start and after browser events. */
  recheck(): Promise<void>;
}

/** A commit loses against a step that commits at the same moment; a few tries always suffice. */
const TRIES = 8;
const WAKE_MS = 30_000;

export function createCommands(deps: JobDeps, runner: Runner): Commands {
  /** Applies an event to the row as it is now, however often it changes meanwhile. */
  async function apply(
    jobId: string,
    eventFor: (job: Job) => JobEvent | undefined,
    extras?: CommitExtras,
  ): Promise<Job | undefined> {
    for (let tries = 0; tries < TRIES; tries += 1) {
      const job = await deps.store.get(jobId);
      const event = job && eventFor(job);
      if (!job || !event) return undefined;
      try {
        const committed = await commit(deps, job, event, extras);
        if (committed) return committed;
      } catch (error) {
        // The button was pressed for a state that has just passed.
        if (error instanceof IllegalTransition) return undefined;
        throw error;
      }
    }
    return undefined;
  }

  async function cancel(jobId: string): Promise<void> {
    await apply(jobId, (job) => (isEnded(job) ? undefined : { type: 'cancelled' }));
    runner.abort(jobId);
    runner.kick();
  }

  return {
    async add({ origin, name, options }) {
      const now = deps.now();
      const job: Job = {
        id: deps.uuid(),
        rev: 0,
        createdAt: now,
        updatedAt: now,
        stage: 'queued',
        name,
        origin,
        options,
        pastSubmissions: [],
        looks: 0,
        oddLooks: 0,
        attempt: 0,
      };
      // Arm, then write: a row without an alarm would sleep until something else wakes the worker.
      await deps.alarm.arm(WAKE_MS);
      await deps.store.add(job);
      deps.onChange(job, undefined);
      runner.kick();
      return job;
    },

    cancel,

    async retry(jobId) {
      await apply(jobId, (job) => {
        if (job.stage === 'failed' || job.stage === 'cancelled') return { type: 'retried' };
        return job.waiting && !isQuestion(job.waiting) ? { type: 'resumed' } : undefined;
      });
      runner.kick();
    },

    async retryWith(jobId, target) {
      await apply(jobId, () => ({ type: 'retried', options: { target } }));
      runner.kick();
    },

    async upscaleAnyway(jobId) {
      await apply(jobId, (job) =>
        job.waiting && isQuestion(job.waiting) ? { type: 'resumed' } : undefined,
      );
      runner.kick();
    },

    async keep(jobId) {
      const input = await deps.store.blob(blobKey(jobId, 'input'));
      await apply(
        jobId,
        ({ waiting }) => (waiting?.reason === 'already-large' ? { type: 'kept' } : undefined),
        input && { blobs: { result: input } },
      );
    },

    async useScreen(jobId) {
      await apply(jobId, ({ origin, waiting }) =>
        waiting?.reason === 'permission' && origin.kind === 'page'
          ? { type: 'rerouted', origin: { ...origin, url: `screen:${origin.url}` } }
          : undefined,
      );
      runner.kick();
    },

    async remove(jobId) {
      await cancel(jobId);
      const job = await deps.store.get(jobId);
      await deps.store.remove(jobId);
      if (job?.origin.kind === 'file') await deps.store.deleteBlob(job.origin.blobKey);
      if (job) deps.onChange({ ...job, stage: 'cancelled' }, job);
    },

    async recheck() {
      const open = await deps.store.open();
      const waiting = open.filter((job) => job.waiting);
      const session = waiting.some((job) => needsSession(job.waiting))
        ? await deps.session()
        : undefined;
      for (const job of waiting) {
        const isGone = await hasGone(job.waiting);
        if (isGone) await apply(job.id, () => ({ type: 'resumed' }));
      }
      runner.kick();

      async function hasGone(reason: Waiting | undefined): Promise<boolean> {
        switch (reason?.reason) {
          case 'sign-in':
            return session?.state === 'signed-in';
          case 'permission':
            return deps.mayAccess(reason.pattern);
          case 'network':
            return deps.isOnline();
          default:
            return false;
        }
      }
    },
  };
}

/** Rows that wait for an answer are not resumed by a mere Retry. */
function isQuestion({ reason }: Waiting): boolean {
  return reason === 'duplicate' || reason === 'already-large';
}

function needsSession(waiting: Waiting | undefined): boolean {
  return waiting?.reason === 'sign-in';
}
