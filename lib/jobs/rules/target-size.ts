import { isStrip, TARGET_SIDES, type Target } from '@/lib/jimeng/model/tools';

/**
 * Whether a picture (px) is already as large as a target makes it. A strip (1:3 or beyond) is judged by
 * its shorter side alone: 300 x 9000 is long, not large.
 */
export function isAlreadyLarge(size: { width: number; height: number }, target: Target): boolean {
  const { shortSide, longSide } = TARGET_SIDES[target];
  if (Math.min(size.width, size.height) >= shortSide) return true;
  return !isStrip(size) && Math.max(size.width, size.height) >= longSide;
}
