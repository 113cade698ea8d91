import type { Target } from '@/lib/jimeng/model/tools';
import { CONDITIONS, type HistoryEntry } from '../model/history-entry';
import { isEnded, type Job } from '../model/job';
import type { Counts } from '../model/query';
import { type Connection, connectDatabase } from './connection';
import { fromStored } from './schema';

/** A click that became no row of its own, because another row has its picture. */
export interface Joined {
  /** That other row. */
  jobId: string;
  /** What it becomes. */
  target: Target;
  /** Unix ms. */
  at: number;
}

/** Key of the latest `Joined` among what all rows share. */
export const JOINED = 'joined';

/** What pages read of the history. They write nothing, so that is all of the store they load. */
export interface HistoryReading {
  /** Rows by creation, newest first. */
  list(limit?: number): Promise<Job[]>;
  /** These rows and their small pictures, as far as they exist. */
  show(ids: readonly string[]): Promise<{ job: Job; thumb: Blob | undefined }[]>;
  /** What must be known of every row that is shown, in no order. */
  entries(): Promise<HistoryEntry[]>;
  entry(id: string): Promise<HistoryEntry | undefined>;
  counts(): Promise<Counts>;
  /** How many rows have failed after a moment, Unix ms; of the rows themselves none is read. */
  failedSince(at: number): Promise<number>;
  /** The latest removal that can be undone, and how many rows went with it. */
  lastHidden(): Promise<{ at: number; count: number } | undefined>;
  /** The latest click that became no row of its own. */
  lastJoined(): Promise<Joined | undefined>;
  /** Rows that have not ended, oldest first. */
  open(): Promise<Job[]>;
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
        const tx = db.transaction(['jobs', 'blobs']);
        const shown = await Promise.all(
          ids.map(async (id) => {
            const [stored, thumb] = await Promise.all([
              tx.objectStore('jobs').get(id),
              tx.objectStore('blobs').get(`${id}/thumb`),
            ]);
            const job = fromStored(stored);
            return job ? [{ job, thumb }] : [];
          }),
        );
        return shown.flat();
      }),

    entries: () => read(async (db) => (await db.getAll('entries')).filter(isValidEntry)),

    entry: (id) => read((db) => db.get('entries', id)),

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
  };
}

/** Opens the database for a page. Rejects with NewerHistory when a newer version of the extension has written it. */
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
