import type { Target } from '@/lib/jimeng/model/tools';
import { BATCH_PAUSES, type Batch, type BatchQuestion, type WaitingBatch } from '../model/batch';
import { type BatchSummary, bestPlace, countBatch, timeLeft } from '../model/batch-counts';
import type { CostLedger } from '../model/cost-ledger';
import { byId, CONDITIONS, type HistoryEntry, type KeptBytes } from '../model/history-entry';
import { isEnded, type Job } from '../model/job';
import { priceJumps } from '../model/order-record';
import type { Counts } from '../model/query';
import { type KnownOrder, spending } from '../rules/budget';
import { type Connection, connectDatabase } from './connection';
import { readHandedIn, waitingBatchesIn } from './handed-in';
import { PAUSED_KEY } from './queues';
import { fromStored } from './schema';

/** A click that joined another row because that row has its picture. */
export interface Joined {
  /** The other job. */
  jobId: string;
  /** Its target. */
  target: Target;
  /** Unix ms. */
  at: number;
}

/** A job that took longer is no longer waited for, ms. */
const LONG_MS = 24 * 60 * 60_000;

/** Key of the latest `Joined` in the shared values. */
export const JOINED = 'joined';

/** What a page has read of batches: it reads only what has changed since. */
export interface KnownBatches {
  /** By id of the batch. */
  summaries: Map<string, BatchSummary>;
  /** Entries by id, by id of their batch. */
  rows: Map<string, Map<string, HistoryEntry>>;
  /** Jobs that have orders, by id; undefined for one that is gone. */
  jobs: Map<string, Job | undefined>;
}

/** The read-only part of the store, for pages: they write nothing. */
export interface HistoryReading {
  /** Jobs by creation time, newest first. */
  list(limit?: number): Promise<Job[]>;
  /** The rows of these ids, as far as they exist. */
  show(ids: readonly string[]): Promise<Job[]>;
  /** The thumbnails of these ids, as far as they exist. */
  thumbs(ids: readonly string[]): Promise<Map<string, Blob>>;
  /** The entries of all rows, unordered. */
  entries(): Promise<HistoryEntry[]>;
  entry(id: string): Promise<HistoryEntry | undefined>;
  /** Bytes of all rows on display, by what they are. Reads entries only. */
  keptBytes(): Promise<KeptBytes>;
  counts(): Promise<Counts>;
  /** How many rows failed after a moment, Unix ms. Reads entries only. */
  failedSince(at: number): Promise<number>;
  /**
   * Ids of the rows that were done after a moment, Unix ms; the last first. Reads the entries of the rows that are not
   * older than a day at that moment, however long the history is.
   */
  doneSince(at: number): Promise<string[]>;
  /** The finished rows of a source whose results are stored, oldest first. @param sha256 of `SourceFacts` */
  resultsOf(sha256: string): Promise<Job[]>;
  /** The latest removal that can be undone, and its number of jobs. */
  lastHidden(): Promise<{ at: number; count: number } | undefined>;
  /** The latest click that joined another row. */
  lastJoined(): Promise<Joined | undefined>;
  /** Open jobs, oldest first. */
  open(): Promise<Job[]>;
  /** Number of jobs that wait for a sign-in. Reads those that need the person, however many are open. */
  signInWaits(): Promise<number>;
  /** Unix ms since which everything is paused. */
  pausedSince(): Promise<number | undefined>;
  /**
   * The batches that have rows, newest first.
   * @param known what is not read again; what was read is added to it
   */
  batchSummaries(known?: KnownBatches): Promise<BatchSummary[]>;
  /** The batches that the person has not started yet. */
  waitingBatches(): Promise<WaitingBatch[]>;
}

export function createHistoryReading({ read }: Connection): HistoryReading {
  return {
    list: (limit = Number.POSITIVE_INFINITY) =>
      read(async (db) => {
        const jobs: Job[] = [];
        const index = db.transaction('jobs').store.index('shownAt');
        let cursor = await index.openCursor(null, 'prev');
        while (cursor && jobs.length < limit) {
          const job = fromStored(cursor.value);
          if (job) jobs.push(job);
          cursor = await cursor.continue();
        }
        return jobs;
      }),

    show: (ids) =>
      read(async (db) => {
        const { store } = db.transaction('jobs');
        const stored = await Promise.all(ids.map((id) => store.get(id)));
        return stored.map(fromStored).filter((job) => job !== undefined);
      }),

    thumbs: (ids) =>
      read(async (db) => {
        const { store } = db.transaction('blobs');
        const found = await Promise.all(ids.map((id) => store.get(`${id}/thumb`)));
        return new Map(
          ids.flatMap((id, at) => {
            const thumb = found[at];
            return thumb ? [[id, thumb] as const] : [];
          }),
        );
      }),

    entries: () => read(async (db) => (await db.getAll('entries')).filter(isValidEntry)),

    entry: (id) => read((db) => db.get('entries', id)),

    keptBytes: () =>
      read(async (db) =>
        (await db.getAll('entries')).reduce<KeptBytes>(
          (sum, { kept }) => ({
            result: sum.result + (kept?.result ?? 0),
            source: sum.source + (kept?.source ?? 0),
          }),
          { result: 0, source: 0 },
        ),
      ),

    counts: () =>
      read(async (db) => {
        const index = db.transaction('entries').store.index('condition');
        const counted = await Promise.all(CONDITIONS.map((condition) => index.count(condition)));
        return Object.fromEntries(
          CONDITIONS.map((condition, at) => [condition, counted[at] ?? 0]),
        ) as Counts;
      }),

    failedSince: (at) =>
      read(async (db) => {
        const failed = await db.getAllFromIndex('entries', 'condition', 'failed');
        return failed.filter(({ finishedAt = 0 }) => finishedAt > at).length;
      }),

    doneSince: (at) =>
      read(async (db) => {
        const recent = IDBKeyRange.lowerBound(at - LONG_MS);
        const ids = await db.getAllKeysFromIndex('jobs', 'shownAt', recent);
        const { store } = db.transaction('entries');
        const entries = await Promise.all(ids.map((id) => store.get(id)));
        return entries
          .flatMap((entry) => entry ?? [])
          .filter(({ condition, finishedAt = 0 }) => condition === 'done' && finishedAt > at)
          .sort((a, b) => (b.finishedAt ?? 0) - (a.finishedAt ?? 0))
          .map(({ id }) => id);
      }),

    resultsOf: (sha256) =>
      read(async (db) => {
        const stored = await db.getAllFromIndex('jobs', 'sha256', sha256);
        const jobs = stored.flatMap((row) => fromStored(row) ?? []);
        const results = await Promise.all(jobs.map(({ id }) => db.count('blobs', `${id}/result`)));
        return jobs
          .filter(({ stage, result }, at) => stage === 'done' && result && results[at])
          .sort((a, b) => a.createdAt - b.createdAt);
      }),

    lastHidden: () =>
      read(async (db) => {
        const index = db.transaction('jobs').store.index('removedAt');
        const last = await index.openKeyCursor(null, 'prev');
        return last ? { at: last.key, count: await index.count(last.key) } : undefined;
      }),

    lastJoined: () => read(async (db) => (await db.get('meta', JOINED)) as Joined | undefined),

    open: () =>
      read(async (db) => {
        const stored = await db.getAllFromIndex('jobs', 'open', 1);
        return stored
          .map(fromStored)
          .filter((job) => job !== undefined)
          .filter((job) => !isEnded(job))
          .sort((a, b) => a.createdAt - b.createdAt);
      }),

    signInWaits: () =>
      read(async (db) => {
        const ids = await db.getAllKeysFromIndex('entries', 'condition', 'needs');
        const { store } = db.transaction('jobs');
        const stored = await Promise.all(ids.map((id) => store.get(id)));
        return stored.filter((row) => fromStored(row)?.waiting?.reason === 'sign-in').length;
      }),

    pausedSince: () => read(async (db) => (await db.get('meta', PAUSED_KEY)) as number | undefined),

    waitingBatches: () =>
      read(async (db) =>
        waitingBatchesIn(await readHandedIn({ get: (key) => db.get('meta', key) })),
      ),

    batchSummaries: (known = { summaries: new Map(), rows: new Map(), jobs: new Map() }) =>
      read(async (db) => {
        const stored = await db.getAll('batches');
        if (stored.length === 0) return [];
        const tx = db.transaction(['entries', 'orders', 'jobs', 'meta']);
        const ledger =
          ((await tx.objectStore('meta').get('costs')) as CostLedger | undefined) ?? {};
        const summaries = await Promise.all(
          stored.filter(isValidBatch).map(async (batch): Promise<BatchSummary[]> => {
            const earlier = known.summaries.get(batch.id);
            if (earlier) return [earlier];
            const rows =
              known.rows.get(batch.id) ??
              byId(await tx.objectStore('entries').index('batch').getAll(batch.id));
            known.rows.set(batch.id, rows);
            const valid = [...rows.values()].filter(isValidEntry);
            if (valid.length === 0) return [];
            const records = await tx.objectStore('orders').index('batchId').getAll(batch.id);
            const unread = records.filter(({ jobId }) => !known.jobs.has(jobId));
            await Promise.all(
              unread.map(async ({ jobId }) => {
                known.jobs.set(jobId, fromStored(await tx.objectStore('jobs').get(jobId)));
              }),
            );
            const orders = records.map((record) => ({ record, job: known.jobs.get(record.jobId) }));
            const summary = summaryOf(batch, valid, orders, ledger);
            known.summaries.set(batch.id, summary);
            return [summary];
          }),
        );
        return summaries.flat().sort((a, b) => b.batch.createdAt - a.batch.createdAt);
      }),
  };
}

function summaryOf(
  batch: Batch,
  rows: readonly HistoryEntry[],
  orders: readonly KnownOrder[],
  ledger: CostLedger,
): BatchSummary {
  const counts = countBatch(batch, rows);
  const leftMs = batch.paused ? undefined : timeLeft(rows, counts.waiting);
  const queue = bestPlace(orders.flatMap(({ job }) => job ?? []));
  const asking = (question: BatchQuestion) => rows.filter(({ asks }) => asks === question).length;
  return {
    batch,
    counts,
    needs: rows.filter(({ condition }) => condition === 'needs').length,
    asks: { large: asking('large'), known: asking('known') },
    spent: spending(orders, ledger).spent,
    jumps: priceJumps(orders.toSorted((a, b) => a.record.at - b.record.at)),
    ...(queue && { queue }),
    ...(leftMs !== undefined && { leftMs }),
  };
}

/** Whether a stored batch has what the engine relies on. A crash or another program can damage storage. */
export function isValidBatch(batch: unknown): batch is Batch {
  const { id, name, createdAt, size, leftOut, budget, paused } = (batch ?? {}) as Partial<Batch>;
  const numbers = [createdAt, size, leftOut?.large, leftOut?.known, budget ?? 0];
  return (
    typeof id === 'string' &&
    typeof name === 'string' &&
    numbers.every(Number.isFinite) &&
    (paused === undefined || BATCH_PAUSES.includes(paused.by))
  );
}

/** Opens the database for a page. Rejects with NewerHistory if a newer version of the extension wrote it. */
export async function openHistoryReading(): Promise<HistoryReading> {
  const connection = connectDatabase();
  await connection.read(async () => undefined);
  return createHistoryReading(connection);
}

function isValidEntry(entry: HistoryEntry): boolean {
  return (
    typeof entry.text === 'string' &&
    Number.isFinite(entry.createdAt) &&
    CONDITIONS.includes(entry.condition)
  );
}
