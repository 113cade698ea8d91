import type { Target } from '@/lib/jimeng/model/tools';
import type { ImageOrigin } from '@/lib/sources/origin';
import { isDataAddress, storedAddress } from '../model/bounded-origin';
import { isEndedCondition } from '../model/history-entry';
import { isEnded, type Job, type JobOptions, type Waiting } from '../model/job';
import type { JobEvent } from '../model/job-event';
import { IllegalTransition } from '../model/machine';
import { canStartOver, canUseScreen, remedyOf } from '../model/remedy';
import type { Session } from '../model/session';
import { checkClick, checkPress } from '../rules/duplicate';
import { typed } from '../steps/collect';
import type { JobDeps } from '../steps/deps';
import { isAccountBack, suspendOtherAccounts } from '../steps/other-account';
import { planSave } from '../steps/plan-save';
import { commit } from '../steps/step';
import { blobKey, type CommitExtras } from '../store/jobs';
import { createHousekeeping, type Housekeeping } from './housekeeping';
import { type NewJob, newJob, startJob } from './new-job';
import type { Runner } from './runner';

/** What a person (or an event of the browser) can do to jobs. */
export interface Commands {
  /**
   * Writes a new row and starts it.
   * @returns the row; of a double click, the row of the first click
   */
  add(request: NewJob): Promise<Job>;
  /**
   * Writes rows for the files that pages have handed in. Safe at any moment, and several times at once.
   * @returns how many
   */
  takeIn(options: Omit<JobOptions, 'target'>): Promise<number>;
  cancel(jobId: string): Promise<void>;
  /** Goes on from the last stage whose data is still good; also ends a wait early. */
  retry(jobId: string): Promise<void>;
  /** Orders the same picture again with another target. */
  retryWith(jobId: string, target: Target): Promise<void>;
  /**
   * Answers "you already have this" with "use it": the row is removed. If the other row is gone, or
   * has lost its result, this one says so instead, and never goes on by itself: that may cost credits.
   * @returns id of the other row
   */
  useExisting(jobId: string): Promise<string | undefined>;
  /** Uploads and orders with the account that is signed in what belongs to another, or may. */
  startOver(jobId: string): Promise<void>;
  /** Answers "you already have this" and "it is large already" with "upscale". */
  upscaleAnyway(jobId: string): Promise<void>;
  /** Answers "it is large already" with "keep it": the row is done, for nothing. */
  keep(jobId: string): Promise<void>;
  /** Gets the bytes of a row that cannot have them otherwise from what the screen shows. */
  useScreen(jobId: string): Promise<void>;
  /** Takes a row out of the history, for good once that cannot be undone any more. Cancels it first. */
  remove(jobId: string): Promise<void>;
  /** The same for many at once, which are then undone at once. */
  removeAll(jobIds: readonly string[]): Promise<void>;
  /** Removes every row that has ended. */
  clear(): Promise<void>;
  /** Retries those of the rows that cost nothing to retry. */
  retryAll(jobIds: readonly string[]): Promise<void>;
  /** What follows from the passing of time: removed rows are deleted, and rows the rule no longer keeps. */
  housekeeping: Housekeeping;
  /** Undoes a removal, named by its Unix ms. */
  restore(at: number): Promise<void>;
  /** Lets every row go on whose waiting reason has gone. Called at start and after browser events. */
  resumeWaiting(): Promise<void>;
}

/** A commit loses against a step that commits at the same moment; a few tries always suffice. */
const TRIES = 8;

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
      const write = () => commit(deps, job, event, extras);
      try {
        const committed = await (event.type === 'cancelled' ? write() : runner.armed(write));
        if (committed) return committed;
      } catch (error) {
        // The button was pressed for a state that has just passed.
        if (error instanceof IllegalTransition) return undefined;
        throw error;
      }
    }
    return undefined;
  }

  /** The bytes of a `data:` address go where bytes belong: a row is read often, and stays small. */
  async function unpacked(
    id: string,
    origin: ImageOrigin,
  ): Promise<{ origin: ImageOrigin; file?: Blob }> {
    if (origin.kind === 'file' || !isDataAddress(origin.url)) return { origin };
    const file = await deps.readDataUrl?.(origin.url).catch(() => undefined);
    if (!file) return { origin };
    const url = await storedAddress(origin.url);
    return { origin: { ...origin, url, blobKey: blobKey(id, 'file') }, file };
  }

  const housekeeping = createHousekeeping(deps);
  let isResumeRequested = false;
  let resuming: Promise<void> | undefined;

  async function removeAll(jobIds: readonly string[]): Promise<void> {
    for (const { id } of await deps.store.open()) if (jobIds.includes(id)) await cancel(id);
    const [first] = jobIds;
    const job = first === undefined ? undefined : await deps.store.get(first);
    await deps.store.hide(jobIds, deps.now());
    if (job) deps.onChange({ ...job, stage: 'cancelled' }, job);
    void housekeeping.purge().catch(deps.report);
  }

  async function cancel(jobId: string): Promise<void> {
    await apply(jobId, (job) => (isEnded(job) ? undefined : { type: 'cancelled' }));
    runner.abort(jobId);
    runner.kick();
  }

  return {
    async add(request) {
      const id = deps.uuid();
      const { origin, file } = await unpacked(id, request.origin);
      const job = newJob(id, { ...request, origin }, deps.now());
      const duplicateCheck = checkClick(job.createdAt);
      await startJob(job, deps, runner, { duplicateCheck, ...(file && { blobs: { file } }) });
      return duplicateCheck.joined ?? job;
    },

    async takeIn(options) {
      let taken = 0;
      for (const { id, name, target } of await deps.store.handedIn()) {
        const origin = { kind: 'file', blobKey: blobKey(id, 'file'), name } as const;
        const request = { origin, name: nameOfFile(name), options: { ...options, target } };
        const job = newJob(id, request, deps.now());
        if (await startJob(job, deps, runner, { isHandedIn: true })) taken += 1;
      }
      return taken;
    },

    cancel,

    async retry(jobId) {
      await apply(jobId, (job) => {
        if (job.stage === 'failed' || job.stage === 'cancelled') return { type: 'retried' };
        return job.waiting && !isQuestion(job.waiting) ? resumedBy(job.waiting) : undefined;
      });
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
        // Answered otherwise meanwhile, it may be on its way.
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

    async upscaleAnyway(jobId) {
      await apply(jobId, ({ waiting }) => {
        if (!waiting || !isQuestion(waiting)) return undefined;
        return waiting.reason === 'duplicate'
          ? { type: 'resumed', isWanted: true }
          : { type: 'resumed' };
      });
      runner.kick();
    },

    async keep(jobId) {
      const isAsked = (job: Job | undefined) => job?.waiting?.reason === 'already-large';
      const asked = await deps.store.get(jobId);
      if (!isAsked(asked)) return;
      const input = await deps.store.blob(blobKey(jobId, 'input'));
      const result = input && asked?.source && typed(input, asked.source.sentType);
      await planSave(jobId, deps);
      await apply(
        jobId,
        (job) => (isAsked(job) ? { type: 'kept' } : undefined),
        result && { blobs: { result } },
      );
    },

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
        // What an imported row would fetch and order was written by somebody else: it is pressed alone.
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
  };

  /** One at a time: what happens during a recheck is taken in by one more after it. */
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

  async function resumeOnce(): Promise<void> {
    await suspendOtherAccounts(deps);
    const open = await deps.store.open();
    const waiting = open.flatMap((job) => (job.waiting ? [{ ...job, waiting: job.waiting }] : []));
    const session = waiting.some((job) => needsSession(job.waiting))
      ? await deps.session()
      : undefined;
    for (const { id, waiting: seen } of waiting) {
      if (!(await isWaitOver(seen, session))) continue;
      // What was read may be old by now. The row may wait for something else, such as an answer.
      const isAllowed = seen.reason === 'permission';
      await apply(id, (job) =>
        canResume(job, seen) ? { type: 'resumed', ...(isAllowed && { isAllowed }) } : undefined,
      );
    }
    runner.kick();
  }

  async function isWaitOver(waiting: Waiting, session: Session | undefined): Promise<boolean> {
    switch (waiting.reason) {
      case 'sign-in':
        return session?.state === 'signed-in';
      case 'other-account':
        return isAccountBack(deps, waiting);
      case 'consent':
        return (await deps.hasConsent?.()) ?? true;
      case 'permission':
        // Cookies are allowed in the row itself, by nothing that happens elsewhere.
        return !waiting.isForCookies && deps.mayAccess(waiting.pattern);
      case 'network':
        return deps.isOnline();
      default:
        return false;
    }
  }

  /** Whether the row still waits as it was seen to. */
  function canResume({ waiting, notBefore = 0 }: Job, seen: Waiting): boolean {
    if (waiting?.reason !== seen.reason || waiting.since !== seen.since) return false;
    // A row that is due is the runner's: a change now would void the step it has begun.
    return waiting.reason !== 'network' || notBefore > deps.now();
  }
}

/** The person presses the button of a row that waits. */
function resumedBy(waiting: Waiting): JobEvent {
  const isAllowed = waiting.reason === 'permission' && waiting.isForCookies;
  return { type: 'resumed', ...(isAllowed && { isAllowed }) };
}

/** Rows that wait for an answer are not resumed by a mere Retry. */
function isQuestion({ reason }: Waiting): boolean {
  return reason === 'duplicate' || reason === 'already-large';
}

function needsSession(waiting: Waiting | undefined): boolean {
  return waiting?.reason === 'sign-in';
}

/** A file's name, without what only says its type. */
function nameOfFile(name: string): string {
  return name.replace(/\.[^.]*$/, '');
}
