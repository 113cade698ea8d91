import type { QueuePlace } from '@/lib/jimeng/model/task-report';
import type { Batch, BatchQuestion } from './batch';
import type { HistoryEntry } from './history-entry';
import type { Job } from './job';
import type { PriceJump } from './order-record';

/** Where the pictures of a batch are. */
export interface BatchCounts {
  /** Sum of all the others. */
  found: number;
  /** Left out: large already, and upscaled before. */
  large: number;
  known: number;
  done: number;
  failed: number;
  cancelled: number;
  /** Not ended. */
  waiting: number;
  /** Rows that are no more: removed, or the same picture as another row. */
  gone: number;
}

/** All counts, in the order in which they are shown. */
export const BATCH_COUNTS = [
  'found',
  'large',
  'known',
  'done',
  'failed',
  'waiting',
  'cancelled',
  'gone',
] as const satisfies readonly (keyof BatchCounts)[];

/** A batch as pages show it. */
export interface BatchSummary {
  batch: Batch;
  counts: BatchCounts;
  /** Credits that its orders cost, or may cost while that is not known. */
  spent: number;
  /** Orders that cost more than expected. */
  jumps: PriceJump[];
  /** Rows that wait for the person; `counts.waiting` has them, too. */
  needs: number;
  /** Of these, rows that one answer is enough for. */
  asks: Record<BatchQuestion, number>;
  /** The best place of its orders in the service's queue. */
  queue?: QueuePlace;
  /** Estimate of the time left, ms; undefined while too few have finished, and if none is left. */
  leftMs?: number;
}

type Row = Pick<HistoryEntry, 'condition' | 'finishedAt'>;

/** Counts a batch. They add up: each row that was written is in exactly one class. Pure. */
export function countBatch(
  { size, leftOut: { large, known } }: Batch,
  rows: readonly Row[],
): BatchCounts {
  const count = (...conditions: Row['condition'][]) =>
    rows.filter(({ condition }) => conditions.includes(condition)).length;
  return {
    found: Math.max(size, rows.length) + large + known,
    large,
    known,
    done: count('done'),
    failed: count('failed'),
    cancelled: count('cancelled'),
    waiting: count('running', 'needs'),
    gone: Math.max(0, size - rows.length),
  };
}

/** The best place in the queue of jobs whose order waits at the service. Pure. */
export function bestPlace(
  jobs: readonly Pick<Job, 'stage' | 'submission'>[],
): QueuePlace | undefined {
  const places = jobs.flatMap(({ stage, submission }) =>
    stage === 'generating' && submission?.queue ? [submission.queue] : [],
  );
  return places.toSorted((a, b) => a.place - b.place)[0];
}

/** Finished rows whose pace is looked at. */
const PACE_OF = 12;
/** Gaps between ends that make a pace. */
const LEAST_GAPS = 2;

/**
 * Estimate of the time left, ms, by the median time between the latest results: pauses are outliers and do not
 * count. Undefined while too few are done, and if none is left. Pure.
 */
export function timeLeft(rows: readonly Row[], waiting: number): number | undefined {
  const ends = rows
    .flatMap(({ condition, finishedAt }) =>
      condition === 'done' && finishedAt !== undefined ? [finishedAt] : [],
    )
    .sort((a, b) => a - b)
    .slice(-PACE_OF);
  const gaps = ends.slice(1).map((end, index) => end - (ends[index] ?? end));
  if (waiting === 0 || gaps.length < LEAST_GAPS) return undefined;
  gaps.sort((a, b) => a - b);
  return (gaps[Math.floor(gaps.length / 2)] ?? 0) * waiting;
}
