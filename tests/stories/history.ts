/** A history as the popup shows it, made of rows. */
import type { HistoryView } from '@/components/history/history-view';
import { CONDITIONS, type Condition, entryOf } from '@/lib/jobs/model/history-entry';
import type { Job } from '@/lib/jobs/model/job';
import { countsByFilter, EVERYTHING, type Query, select } from '@/lib/jobs/model/query';

/** A history that is wholly read; newest first by default. */
export function historyOf(
  jobs: readonly Job[],
  { query = EVERYTHING, listed = query, ...parts }: Partial<HistoryView> = {},
): HistoryView {
  const all = jobs.map(entryOf);
  const count = (condition: Condition) => all.filter((entry) => entry.condition === condition);
  const counts = CONDITIONS.map((condition) => [condition, count(condition).length]);
  return {
    query: query as Query,
    listed,
    entries: select(all, listed, (a, b) => a.localeCompare(b)),
    isWhole: true,
    counts: countsByFilter(Object.fromEntries(counts) as Record<Condition, number>),
    jobs: new Map(jobs.map((job) => [job.id, job])),
    thumbs: new Map(),
    signInWaits: jobs.filter(({ waiting }) => waiting?.reason === 'sign-in').length,
    isPaused: false,
    batches: [],
    waitingBatches: [],
    ...parts,
  };
}
