import type { Target } from '@/lib/jimeng/model/tools';
import type { HistoryEntry } from '@/lib/jobs/model/history-entry';
import type { Job } from '@/lib/jobs/model/job';
import { type Filter, isNarrow, type Query } from '@/lib/jobs/model/query';

/** The history as the popup shows it: entries for all of it, and full jobs for the rows in view. */
export interface HistoryView {
  query: Query;
  /** Entries that match the query, in its order. */
  entries: readonly HistoryEntry[];
  /** Whether these are all entries; otherwise they are the newest. */
  isWhole: boolean;
  /** Number of jobs per filter. */
  counts: Readonly<Record<Filter, number>>;
  /** The jobs that have been read. */
  jobs: ReadonlyMap<string, Job>;
  /** Object URLs of their thumbnails. */
  thumbs: ReadonlyMap<string, string>;
  /** Number of jobs that wait for a sign-in. */
  signInWaits: number;
  /** The removal that can still be undone. */
  removal?: { at: number; count: number } | undefined;
  /** A recent click that made no new job because the job `jobId` already has the image. */
  joined?: { jobId: string; at: number; target: Target } | undefined;
}

/** What the list asks of the page that mounts it, besides `Actions` on jobs. */
export interface HistoryActions {
  ask(query: Query): void;
  /** Reports the rows in view; the others may be unloaded. */
  show(ids: readonly string[]): void;
  /** Requests all entries, not just the newest. */
  readAll(): void;
  saveAll(ids: readonly string[]): void;
  /** Retries those that cost nothing to retry. */
  retryAll(ids: readonly string[]): void;
  removeAll(ids: readonly string[]): void;
  undoRemoval(at: number): void;
  /** Retries reading a history that could not be read. */
  readAgain(): void;
  /** Scrolls to a job, even if the query excludes it. */
  goTo(id: string): void;
}

/** With fewer jobs than this, all are in view and search is pointless. */
const WORTH_SEARCHING = 7;

/** Whether the history is long enough to search, or already filtered. */
export function isWorthSearching({
  counts,
  query,
}: Pick<HistoryView, 'counts' | 'query'>): boolean {
  return counts.all >= WORTH_SEARCHING || isNarrow(query);
}
