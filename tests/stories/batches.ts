/** Batches as the history shows them. */
import type { Batch } from '@/lib/jobs/model/batch';
import { type BatchSummary, countBatch } from '@/lib/jobs/model/batch-counts';
import { entryOf } from '@/lib/jobs/model/history-entry';
import type { Job } from '@/lib/jobs/model/job';
import { ENDED, FAILED, manyJobs, NAMES, NOW, RUNNING, sampleJob, WAITING } from './jobs';

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
    needs: 0,
    asks: { large: 0, known: 0 },
    leftMs: 4 * 60_000,
  };
}

/** What a batch of a story is made of: numbers of jobs, and the parts of its summary that differ. */
interface BatchParts {
  id: string;
  name?: string;
  done?: number;
  failed?: number;
  needs?: number;
  generating?: number;
  queued?: number;
  /** Unix ms; default just now. */
  createdAt?: number;
  batch?: Partial<Batch>;
  summary?: Partial<BatchSummary>;
}

/** A batch with its jobs, oldest first, and its summary. */
export function batchStory(parts: BatchParts): { jobs: Job[]; summary: BatchSummary } {
  const { id, name = 'Harbour photographs', createdAt = NOW - 200_000 } = parts;
  const { done = 0, failed = 0, needs = 0, generating = 0, queued = 0 } = parts;
  const kinds = [
    ...Array<Job | undefined>(done).fill(ENDED.done),
    ...Array<Job | undefined>(failed).fill(FAILED['content-refused']),
    ...Array<Job | undefined>(needs).fill(WAITING.permission),
    ...Array<Job | undefined>(generating).fill(RUNNING.generating),
    ...Array<Job | undefined>(queued).fill(RUNNING.queued),
  ];
  const jobs = kinds.map((kind, index) => ({
    ...(kind ?? sampleJob()),
    id: `${id}-${index + 1}`,
    name: `harbour ${index + 1}`,
    createdAt: createdAt + index,
    batch: { id, index: index + 1 },
  }));
  const leftOut = { large: 3, known: 5 };
  const batch = {
    id,
    name,
    createdAt,
    target: '2k',
    size: jobs.length,
    leftOut,
    budget: 50,
  } as const;
  const all = { ...batch, ...parts.batch };
  return {
    jobs,
    summary: {
      batch: all,
      counts: countBatch(all, jobs.map(entryOf)),
      spent: 2 * (done + generating),
      jumps: [],
      needs,
      asks: { large: 0, known: 0 },
      ...parts.summary,
    },
  };
}

/** A batch at work, a price of which has jumped, and whose orders wait at the service. */
function runningBatch(): { jobs: Job[]; summary: BatchSummary } {
  const queue = { place: 12, length: 340 };
  const story = batchStory({
    id: 'running',
    done: 2,
    failed: 1,
    needs: 2,
    generating: 2,
    queued: 33,
    summary: {
      asks: { large: 1, known: 1 },
      queue,
      leftMs: 4 * 60_000,
      jumps: [{ jobId: 'running-2', name: 'harbour 2', expected: 2, price: 9 }],
    },
  });
  const jobs = story.jobs.map((job, index) => {
    if (index === 1) return { ...job, credits: 9 };
    // The second order has begun.
    const waits = job.submission && job.stage === 'generating' && index === 5;
    return waits ? { ...job, submission: { ...job.submission, queue } } : job;
  }) as Job[];
  return { ...story, jobs };
}

/** Batches that stand still or have ended, each for another reason. */
function endedBatches(): { jobs: Job[]; batches: BatchSummary[] } {
  const at = (index: number) => NOW - index * 60_000;
  const stories = [
    batchStory({
      id: 'budget',
      done: 25,
      queued: 15,
      createdAt: at(1),
      batch: { paused: { by: 'budget', at: NOW } },
    }),
    batchStory({
      id: 'risk',
      name: '',
      done: 4,
      queued: 9,
      createdAt: at(2),
      batch: { paused: { by: 'risk', at: NOW } },
    }),
    batchStory({
      id: 'refused',
      failed: 1,
      done: 3,
      queued: 9,
      createdAt: at(2),
      batch: { paused: { by: 'refused', at: NOW } },
    }),
    batchStory({
      id: 'failed',
      name: NAMES.long ?? '',
      failed: 12,
      createdAt: at(3),
      batch: { leftOut: { large: 0, known: 0 } },
    }),
    batchStory({ id: 'done', done: 40, createdAt: at(4), name: NAMES['right to left'] ?? '' }),
  ];
  return {
    jobs: stories.flatMap((story) => story.jobs),
    batches: stories.map(({ summary }) => summary),
  };
}

const [RUNNING_BATCH, ENDED_BATCHES] = [runningBatch(), endedBatches()];
const LARGE = batchStory({
  id: 'large',
  done: 480,
  failed: 8,
  generating: 2,
  queued: 10,
  batch: { budget: 1_000 },
});
/** Single rows below the batches. */
const LATER = manyJobs(4).map((job) => ({ ...job, createdAt: job.createdAt - 3_600_000 }));

/** scripts/pictures/stories.ts opens the batch in those that end in `-open`. */
export const BATCH_STORIES = {
  batch: {
    jobs: [...RUNNING_BATCH.jobs, ...LATER],
    history: { batches: [RUNNING_BATCH.summary] },
  },
  'batch-paused': {
    jobs: [...ENDED_BATCHES.jobs, ...LATER],
    history: { isPaused: true, batches: ENDED_BATCHES.batches },
  },
  'batch-large-open': { jobs: LARGE.jobs, history: { batches: [LARGE.summary] } },
  'panel-batch-open': {
    jobs: [...RUNNING_BATCH.jobs.slice(0, 7), ...LATER],
    history: { batches: [RUNNING_BATCH.summary] },
  },
};
