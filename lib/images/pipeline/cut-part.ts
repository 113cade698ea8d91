import { ImageError } from '../formats/errors';
import type { StripPlan } from '../formats/strip-plan';
import { LIMITS } from './pass-through';
import { prepare } from './prepare';
import { cutFile } from './strips/strip-files';

/**
 * Cuts one part out of a long picture, ready to be uploaded: a PNG, or a JPEG if the PNG is too heavy.
 * @param index of the part, from 0
 * @throws ImageError what `cutFile` and `prepare` throw
 */
export async function cutPart(image: Blob, plan: StripPlan, index: number): Promise<Blob> {
  const parts = plan.parts.slice(index, index + 1);
  for await (const file of cutFile(image, { ...plan, parts })) {
    // With limits it is not cut again.
    return (await prepare(file, { target: '2k', limits: LIMITS })).image;
  }
  throw new ImageError('image-broken');
}
