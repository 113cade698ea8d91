import { LONGEST_RATIO } from '@/lib/jimeng/model/tools';
import type { Size } from '../bands/raster';

/** Whether a picture (px) is a strip: 1:3 or beyond. */
export function isStrip({ width, height }: Size): boolean {
  return Math.max(width, height) >= LONGEST_RATIO * Math.min(width, height);
}
