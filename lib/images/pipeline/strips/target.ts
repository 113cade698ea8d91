import type { Size } from '../bands/raster';

export type StripTarget = '2k' | '4k';

/**
 * px from which upscaling to a target adds nothing: the largest results that have been seen for it
 * (docs/PROTOCOL.md, section 4.2; the service promises no size).
 */
export const TARGET_SIDES: Record<StripTarget, { shortSide: number; longSide: number }> = {
  '2k': { shortSide: 2160, longSide: 3840 },
  '4k': { shortSide: 3840, longSide: 4096 },
};
/** The longest shape that the official API takes is 1:3 (docs/PROTOCOL.md, section 3.5). */
export const STRIP_RATIO = 3;

/** Whether a picture (px) is a strip: 1:3 or beyond. */
export function isStrip({ width, height }: Size): boolean {
  return Math.max(width, height) >= STRIP_RATIO * Math.min(width, height);
}

/**
 * Whether a picture (px) is already as large as a target makes it. A strip is judged by its shorter
 * side alone: 300 x 9000 is long, not large.
 */
export function isAlreadyLarge({ width, height }: Size, target: StripTarget): boolean {
  const { shortSide, longSide } = TARGET_SIDES[target];
  if (Math.min(width, height) >= shortSide) return true;
  return !isStrip({ width, height }) && Math.max(width, height) >= longSide;
}
