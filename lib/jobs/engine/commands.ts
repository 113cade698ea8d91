import { createTurns } from '@/lib/async/turns';
import type { Target } from '@/lib/jimeng/model/tools';
import { isEndedCondition } from '../model/history-entry';
import { isEnded, type Job, type JobOptions, type Waiting } from '../model/job';
import type { JobEvent, Question } from '../model/job-event';
import { IllegalTransition } from '../model/machine';
import { isBeforeOrder } from '../model/orders';
import { isQuestion, wanted } from '../model/questions';
import {
  canContinueInPage,
  canSkipPage,
  canStartOver,
  canUseScreen,
  remedyOf,
} from '../model/remedy';
import { isThroughPage } from '../model/site';
import { checkClick, checkPress } from '../rules/duplicate';
import { typed } from '../steps/collect';
import type { JobDeps } from '../steps/deps';
import { suspendOtherAccounts } from '../steps/other-account';
import { planSave } from '../steps/plan-save';
import { nextQuestion } from '../steps/several-orders';
import { commit } from '../steps/step';
import { blobKey, type CommitExtras } from '../store/jobs';
import { inCancelOrder } from './cancel-order';
import { createHousekeeping, type Housekeeping } from './housekeeping';
import { type NewJob, newJob, startJob } from './new-job';
import type { Runner } from './runner';
import { createTakeIn } from './take-in';
import { unpacked } from './unpacked';
import { isWaitOver } from './wait-over';

/** Commands on jobs, from the person or from browser events. */
export interface Commands {
  /**
   * Writes a new job and starts it.
   * @returns the job; for a double click, the job of the first click
   */
  add(request: NewJob): Promise<Job>;
  /**
   * Writes rows for the images that pages handed in, in their order. Idempotent, and safe to call at any time.
   * @returns how many
   */
  takeIn(options: Omit<JobOptions, 'target'>, only?: string): Promise<number>;
  /** @param isMeant whether the row is to be cancelled as it is by then; default: whatever it is */
  cancel(jobId: string, isMeant?: (job: Job) => boolean): Promise<void>;
  /** Goes on from the last stage whose data is still valid; also ends a wait early. */
  retry(jobId: string): Promise<void>;
  /**
   * Sends the order of a row through the service's own page, which the person has agreed to; or, if the row waits
   * for that, by the background after all. The page then sends the next orders of its batch, too.
   */
  chooseWay(jobId: string, way: 'page' | 'background'): Promise<void>;
  /** Orders the same image again with another target. */
  retryWith(jobId: string, target: Target): Promise<void>;
  /**
   * Answers "you already have this" with "use it": removes the row. If the other row or its result is
   * gone, the row says so and keeps waiting: going on may cost credits.
   * @returns id of the other row
   */
  useExisting(jobId: string): Promise<string | undefined>;
  /** Uploads and orders again with the signed-in account a row that belongs, or may belong, to another. */
  startOver(jobId: string): Promise<void>;
  /**
   * Answers a duplicate, an already large or a long image with "Upscale".
   * @param asked what the person was asked; default: what the row asks now. No effect if it asks another thing by now
   */
  upscaleAnyway(jobId: string, asked?: Question['reason']): Promise<void>;
  /** Answers "it is large already" with "keep it": the row is done, free of charge. */
  keep(jobId: string): Promise<void>;
  /** Captures the picture from the screen when its bytes cannot be fetched. */
  useScreen(jobId: string): Promise<void>;
  /** Cancels a row and removes it from the history; final once Undo has expired. */
  remove(jobId: string): Promise<void>;
  /** The same for many rows, with one Undo. */
  removeAll(jobIds: readonly string[]): Promise<void>;
  /** Removes every job that has ended. */
  clear(): Promise<void>;
  /** Retries those jobs that cost nothing to retry. */
  retryAll(jobIds: readonly string[]): Promise<void>;
  /** Deletes removed rows and expired rows. */
  housekeeping: Housekeeping;
  /** Undoes a removal, identified by its time, Unix ms. */
  restore(at: number): Promise<void>;
  /** Resumes every waiting row whose reason is gone. Called at start and after browser events. */
  resumeWaiting(): Promise<void>;
  /** The same for rows that wait for a price. No other: a refused order would be repeated at once. */
  resumePriceWaits(): Promise<void>;
}

/** Attempts of a commit that races with a step; a few always suffice. */
const TRIES = 8;

export function createCommands(deps: JobDeps, runner: Runner): Commands {
  /** Applies an event to the current row; retries if the row changes meanwhile. */
  async function apply(
    jobId: string,
    eventFor: (job: Job) => JobEvent | undefined,
    extras?: CommitExtras,
  ): Promise<Job | undefined> {
    for (let tries = 0; tries < TRIES; tries += 1) {
      const job = await deps.store.get(jobId);
      const event = job && eventFor(job);
      if (!job || !event) return undefined;
      const write = () => commit(deps, job, event, extras);
      try {
        const committed = await (event.type === 'cancelled' ? write() : runner.armed(write));
        if (committed) return committed;
      } catch (error) {
        // The row left that state before the button was pressed.
        if (error instanceof IllegalTransition) return undefined;
        throw error;
      }
    }
    return undefined;
  }

  const housekeeping = createHousekeeping(deps);
  const inTurn = createTurns();
  let isResumeRequested = false;
  let resuming: Promise<void> | undefined;

  async function removeAll(jobIds: readonly string[]): Promise<void> {
    const openAmong = async (ids: readonly string[]) => {
      const meant = new Set(ids);
      return (await deps.store.open()).filter(({ id }) => meant.has(id));
    };
    const [first] = jobIds;
    let job: Job | undefined;
    let at: number | undefined;
    let left = jobIds;
    for (let tries = 0; left.length > 0 && tries < TRIES; tries += 1) {
      for (const { id } of inCancelOrder(await openAmong(left))) await cancel(id);
      job ??= first === undefined ? undefined : await deps.store.get(first);
      // Undo takes back what was removed at one moment.
      at ??= deps.now();
      await deps.store.hide(left, at);
      // Those that were retried at the same time are open, and were not hidden.
      left = (await openAmong(left)).map(({ id }) => id);
    }
    if (job) deps.onChange({ ...job, stage: 'cancelled' }, job);
    void housekeeping.purge().catch(deps.report);
  }

  async function cancel(jobId: string, isMeant: (job: Job) => boolean = () => true): Promise<void> {
    const cancelled = await apply(jobId, (job) =>
      isEnded(job) || !isMeant(job) ? undefined : { type: 'cancelled' },
    );
    // The step of a row that goes on goes on, too.
    if (cancelled) runner.abort(jobId);
    runner.kick();
  }

  return {
    async add(request) {
      const id = deps.uuid();
      const { origin, file } = await unpacked(id, request.origin, deps);
      const job = newJob(id, { ...request, origin }, deps.now());
      const duplicateCheck = checkClick(job.createdAt);
      await startJob(job, deps, runner, { duplicateCheck, ...(file && { blobs: { file } }) });
      return duplicateCheck.joined ?? job;
    },

    takeIn: createTakeIn(deps, runner),

    cancel,

    async retry(jobId) {
      await apply(jobId, (job) => {
        if (job.stage === 'failed' || job.stage === 'cancelled') return { type: 'retried' };
        return job.waiting && !isQuestion(job.waiting) ? resumedBy(job.waiting) : undefined;
      });
      runner.kick();
    },

    async chooseWay(jobId, way) {
      const chosen = await apply(jobId, (job) => {
        if (!canContinueInPage(job)) return undefined;
        if (way === 'background')
          return canSkipPage(job) ? { type: 'resumed', isWithoutPage: true } : undefined;
        return job.waiting ? { type: 'resumed' } : { type: 'retried', options: { way } };
      });
      if (way === 'page' && chosen?.batch) await sendThroughPage(chosen.batch.id);
      runner.kick();
    },

    async retryWith(jobId, target) {
      const duplicateCheck = checkPress(deps.now());
      await apply(jobId, () => ({ type: 'retried', options: { target } }), { duplicateCheck });
      runner.kick();
    },

    async useExisting(jobId) {
      const { waiting } = (await deps.store.get(jobId)) ?? {};
      if (waiting?.reason !== 'duplicate') return undefined;
      const { duplicateId } = waiting;
      const duplicate = await deps.store.get(duplicateId);
      const isLost =
        duplicate?.stage === 'done' && !(await deps.store.blob(blobKey(duplicateId, 'result')));
      if (duplicate && !isLost) {
        // It may have been answered otherwise meanwhile.
        const isOff = await apply(jobId, ({ waiting: now }) =>
          now?.reason === 'duplicate' ? { type: 'cancelled' } : undefined,
        );
        if (isOff) await removeAll([jobId]);
        return duplicateId;
      }
      await apply(jobId, ({ waiting: now }) =>
        now?.reason === 'duplicate' && now.duplicateId === duplicateId
          ? { type: 'waits', waiting: { ...now, duplicateState: 'gone' } }
          : undefined,
      );
      return undefined;
    },

    async startOver(jobId) {
      await apply(jobId, (job) => (canStartOver(job) ? { type: 'started-over' } : undefined));
      runner.kick();
    },

    async upscaleAnyway(jobId, asked) {
      const seen = await deps.store.get(jobId);
      const reason = asked ?? seen?.waiting?.reason;
      const next = await nextQuestion(seen, deps);
      // Another press may have answered it: the next question, such as one about several orders, is still open then.
      await apply(jobId, (job) => (job.waiting?.reason === reason ? wanted(job, next) : undefined));
      runner.kick();
    },

    // A second press finds that it is answered, and plans no other save.
    keep: (jobId) => inTurn(() => keep(jobId)),

    async useScreen(jobId) {
      await apply(jobId, (job) => {
        const { origin } = job;
        return canUseScreen(job) && origin.kind === 'page'
          ? { type: 'rerouted', origin: { ...origin, url: `screen:${origin.url}` } }
          : undefined;
      });
      runner.kick();
    },

    remove: (jobId) => removeAll([jobId]),

    removeAll,

    async clear() {
      const ended = (await deps.store.entries()).filter(({ condition }) =>
        isEndedCondition(condition),
      );
      await removeAll(ended.map(({ id }) => id));
    },

    restore: (at) => deps.store.restore(at),

    housekeeping,

    async retryAll(jobIds) {
      for (const id of jobIds) {
        // Another person wrote what an imported row fetches and orders, so it is retried only by itself.
        const isFree = (job: Job) => isEnded(job) && !job.isImported && remedyOf(job) === 'retry';
        await apply(id, (job) => (isFree(job) ? { type: 'retried' } : undefined));
      }
      runner.kick();
    },

    async resumeWaiting() {
      isResumeRequested = true;
      resuming ??= resumeUntilCurrent().finally(() => {
        resuming = undefined;
      });
      await resuming;
    },

    resumePriceWaits: () => resumeOnce('price-unknown'),
  };

  async function keep(jobId: string): Promise<void> {
    const isAsked = (job: Job | undefined) => job?.waiting?.reason === 'already-large';
    const asked = await deps.store.get(jobId);
    if (!isAsked(asked)) return;
    const shown = await deps.store.blob(blobKey(jobId, 'shown'));
    const input = shown ?? (await deps.store.blob(blobKey(jobId, 'input')));
    const result = input && asked?.source && typed(input, shown ? 'png' : asked.source.sentType);
    await planSave(jobId, deps);
    await apply(
      jobId,
      (job) => (isAsked(job) ? { type: 'kept', ...(shown && { bytes: shown.size }) } : undefined),
      result && { blobs: { result } },
    );
  }

  /** The background could send the next orders of a batch no more than this one. */
  async function sendThroughPage(batchId: string): Promise<void> {
    const isNext = (job: Job) =>
      job.batch?.id === batchId && isBeforeOrder(job) && !job.waiting && !isThroughPage(job);
    for (const { id } of (await deps.store.open()).filter(isNext)) {
      await apply(id, (job) =>
        isNext(job) ? { type: 'resumed', isThroughPage: true } : undefined,
      );
    }
  }

  /** One run at a time; a request during a run causes one more run after it. */
  async function resumeUntilCurrent(): Promise<void> {
    let failure: { error: unknown } | undefined;
    while (isResumeRequested) {
      isResumeRequested = false;
      failure = await resumeOnce().then(
        () => undefined,
        (error: unknown) => ({ error }),
      );
    }
    if (failure) throw failure.error;
  }

  async function resumeOnce(only?: Waiting['reason']): Promise<void> {
    await suspendOtherAccounts(deps);
    const open = await deps.store.open();
    const waiting = open.flatMap((job) => (job.waiting ? [{ ...job, waiting: job.waiting }] : []));
    for (const { waiting: seen, ...row } of waiting) {
      const { id } = row;
      if (only !== undefined && seen.reason !== only) continue;
      if (!(await isWaitOver(row, seen, deps))) continue;
      // The row may wait for something else by now, such as an answer.
      const isAllowed = seen.reason === 'permission';
      await apply(id, (job) =>
        canResume(job, seen) ? { type: 'resumed', ...(isAllowed && { isAllowed }) } : undefined,
      );
    }
    runner.kick();
  }

  /** Whether the row still waits as it did when it was read. */
  function canResume({ waiting, notBefore = 0 }: Job, seen: Waiting): boolean {
    if (waiting?.reason !== seen.reason || waiting.since !== seen.since) return false;
    // A due row belongs to the runner: a change now would void the step in flight.
    return waiting.reason !== 'network' || notBefore > deps.now();
  }
}

/** Retry of a waiting row. */
function resumedBy(waiting: Waiting): JobEvent {
  const isAllowed = waiting.reason === 'permission' && waiting.isForCookies;
  return { type: 'resumed', ...(isAllowed && { isAllowed }) };
}
