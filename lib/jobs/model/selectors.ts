import { isEnded, type Job, type Submission } from './job';
import { isJoining, partsDone } from './parts';

/** What a job is doing now, finer than its stage; each key has a label in every language. */
export const STAGE_KEYS = [
  'preparing',
  'uploading',
  'slot',
  'ordering',
  'checking',
  'generating',
  'collecting',
  'joining',
  'done',
  'failed',
  'cancelled',
] as const;
export type StageKey = (typeof STAGE_KEYS)[number];

/** Key of the words that say what the row is doing. */
export function stageKey(job: Pick<Job, 'stage' | 'polls' | 'source' | 'part'>): StageKey {
  switch (job.stage) {
    case 'queued':
      return 'preparing';
    case 'acquired':
      return isJoining(job) ? 'joining' : 'uploading';
    case 'uploaded':
      return 'slot';
    case 'submitting':
      // An unanswered order that was polled is being searched for, not sent.
      return job.polls > 0 ? 'checking' : 'ordering';
    case 'ready':
      return 'collecting';
    default:
      return job.stage;
  }
}

/** Whether the row is in progress: not ended, not waiting. */
export function isRunning(job: Pick<Job, 'stage' | 'waiting'>): boolean {
  return !isEnded(job) && !job.waiting;
}

/**
 * Whether what a row shows changes while time passes: the progress of its order, the time it takes, or that until it is
 * tried again.
 */
export function goesByClock(
  job: Pick<Job, 'stage' | 'waiting' | 'submission' | 'notBefore'>,
): boolean {
  const { stage, submission, notBefore } = job;
  const hasTime = stage === 'generating' || submission !== undefined || notBefore !== undefined;
  return isRunning(job) && hasTime;
}

/** Whether the picture was kept as found: done without an order. */
export function isKept(job: Pick<Job, 'stage' | 'submission'>): boolean {
  return job.stage === 'done' && !job.submission;
}

/** Progress at the start of each stage; generating fills the space up to `ready`. */
const STAGE_PROGRESS = {
  queued: 0.04,
  acquired: 0.12,
  uploaded: 0.24,
  submitting: 0.28,
  generating: 0.32,
  ready: 0.94,
} as const;

/** Of a long picture, once all parts are stored. */
const JOINING_PROGRESS = 0.97;

/** Assumed when the service gives no forecast. */
const TYPICAL_MS = 20_000;

/** Share of the generating band that is reached when the forecast has passed. */
const AT_FORECAST = 0.85;

/**
 * Progress of a running job, from 0 to below 1; undefined for
 * jobs that wait or have ended. It never falls while time passes or stages advance.
 */
export function progressOf(job: Job, now: number): number | undefined {
  const progress = progressOfOrder(job, now);
  const count = job.source?.parts?.parts.length;
  if (progress === undefined || count === undefined) return progress;
  if (isJoining(job)) return JOINING_PROGRESS;
  const { queued } = STAGE_PROGRESS;
  return queued + (JOINING_PROGRESS - queued) * (((job.part ?? 0) + progress) / count);
}

function progressOfOrder(job: Job, now: number): number | undefined {
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

/** Linear up to the forecast, then ever slower, and never complete. */
function generatingShare(elapsed: number, forecast: number): number {
  const passed = elapsed / Math.max(forecast, 1);
  if (passed <= 1) return AT_FORECAST * passed;
  return 1 - (1 - AT_FORECAST) * Math.exp(1 - passed);
}

/**
 * Time the job has taken, ms: since its order, or since its creation while
 * nothing is ordered; of a long picture that is done, since its first order. Waiting for a sign-in before the order does not count.
 */
export function elapsedMs(
  job: Pick<
    Job,
    'createdAt' | 'finishedAt' | 'submission' | 'stage' | 'source' | 'pastSubmissions'
  >,
  now: number,
): number {
  const first = job.stage === 'done' && job.source?.parts ? partsDone(job)[0] : undefined;
  const from = first?.at ?? job.submission?.at ?? job.createdAt;
  return Math.max(0, (job.finishedAt ?? now) - from);
}

/** Forecast time left in ms; undefined without a forecast, or once the forecast has passed. */
export function remainingMs(job: Job, now: number): number | undefined {
  const forecast = job.submission?.forecastMs;
  if (job.stage !== 'generating' || job.waiting || forecast === undefined) return undefined;
  const left = forecast - elapsedMs(job, now);
  return left > 0 ? left : undefined;
}

/** Time in ms until a failed step is retried; undefined if none is pending. */
export function retryInMs(
  job: Pick<Job, 'attempt' | 'notBefore'>,
  now: number,
): number | undefined {
  if (job.attempt === 0 || job.notBefore === undefined || job.notBefore <= now) return undefined;
  return job.notBefore - now;
}

/** The failed order after which Automatic switched to another upscaler, if it did. */
export function switchedFrom(
  job: Pick<Job, 'options' | 'submission' | 'pastSubmissions'>,
): Submission | undefined {
  const { submission, pastSubmissions } = job;
  if (!submission || job.options.upscaler !== 'auto') return undefined;
  const { tool, part } = submission;
  return pastSubmissions.findLast((past) => past.part === part && past.tool !== tool);
}

/** Start of the local day of `at`, Unix ms. */
export function startOfDay(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}

/** Whether a larger version was taken, and the image on the page can still be taken instead. */
export function canUseShown({ origin, source, isImported }: Job): boolean {
  return origin.kind === 'page' && source?.via === 'larger-original' && !isImported;
}
