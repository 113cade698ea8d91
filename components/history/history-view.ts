import type { Target } from '@/lib/jimeng/model/tools';
import type { BatchAnswer, BatchQuestion, WaitingBatch } from '@/lib/jobs/model/batch';
import type { BatchSummary } from '@/lib/jobs/model/batch-counts';
import type { HistoryEntry } from '@/lib/jobs/model/history-entry';
import type { Job } from '@/lib/jobs/model/job';
import { type Filter, isNarrow, type Query } from '@/lib/jobs/model/query';

/** The history as shown: an entry for every job, and the jobs in view. */
export interface HistoryView {
  query: Query;
  /** The query that `entries` answer: until the rows of a new one are read, the one before. */
  listed: Query;
  /** The entries that match `listed`, in its order. */
  entries: readonly HistoryEntry[];
  /** Whether all entries were read; else these are the newest. */
  isWhole: boolean;
  /** Number of jobs by filter. */
  counts: Readonly<Record<Filter, number>>;
  /** The jobs that were read. */
  jobs: ReadonlyMap<string, Job>;
  /** Object URLs of their thumbnails. */
  thumbs: ReadonlyMap<string, string>;
  /** Number of jobs that wait for a sign-in. */
  signInWaits: number;
  /** Whether everything is paused. */
  isPaused: boolean;
  /** The batches that have jobs, newest first. */
  batches: readonly BatchSummary[];
  /** The batches that the person has not started yet. */
  waitingBatches: readonly WaitingBatch[];
  /** The removal that can still be undone. */
  removal?: { at: number; count: number } | undefined;
  /** A recent click that joined job `jobId`, which has the same image. */
  joined?: { jobId: string; at: number; target: Target } | undefined;
}

/** What a person can do with the list, beside single jobs (`Actions`). */
export interface HistoryActions {
  ask(query: Query): void;
  /** Names the jobs in view. Others may be dropped from memory. */
  show(ids: readonly string[]): void;
  /** Reads all entries, not only the newest. */
  readAll(): void;
  saveAll(ids: readonly string[]): void;
  /** Saves results as one ZIP, in this order. While one is being made, the bar about it says that it has to wait. */
  saveZip(ids: readonly string[]): void;
  /** Saves a list of what came from where. */
  saveList(ids: readonly string[], format: 'csv' | 'json'): void;
  /** Stops packing the ZIP, or takes note of what became of it. */
  dismissZip(): void;
  /** Retries the jobs whose retry is free. */
  retryAll(ids: readonly string[]): void;
  removeAll(ids: readonly string[]): void;
  undoRemoval(at: number): void;
  /** Begins no new work at all, or goes on. */
  pauseAll(isPaused: boolean): void;
  /** Opens the comparison of what was just done. */
  compareDone(): void;
  /** Starts a batch that waits. @param budget credits; undefined for no limit */
  startBatch(waitingId: string, target: Target, budget: number | undefined): void;
  /** Deletes a batch that waits. */
  discardBatch(waitingId: string): void;
  pauseBatch(batchId: string): void;
  resumeBatch(batchId: string): void;
  /** Sets the most that a batch may cost, credits; undefined for no limit. */
  setBatchBudget(batchId: string, budget: number | undefined): void;
  /** Cancels the jobs of a batch that are not upscaling yet. */
  cancelBatchRest(batchId: string): void;
  retryBatchFailed(batchId: string): void;
  /** Gives all rows of a batch that ask the same the same answer. */
  answerBatch(batchId: string, question: BatchQuestion, answer: BatchAnswer): void;
  removeBatch(batchId: string): void;
  /** Opens the images of a batch as pages. */
  readBatch(batchId: string): void;
  /** Retries reading a history that could not be read. */
  readAgain(): void;
  /** Brings a job into view, even if the query hides it. */
  goTo(id: string): void;
}

/** Fewer rows than this fit into the window and need no search. */
const WORTH_SEARCHING = 7;

/** Whether the history is long enough to search, or is filtered already. */
export function isWorthSearching({
  counts,
  query,
}: Pick<HistoryView, 'counts' | 'query'>): boolean {
  return counts.all >= WORTH_SEARCHING || isNarrow(query);
}
