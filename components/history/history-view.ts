import type { Target } from '@/lib/jimeng/model/tools';
import type { HistoryEntry } from '@/lib/jobs/model/history-entry';
import type { Job } from '@/lib/jobs/model/job';
import { type Filter, isNarrow, type Query } from '@/lib/jobs/model/query';

/** The history as the popup shows it: all of it by entries, and the rows that are in sight. */
export interface HistoryView {
  query: Query;
  /** What the query asks for, in its order. */
  entries: readonly HistoryEntry[];
  /** Whether those are all; else they are the newest. */
  isWhole: boolean;
  /** How many rows each filter shows. */
  counts: Readonly<Record<Filter, number>>;
  /** The rows that have been read. */
  jobs: ReadonlyMap<string, Job>;
  /** Addresses of their small pictures. */
  thumbs: ReadonlyMap<string, string>;
  /** Rows that wait for the person to sign in. */
  signInWaits: number;
  /** The removal that can still be undone. */
  removal?: { at: number; count: number } | undefined;
  /** A click that has just become no row of its own, because the row `jobId` has its picture. */
  joined?: { jobId: string; at: number; target: Target } | undefined;
}

/** What the list asks of the page that mounts it, beside what is done to rows (`Actions`). */
export interface HistoryActions {
  ask(query: Query): void;
  /** The rows in sight; the others may be let go. */
  show(ids: readonly string[]): void;
  /** More than the newest rows is wanted. */
  readAll(): void;
  saveAll(ids: readonly string[]): void;
  /** Retries those that cost nothing to retry. */
  retryAll(ids: readonly string[]): void;
  removeAll(ids: readonly string[]): void;
  undoRemoval(at: number): void;
  /** Tries once more to read a history that could not be read. */
  readAgain(): void;
  /** Brings a row into view, whatever the query leaves out. */
  goTo(id: string): void;
}

/** Fewer rows than this are in view at once: nobody has to search them. */
const WORTH_SEARCHING = 7;

/** Whether the history is long enough for searching, or narrowed already. */
export function isWorthSearching({
  counts,
  query,
}: Pick<HistoryView, 'counts' | 'query'>): boolean {
  return counts.all >= WORTH_SEARCHING || isNarrow(query);
}
