import type { BlankFlaw } from '@/lib/images/quality/check-result';
import type { Target } from '@/lib/jimeng/model/tools';
import type { Job } from './job';
import { isKept } from './selectors';

/** What the row alone says against its result. */
export type ResultFlaw = BlankFlaw | 'wrong-shape' | 'not-larger' | 'short-of-target';

/** px. The smallest size that is called 2K or 4K anywhere; the service names no size and usually delivers more. */
const LEAST_LONG_SIDE: Record<Target, number> = { '2k': 2048, '4k': 3840 };
/** Relative difference of aspect ratio beyond mere rounding. */
const SHAPE_TOLERANCE = 0.02;

/** Flaws of the result of a finished job; empty if there are none or nothing is known. */
export function resultFlaws(
  job: Pick<Job, 'stage' | 'submission' | 'source' | 'result' | 'options'>,
): ResultFlaw[] {
  const { source, result, submission } = job;
  if (job.stage !== 'done' || isKept(job) || !source || !result) return [];
  const flaws: ResultFlaw[] = result.flaw ? [result.flaw] : [];
  if (isOtherShape(source, result)) flaws.push('wrong-shape');
  if (result.width <= source.sentWidth && result.height <= source.sentHeight) {
    flaws.push('not-larger');
  } else if (
    // Fast HD doubles the size, whatever the target.
    submission?.tool !== 'fast-hd' &&
    Math.max(result.width, result.height) < LEAST_LONG_SIDE[job.options.target]
  ) {
    flaws.push('short-of-target');
  }
  return flaws;
}

/** Whether the person should check the result first. */
export function isDoubtful({ source, result }: Pick<Job, 'source' | 'result'>): boolean {
  if (!source || !result) return false;
  return result.flaw !== undefined || isOtherShape(source, result);
}

function isOtherShape(
  { sentWidth, sentHeight }: { sentWidth: number; sentHeight: number },
  { width, height }: { width: number; height: number },
): boolean {
  if (Math.min(sentWidth, sentHeight, width, height) < 1) return false;
  // One px matters in a very narrow image.
  const tolerance = SHAPE_TOLERANCE + 1 / Math.min(sentWidth, sentHeight);
  return Math.abs(Math.log(width / height / (sentWidth / sentHeight))) > tolerance;
}
