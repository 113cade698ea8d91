import sharp from 'sharp';
import { ringOf } from '@/tests/support/images/halo';

/** How transparency came back, in a ring of 3 px around its edges, of 255. */
export interface PixelHalo {
  /** Seen on white. */
  mean: number;
  largest: number;
  alphaMean: number;
  alphaLargest: number;
}

/** RGBA of sRGB, upright, straight alpha. */
export function rgbaOf(file: Buffer) {
  const image = sharp(file).rotate().toColourspace('srgb').ensureAlpha();
  return image.raw().toBuffer({ resolveWithObject: true });
}

/**
 * Compares a result, scaled to the size of its source, with the source.
 * @returns undefined if nothing of the source is transparent
 */
export async function haloOf(result: Buffer, source: Buffer): Promise<PixelHalo | undefined> {
  const { data: truth, info } = await rgbaOf(source);
  const { width, height } = info;
  const ring = ringOf({ data: truth, width, height });
  if (ring.length === 0) return undefined;
  const small = await sharp(result).resize(width, height, { fit: 'fill' }).png().toBuffer();
  const { data: found } = await rgbaOf(small);
  const colour: number[] = [];
  const alpha: number[] = [];
  for (const pixel of ring) {
    const at = pixel * 4;
    alpha.push(Math.abs((found[at + 3] ?? 0) - (truth[at + 3] ?? 0)));
    for (const channel of [0, 1, 2]) {
      colour.push(Math.abs(onWhite(found, at, channel) - onWhite(truth, at, channel)));
    }
  }
  return {
    mean: mean(colour),
    largest: largest(colour),
    alphaMean: mean(alpha),
    alphaLargest: largest(alpha),
  };
}

function onWhite(data: Uint8Array, at: number, channel: number): number {
  const alpha = (data[at + 3] ?? 255) / 255;
  return (data[at + channel] ?? 0) * alpha + 255 * (1 - alpha);
}

const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

const largest = (values: readonly number[]) =>
  values.reduce((found, value) => Math.max(found, value), 0);
