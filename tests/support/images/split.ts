import type { Raster } from '@/lib/images/pipeline/bands/raster';
import type { AlphaPlane } from '@/lib/images/pipeline/transparency/alpha-plane';
import { bleed } from '@/lib/images/pipeline/transparency/bleed';

/** Takes a picture apart without a canvas: the picture becomes the bled colour, and its alpha is returned. */
export function splitTransparency(picture: Raster): AlphaPlane {
  const { data, width, height } = picture;
  const alpha = Uint8Array.from({ length: width * height }, (_, at) => data[at * 4 + 3] ?? 0);
  bleed(picture);
  return { data: alpha, width, height };
}
