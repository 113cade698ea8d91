import { isEnded, type Job, type Submission } from './job';

/** What a row is doing now, finer than its stage; each key has words in every language. */
export const STAGE_KEYS = [
  'preparing',
  'uploading',
  'slot',
  'ordering',
  'checking',
  'generating',
  'collecting',
  'done',
  'failed',
  'cancelled',
] as const;
export type StageKey = (typeof STAGE_KEYS)[number];

/** Key of the words that say what the row is doing. */
export function stageKey(job: Pick<Job, 'stage' | 'polls'>): StageKey {
  switch (job.stage) {
    case 'queued':
      return 'preparing';
    case 'acquired':
      return 'uploading';
    case 'uploaded':
      return 'slot';
    case 'submitting':
      // A look at an order that was never answered means it is being searched for, not sent.
      return job.polls > 0 ? 'checking' : 'ordering';
    case 'ready':
      return 'collecting';
    default:
      return job.stage;
  }
}

/** Whether the row moves by itself: not ended, and nothing keeps it waiting. */
export function isRunning(job: Pick<Job, 'stage' | 'waiting'>): boolean {
  return !isEnded(job) && !job.waiting;
}

/** Whether the picture was kept as it was found: it is done, and nothing was ever ordered for it. */
export function isKept(job: Pick<Job, 'stage' | 'submission'>): boolean {
  return job.stage === 'done' && !job.submission;
}

/** Where in the bar each stage stands; generating fills the space up to `ready`. */
const STAGE_PROGRESS = {
  queued: 0.04,
  acquired: 0.12,
  uploaded: 0.24,
  submitting: 0.28,
  generating: 0.32,
  ready: 0.94,
} as const;

/** Assumed when the service gives no forecast. */
const TYPICAL_MS = 20_000;

/** Share of the generating band that is reached when the forecast is up. */
const AT_FORECAST = 0.85;

/**
 * How far a running row is, from 0 to 1 without ever reaching 1; undefined for
 * rows that wait or have ended. It never falls while time passes or stages advance.
 */
export function progressOf(job: Job, now: number): number | undefined {
  if (job.waiting) return undefined;
  switch (job.stage) {
    case 'done':
    case 'failed':
    case 'cancelled':
      return undefined;
    case 'generating': {
      const share = generatingShare(elapsedMs(job, now), job.submission?.forecastMs ?? TYPICAL_MS);
      const { generating, ready } = STAGE_PROGRESS;
      return generating + (ready - generating) * share;
    }
    default:
      return STAGE_PROGRESS[job.stage];
  }
}

/** Straight up to the forecast, then ever slower: a late picture still moves, and never looks finished. */
function generatingShare(elapsed: number, forecast: number): number {
  const passed = elapsed / Math.max(forecast, 1);
  if (passed <= 1) return AT_FORECAST * passed;
  return 1 - (1 - AT_FORECAST) * Math.exp(1 - passed);
}

/**
 * Time the row has taken, in ms: since its order, or since it was made when
 * nothing was ordered yet. Waiting for a sign-in before the order does not count.
 */
export function elapsedMs(
  job: Pick<Job, 'createdAt' | 'finishedAt' | 'submission'>,
  now: number,
): number {
  const from = job.submission?.at ?? job.createdAt;
  return Math.max(0, (job.finishedAt ?? now) - from);
}

/** Forecast time left in ms; undefined without a forecast, or once the forecast has passed. */
export function remainingMs(job: Job, now: number): number | undefined {
  const forecast = job.submission?.forecastMs;
  if (job.stage !== 'generating' || job.waiting || forecast === undefined) return undefined;
  const left = forecast - elapsedMs(job, now);
  return left > 0 ? left : undefined;
}

/** Time in ms until a failed step is tried again; undefined when nothing is being held back. */
export function retryInMs(
  job: Pick<Job, 'attempt' | 'notBefore'>,
  now: number,
): number | undefined {
  if (job.attempt === 0 || job.notBefore === undefined || job.notBefore <= now) return undefined;
  return job.notBefore - now;
}

/** The earlier order whose failure made Automatic go on with another upscaler, if that happened. */
export function switchedFrom(
  job: Pick<Job, 'options' | 'submission' | 'pastSubmissions'>,
): Submission | undefined {
  const { submission, pastSubmissions } = job;
  if (!submission || job.options.upscaler !== 'auto') return undefined;
  return pastSubmissions.findLast((past) => past.tool !== submission.tool);
}

/** First moment of the local day that holds `at`. */
export function startOfDay(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}
