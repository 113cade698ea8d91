import { createTurns } from '@/lib/async/turns';
import {
  type Batch,
  type BatchAnswer,
  type BatchQuestion,
  resumed,
  withBudget,
  withoutDayPause,
} from '../model/batch';
import { entryOf } from '../model/history-entry';
import type { Job, JobOptions } from '../model/job';
import { isBeforeOrder } from '../model/orders';
import type { JobDeps } from '../steps/deps';
import type { NewRow } from '../store/extend-batch';
import { inCancelOrder } from './cancel-order';
import type { Commands } from './commands';
import { type NewJob, newJob } from './new-job';
import type { Runner } from './runner';
import { sourceOf } from './take-in';
import { unpacked } from './unpacked';

/** Maximum characters of a batch's name, which a page supplied. */
const MAX_NAME = 1_024;

/** A picture that the person picked. */
interface PickedPicture extends Pick<NewJob, 'origin' | 'name'> {
  /** Id of the handed-in file that it is; default: it is none. */
  id?: string;
  /** Its place on the page, from 1. */
  index: number;
  /** Firefox container of its tab. */
  container?: string;
}

/** A picture that is added to a batch; it gets the next place. */
type FurtherPicture = Omit<PickedPicture, 'id' | 'index'>;

/** A request for a new batch. */
export interface NewBatch extends Pick<Batch, 'id' | 'name' | 'leftOut' | 'budget'> {
  /** In the order in which they are to be upscaled. */
  pictures: readonly PickedPicture[];
  options: JobOptions;
}

/** Commands on batches. Those on one that does not exist do nothing. */
export interface BatchCommands {
  /**
   * Writes a batch and its rows, all or nothing, and starts them. Sent again with the same id, it changes nothing.
   * Rejects with JobError `storage-full`.
   */
  add(request: NewBatch): Promise<void>;
  /**
   * Adds pictures to a batch, behind its others and with its size. A picture is known by its address: one that the batch
   * has or had is not added again.
   * @returns how many were added; undefined if there is no such batch. Rejects with JobError `storage-full`
   */
  extend(
    batchId: string,
    pictures: readonly FurtherPicture[],
    options: Omit<JobOptions, 'target'>,
  ): Promise<number | undefined>;
  /** Starts a batch of handed-in images that waits. No effect on one that was started or discarded. */
  start(waitingId: string, how: Pick<NewBatch, 'options' | 'budget'>): Promise<void>;
  /** Deletes the images of a batch that waits. */
  discard(waitingId: string): Promise<void>;
  /** Begins no new work of the batch. Orders under way go on to their end. */
  pause(batchId: string): Promise<void>;
  /** Goes on, whatever the reason of the pause; at a limit it pauses again before the next order. */
  resume(batchId: string): Promise<void>;
  /** Begins no new work at all, or goes on. */
  pauseAll(isPaused: boolean): Promise<void>;
  /** Goes on with what waits for the next day: the limit of the day may have changed. */
  resumeDay(): Promise<void>;
  /** Sets the budget, credits; undefined for none. A batch that paused because of the old one goes on. */
  setBudget(batchId: string, budget: number | undefined): Promise<void>;
  /** Cancels the rows that have no order under way. */
  cancelRest(batchId: string): Promise<void>;
  /** Retries the failed rows whose retry is free. */
  retryFailed(batchId: string): Promise<void>;
  /** Gives all rows that ask the same the same answer. */
  answer(batchId: string, question: BatchQuestion, answer: BatchAnswer): Promise<void>;
  /** Removes all rows of the batch, with one Undo. */
  remove(batchId: string): Promise<void>;
}

export function createBatchCommands(
  deps: JobDeps,
  runner: Pick<Runner, 'armed' | 'retry'>,
  commands: Pick<
    Commands,
    'cancel' | 'retryAll' | 'removeAll' | 'keep' | 'useExisting' | 'upscaleAnyway'
  >,
): BatchCommands {
  const { store, now } = deps;
  const inTurn = createTurns();

  async function change(batchId: string, next: (batch: Batch) => Batch): Promise<void> {
    await runner.armed(() => store.changeBatch(batchId, next));
    runner.retry();
  }

  async function add({ id, name, leftOut, budget, pictures, options }: NewBatch): Promise<void> {
    const createdAt = now();
    const rows = await Promise.all(
      pictures.map(async (picture, place): Promise<NewRow> => {
        // The queue is sorted by time.
        const row = await rowOf(picture, options, createdAt + place);
        return { ...row, job: { ...row.job, batch: { id, index: picture.index } } };
      }),
    );
    const batch: Batch = {
      id,
      name: name.slice(0, MAX_NAME),
      createdAt,
      target: options.target,
      size: rows.length,
      places: Math.max(...pictures.map(({ index }) => index)),
      leftOut,
      ...(budget !== undefined && { budget }),
    };
    const isAdded = await runner.armed(() => store.addBatch(batch, rows));
    const [first] = rows;
    if (isAdded && first) deps.onChange(first.job, undefined);
    runner.retry();
  }

  async function extend(
    batchId: string,
    pictures: readonly FurtherPicture[],
    options: Omit<JobOptions, 'target'>,
  ): Promise<number | undefined> {
    const batch = await store.batch(batchId);
    if (!batch) return undefined;
    const rows = await Promise.all(
      pictures.map((picture) => rowOf(picture, { ...options, target: batch.target }, now())),
    );
    const added = await runner.armed(() => store.extendBatch(batchId, rows));
    const [first] = added ?? [];
    if (first) deps.onChange(first, undefined);
    runner.retry();
    return added?.length;
  }

  async function rowOf(
    { id = deps.uuid(), name, container, ...picture }: Omit<PickedPicture, 'index'>,
    options: JobOptions,
    createdAt: number,
  ): Promise<NewRow> {
    const { origin, file } = await unpacked(id, picture.origin, deps);
    const own = { ...options, ...(container !== undefined && { container }) };
    const job = newJob(id, { origin, name, options: own }, createdAt);
    return { job, ...(file && { file }) };
  }

  async function start(
    waitingId: string,
    how: Pick<NewBatch, 'options' | 'budget'>,
  ): Promise<void> {
    const images = (await store.handedIn()).filter(({ batch }) => batch?.id === waitingId);
    const [first] = images;
    if (!first?.batch) return;
    await add({
      // More images may be handed in for this one: they wait as another one.
      id: deps.uuid(),
      name: first.batch.name,
      leftOut: { large: 0, known: 0 },
      pictures: images.map((image, place) => ({
        id: image.id,
        index: place + 1,
        ...sourceOf(image),
      })),
      ...how,
    });
  }

  return {
    add,
    extend,

    // A second click finds nothing left to start.
    start: (waitingId, how) => inTurn(() => start(waitingId, how)),

    // Not amid a start, which would lose the rest of its images.
    discard: (waitingId) =>
      inTurn(() => store.dropHandedIn(({ batch }) => batch?.id === waitingId)),

    pause: (batchId) =>
      change(batchId, (batch) => ({ ...batch, paused: { by: 'person', at: now() } })),

    resume: (batchId) => change(batchId, (batch) => resumed(batch, now())),

    async pauseAll(isPaused) {
      await runner.armed(() => store.pauseAll(isPaused ? now() : undefined));
      runner.retry();
    },

    async resumeDay() {
      const waiting = (await store.batches()).filter(({ paused }) => paused?.by === 'day');
      // It may be paused for another reason by now.
      for (const { id } of waiting) await change(id, withoutDayPause);
    },

    setBudget: (batchId, budget) => change(batchId, (batch) => withBudget(batch, budget)),

    async cancelRest(batchId) {
      const isOfRest = (job: Job) => job.batch?.id === batchId && isBeforeOrder(job);
      const rest = inCancelOrder((await store.open()).filter(isOfRest));
      // An order may have begun meanwhile, and is paid for.
      for (const { id } of rest) await commands.cancel(id, isOfRest);
    },

    retryFailed: async (batchId) => {
      const ids = new Set(await store.rowsOfBatch(batchId));
      const failed = (await store.entries()).filter(
        ({ id, condition }) => condition === 'failed' && ids.has(id),
      );
      await commands.retryAll(failed.map(({ id }) => id));
    },

    async answer(batchId, question, answer) {
      const leave = question === 'large' ? commands.keep : commands.useExisting;
      const reason = question === 'large' ? 'already-large' : 'duplicate';
      const give = (id: string) =>
        answer === 'leave' ? leave(id) : commands.upscaleAnyway(id, reason);
      const isAsking = (job: Job) => job.batch?.id === batchId && entryOf(job).asks === question;
      for (const { id } of (await store.open()).filter(isAsking)) await give(id);
    },

    remove: async (batchId) => commands.removeAll(await store.rowsOfBatch(batchId)),
  };
}
