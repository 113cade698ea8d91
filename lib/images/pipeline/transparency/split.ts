import type { Raster } from '../bands/raster';
import { bleed } from './bleed';

/** What becomes of transparency. A colour is `[red, green, blue]`, 0..255. */
export type Background = 'keep' | 'white' | readonly [red: number, green: number, blue: number];

/** The alpha of a picture, one byte a pixel, row by row. */
export interface AlphaPlane {
  data: Uint8Array;
  /** px */
  width: number;
  height: number;
}

/** What is done about transparency: plain data for the plan of a picture. */
export type TransparencyPlan =
  | { kind: 'opaque' }
  | { kind: 'split' }
  | { kind: 'flatten'; colour: readonly [red: number, green: number, blue: number] };

const OPAQUE = 255;
const WHITE = [255, 255, 255] as const;

/**
 * What to do about the transparency of a picture.
 * @param isOpaque whether every pixel has alpha 255
 */
export function planTransparency(isOpaque: boolean, background: Background): TransparencyPlan {
  if (isOpaque) return { kind: 'opaque' };
  if (background === 'keep') return { kind: 'split' };
  return { kind: 'flatten', colour: background === 'white' ? WHITE : background };
}

/** Whether every pixel of these rows has alpha 255. */
export function isOpaqueRaster({ data }: Raster): boolean {
  for (let at = 3; at < data.length; at += 4) if (data[at] !== OPAQUE) return false;
  return true;
}

/**
 * Takes a picture apart: its alpha, which stays here, and its colour, which is sent. The colour is
 * bled under the transparent parts (see `bleed`). Works in place: the picture becomes the colour, so
 * that 16 megapixels take 106 MB in all.
 */
export function splitTransparency(picture: Raster): AlphaPlane {
  const { data, width, height } = picture;
  const alpha = new Uint8Array(width * height);
  for (let at = 0; at < alpha.length; at += 1) alpha[at] = data[at * 4 + 3] ?? 0;
  bleed(picture);
  return { data: alpha, width, height };
}

/** Puts a picture on a colour, in place. */
export function flatten({ data }: Raster, [red, green, blue]: readonly number[]): void {
  const colour = [red ?? 0, green ?? 0, blue ?? 0];
  for (let at = 0; at < data.length; at += 4) {
    const alpha = (data[at + 3] ?? 0) / OPAQUE;
    data[at + 3] = OPAQUE;
    if (alpha === 1) continue;
    for (let channel = 0; channel < 3; channel += 1) {
      data[at + channel] = (data[at + channel] ?? 0) * alpha + (colour[channel] ?? 0) * (1 - alpha);
    }
  }
}
