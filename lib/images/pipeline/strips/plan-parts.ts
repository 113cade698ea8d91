import { isStrip, LONGEST_RATIO, TARGET_SIDES, type Target } from '@/lib/jimeng/model/tools';
import type { Axis, StripPlan } from '../../formats/strip-plan';
import type { Size } from '../bands/raster';
import { placeCuts } from './place-cuts';

export type { Axis, StripPlan } from '../../formats/strip-plan';

/** Why a picture is not taken at all; nothing is ordered. */
type StripRefusal =
  /** Joined, it would be too large to show: below `MIN_GAIN` times its size now. */
  | 'result-too-large'
  /** So narrow that it would take more than `MAX_PARTS` orders. */
  | 'too-many-parts';

export type StripDecision =
  | { kind: 'whole' }
  | StripPlan
  | { kind: 'refused'; reason: StripRefusal };

/** What the service takes. */
export interface PartLimits {
  /** px */
  longSide: number;
}

/**
 * The largest joined picture. Our own readers take 30,000 px and 100 MB; Firefox decodes no side above
 * 32,767 px. 32 megapixels are 128 MB decoded, so that a bitmap and a canvas of it, which saving in
 * another format takes, keep within 256 MB. Even if nothing can be compressed, their PNG has 96 MB:
 * what was paid for is never too large to be kept.
 */
export const RESULT_LIMITS = { side: 30_000, pixels: 32_000_000 } as const;
/** Below this, orders are not worth their price. */
const MIN_GAIN = 1.2;
/**
 * How much each part should at least grow if the service keeps the long side of its results to the
 * largest that has been seen. Whether it does for 1:3 is unknown. A greater gain takes more orders.
 */
const WANTED_GAIN = 1.5;
const MAX_PARTS = 32;
/** Share of a part that it has in common with the next one, and its bounds, px. */
const OVERLAP = { share: 0.06, least: 16, most: 96 } as const;

/**
 * Decides whether a picture is sent in one piece or in overlapping parts, each within 1:3 and the
 * limits. It takes as few parts as it can: each is an order with a price. The joined picture is one
 * file at the scale that the results have, or at the largest that `RESULT_LIMITS` allows. Where even
 * that is below 1.2, the picture is refused beforehand. A picture that is no strip, or too large on
 * both sides, stays whole (it is shrunk).
 * @param size of the picture as shown, px
 * @param activity how much happens at each px of the long axis (`activityOf`); cuts go where it is
 *   low. Without it the parts are equal, and so are the scales of their results.
 */
export function planParts(
  { width, height }: Size,
  target: Target,
  limits: PartLimits,
  activity?: ArrayLike<number>,
): StripDecision {
  const axis: Axis = height >= width ? 'y' : 'x';
  const [short, long] = axis === 'y' ? [width, height] : [height, width];
  const wanted = Math.max(1, TARGET_SIDES[target].shortSide / short);
  const fit = largestScale({ width, height });
  const gain = Math.max(1, Math.min(WANTED_GAIN, wanted, fit));
  const most = Math.floor(
    Math.min(limits.longSide, LONGEST_RATIO * short, TARGET_SIDES[target].longSide / gain),
  );
  // Any other picture above the limits is large already, so it is shrunk, and costs one order.
  const isLong = isStrip({ width, height }) && long > most;
  if (!isLong || short > limits.longSide) return { kind: 'whole' };
  if (fit < Math.min(MIN_GAIN, wanted)) return { kind: 'refused', reason: 'result-too-large' };
  const overlap = overlapOf(most);
  const count = Math.ceil((long - overlap) / (most - overlap));
  if (count > MAX_PARTS) return { kind: 'refused', reason: 'too-many-parts' };
  const least = Math.ceil(short / LONGEST_RATIO);
  const cuts = placeCuts({ long, overlap, count, least, most }, activity);
  const parts = cuts.map(([start, end]) =>
    axis === 'y'
      ? { left: 0, top: start, width, height: end - start }
      : { left: start, top: 0, width: end - start, height },
  );
  const scale = Math.min(fit, wanted);
  const result = { width: Math.floor(width * scale), height: Math.floor(height * scale) };
  return { kind: 'parts', width, height, axis, overlap, parts, result };
}

/** By how much a picture can grow within `RESULT_LIMITS`. */
export function largestScale({ width, height }: Size): number {
  const { side, pixels } = RESULT_LIMITS;
  return Math.min(side / Math.max(width, height), Math.sqrt(pixels / (width * height)));
}

/** @param most px of the longest part */
function overlapOf(most: number): number {
  return Math.max(OVERLAP.least, Math.min(OVERLAP.most, Math.round(most * OVERLAP.share)));
}
