/** Batches as the history shows them. */
import type { BatchSummary } from '@/lib/jobs/model/batch-counts';

/** A batch at work, of which some were left out, some have ended and one failed. */
export function sampleBatch(): BatchSummary {
  return {
    batch: {
      id: 'batch',
      name: 'Harbour photographs',
      createdAt: 0,
      target: '2k',
      size: 40,
      leftOut: { large: 3, known: 5 },
      budget: 50,
    },
    counts: {
      found: 48,
      large: 3,
      known: 5,
      done: 17,
      failed: 1,
      cancelled: 0,
      waiting: 22,
      gone: 0,
    },
    spent: 36,
    jumps: [],
    leftMs: 4 * 60_000,
  };
}
