import { ImageError } from '../../formats/errors';
import type { Size } from '../bands/raster';
import { largestScale, type StripPlan } from './plan-parts';

/** By how much the proportions of a result may differ from those of its part. */
const SAME_SHAPE = 0.03;
/** Sides are whole px: a result that is this much longer or shorter than computed is not resampled. */
const ROUNDING = 1;

/** Where a result lies along the axis of the joined picture, px. */
interface Placement {
  start: number;
  length: number;
}

/** How results become one picture: plain data. */
export interface JoinPlan extends Size {
  axis: 'x' | 'y';
  /** Size of the joined picture as a multiple of the source's. */
  scale: number;
  /** All have the width of the picture across the axis. */
  parts: Placement[];
}

/**
 * The size of the joined picture, and the place of each result in it. The smallest result decides the
 * scale, so that no part is enlarged here; `RESULT_LIMITS` may make it smaller. A result that already
 * has its size within a pixel is copied as it is.
 * @param results sizes of the results, px, in the order of the parts
 * @throws ImageError `image-broken` if a result does not have the shape of its part; RangeError if
 *   there are more or fewer results than parts
 */
export function planJoin(plan: StripPlan, results: readonly Size[]): JoinPlan {
  const { axis, parts } = plan;
  if (results.length !== parts.length) throw new RangeError('one result for each part');
  const across = axis === 'y' ? plan.width : plan.height;
  const found = results.map((result) => onAxis(axis, result));
  const scales = found.map(({ across: side }) => side / across);
  const scale = Math.min(largestScale(plan), ...scales);
  const side = Math.round(across * scale);
  const placed = parts.map((part, index): Placement => {
    const begin = axis === 'y' ? part.top : part.left;
    const { along } = onAxis(axis, part);
    const result = found[index] ?? { along: 0, across: 0 };
    const stretch = (result.along * across) / (result.across * along);
    if (!(Math.abs(stretch - 1) <= SAME_SHAPE)) throw new ImageError('image-broken');
    const start = Math.round(begin * scale);
    const length = Math.round((begin + along) * scale) - start;
    const isRounded = result.across === side && Math.abs(result.along - length) <= ROUNDING;
    return { start, length: isRounded ? result.along : length };
  });
  const last = placed.at(-1) ?? { start: 0, length: 0 };
  const whole = last.start + last.length;
  const size = axis === 'y' ? { width: side, height: whole } : { width: whole, height: side };
  return { axis, scale, ...size, parts: placed };
}

function onAxis(axis: 'x' | 'y', { width, height }: Size): { along: number; across: number } {
  return axis === 'y' ? { along: height, across: width } : { along: width, across: height };
}
