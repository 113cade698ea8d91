import type { BatchSummary } from '@/lib/jobs/model/batch-counts';
import type { HistoryEntry } from '@/lib/jobs/model/history-entry';
import { showsBatches } from '@/lib/jobs/model/query';
import type { HistoryView } from './history-view';

/** Position of a row, from 1; of a job in an open batch its position there. */
export interface RowPlace {
  at: number;
  of: number;
}

/** A row of the list: a job, or a batch with its jobs below it while it is open. */
export type ListRow = {
  /** Unix ms by which it has its place in the list. Jobs of an open batch have that of the batch. */
  time: number;
  place: RowPlace;
} & (
  | {
      kind: 'job';
      id: string;
      entry: HistoryEntry;
      /** The open batch in which it is shown. */
      inside?: BatchSummary;
    }
  | {
      kind: 'batch';
      id: string;
      summary: BatchSummary;
      /** Its jobs in the order picked, as far as they were read. */
      entries: readonly HistoryEntry[];
      isOpen: boolean;
    }
);

/** Id of the row of a batch. Ids of jobs have no slash. */
function batchRowId(batchId: string): string {
  return `batch/${batchId}`;
}

/**
 * The rows of the list. The jobs of a batch are in its row, at the place of the first of them. Pure.
 * @param opened ids of the batches that are open
 */
export function rowsOf(
  { entries, isWhole, counts, batches, listed }: ListedHistory,
  opened: ReadonlySet<string>,
): ListRow[] {
  const shown = showsBatches(listed) ? batches : [];
  const summaries = new Map(shown.map((summary) => [summary.batch.id, summary]));
  const jobsOf = Map.groupBy(entries, ({ batch }) => batch);
  const placed = new Set<string>();
  const top = entries.filter(({ batch }) => {
    if (batch === undefined || !summaries.has(batch)) return true;
    if (placed.has(batch)) return false;
    placed.add(batch);
    return true;
  });
  // A list that is not wholly read is never filtered.
  const of = isWhole ? top.length : counts.all - jobsIn(shown) + shown.length;

  return top.flatMap((entry, index): ListRow[] => {
    const place = { at: index + 1, of };
    const time = entry.createdAt;
    const summary = entry.batch === undefined ? undefined : summaries.get(entry.batch);
    if (!summary) return [{ kind: 'job', id: entry.id, entry, time, place }];
    const { id } = summary.batch;
    const jobs = (jobsOf.get(id) ?? []).toSorted((a, b) => a.createdAt - b.createdAt);
    const isOpen = opened.has(id);
    const row = { kind: 'batch', id: batchRowId(id), summary, entries: jobs, isOpen } as const;
    const total = jobsIn([summary]);
    return [
      { ...row, time, place },
      ...(isOpen ? jobs : []).map((job, at): ListRow => {
        const inBatch = { at: at + 1, of: Math.max(total, jobs.length) };
        return { kind: 'job', id: job.id, entry: job, inside: summary, time, place: inBatch };
      }),
    ];
  });
}

/** What the rows are made of. */
export type ListedHistory = Pick<
  HistoryView,
  'entries' | 'isWhole' | 'counts' | 'batches' | 'listed'
>;

/** All entries in the order of the list with every batch open. Pure. */
export function inListOrder(history: ListedHistory): HistoryEntry[] {
  return rowsOf(history, new Set()).flatMap((row) =>
    row.kind === 'batch' ? row.entries : row.entry,
  );
}

/** Number of jobs in these batches. */
function jobsIn(batches: readonly BatchSummary[]): number {
  return batches.reduce(
    (sum, { counts: { done, failed, cancelled, waiting } }) =>
      sum + done + failed + cancelled + waiting,
    0,
  );
}
