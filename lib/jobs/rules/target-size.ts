import type { Target } from '@/lib/jimeng/model/tools';

/** px from which upscaling to a target adds nothing (docs/PROTOCOL.md: 2K is about 2160 px on the short side). */
const LARGE_ENOUGH: Record<Target, { shortSide: number; longSide: number }> = {
  '2k': { shortSide: 2160, longSide: 3840 },
  '4k': { shortSide: 3840, longSide: 4096 },
};

/** Whether an image (px) is already at or above a target. */
export function isAlreadyLarge(
  { width, height }: { width: number; height: number },
  target: Target,
): boolean {
  const { shortSide, longSide } = LARGE_ENOUGH[target];
  return Math.min(width, height) >= shortSide || Math.max(width, height) >= longSide;
}
