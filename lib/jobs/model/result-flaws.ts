import type { BlankFlaw } from '@/lib/images/quality/check-result';
import type { Target } from '@/lib/jimeng/model/tools';
import type { Job } from './job';
import { isKept } from './selectors';

/** Faults of a result that the row alone shows. */
export type ResultFlaw =
  | BlankFlaw
  | 'transparency-lost'
  | 'wrong-shape'
  | 'not-larger'
  | 'short-of-target';

/** px of the long side. The smallest size called 2K or 4K; the service usually delivers more. */
const LEAST_LONG_SIDE: Record<Target, number> = { '2k': 2048, '4k': 3840 };
/** Relative change of the aspect ratio beyond rounding. */
const SHAPE_TOLERANCE = 0.02;

/** Faults of the result of a finished row; empty if there are none or nothing is known. */
export function resultFlaws(
  job: Pick<Job, 'stage' | 'submission' | 'source' | 'result' | 'options'>,
): ResultFlaw[] {
  const { source, result, submission } = job;
  if (job.stage !== 'done' || isKept(job) || !source || !result) return [];
  const flaws: ResultFlaw[] = result.flaw ? [result.flaw] : [];
  if (isOtherShape(source, result)) flaws.push('wrong-shape');
  if (!isEnlarged({ width: source.sentWidth, height: source.sentHeight }, result)) {
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

/** Whether a result (px) is larger than what was sent; anything else is no upscale. */
export function isEnlarged(
  sent: { width: number; height: number },
  { width, height }: { width: number; height: number },
): boolean {
  return width > sent.width || height > sent.height;
}

/** Whether the person should check the result before trusting it. */
export function isDoubtful({ source, result }: Pick<Job, 'source' | 'result'>): boolean {
  if (!source || !result) return false;
  return result.flaw !== undefined || isOtherShape(source, result);
}

function isOtherShape(
  { sentWidth, sentHeight }: { sentWidth: number; sentHeight: number },
  { width, height }: { width: number; height: number },
): boolean {
  if (Math.min(sentWidth, sentHeight, width, height) < 1) return false;
  // One px is a large relative error in a very narrow picture.
  const tolerance = SHAPE_TOLERANCE + 1 / Math.min(sentWidth, sentHeight);
  return Math.abs(Math.log(width / height / (sentWidth / sentHeight))) > tolerance;
}
