import type { Raster } from '../bands/raster';

/**
 * How far the colour of a pixel is trusted: fully from alpha 64 on, not at all at alpha 0. A canvas has
 * premultiplied the pixels, which leaves a colour of alpha 16 with errors of 8 levels.
 */
const TRUST = 4;
/** Where no pixel of the picture has a colour. */
const GREY = 128;

/** A smaller version of the picture; the fourth byte of a pixel is the weight of its colour, 0..255. */
interface Level {
  data: Uint8ClampedArray;
  width: number;
  height: number;
}

/**
 * Fills the transparent parts of a picture with the colours around them and makes it opaque, in place
 * and in linear time: an upscaler then sees no edge where the alpha has one, so none of a background
 * colour gets into the edge. Push-pull (Gortler et al. 1996, section 4.3) on 8-bit levels, which take
 * a third of the picture's memory. Opaque pixels keep their bytes. Colours of fully transparent pixels
 * are ignored. A picture without any colour becomes grey.
 */
export function bleed(picture: Raster): void {
  const levels = pull(picture);
  let coarser = levels.pop();
  for (const level of levels.reverse()) {
    if (coarser) complete(level, coarser, 1);
    coarser = level;
  }
  if (coarser) complete(picture, coarser, TRUST);
}

/** All levels, each half as large as the one before, down to one pixel. */
function pull(picture: Raster): Level[] {
  const levels: Level[] = [];
  let level = halved(picture, TRUST);
  levels.push(level);
  while (level.width > 1 || level.height > 1) {
    level = halved(level, 1);
    levels.push(level);
  }
  if (level.data[3] === 0) level.data.set([GREY, GREY, GREY, 255]);
  return levels;
}

/** @param trust factor on the fourth byte */
function halved({ data, width, height }: Raster, trust: number): Level {
  const wide = Math.ceil(width / 2);
  const high = Math.ceil(height / 2);
  const half = new Uint8ClampedArray(wide * high * 4);
  for (let y = 0; y < high; y += 1) {
    for (let x = 0; x < wide; x += 1) {
      let red = 0;
      let green = 0;
      let blue = 0;
      let sum = 0;
      for (let dy = 0; dy < 2 && y * 2 + dy < height; dy += 1) {
        for (let dx = 0; dx < 2 && x * 2 + dx < width; dx += 1) {
          const from = ((y * 2 + dy) * width + x * 2 + dx) * 4;
          const weight = Math.min(255, (data[from + 3] ?? 0) * trust);
          red += weight * (data[from] ?? 0);
          green += weight * (data[from + 1] ?? 0);
          blue += weight * (data[from + 2] ?? 0);
          sum += weight;
        }
      }
      if (sum === 0) continue;
      const to = (y * wide + x) * 4;
      half[to] = red / sum;
      half[to + 1] = green / sum;
      half[to + 2] = blue / sum;
      half[to + 3] = Math.min(255, sum);
    }
  }
  return { data: half, width: wide, height: high };
}

/**
 * Completes the colours of a picture from the coarser one, which is complete, and makes it opaque.
 * @param trust factor on the fourth byte
 */
function complete(fine: Raster, coarse: Level, trust: number): void {
  const { data, width, height } = fine;
  const right = coarse.width - 1;
  const bottom = coarse.height - 1;
  for (let y = 0; y < height; y += 1) {
    // The nearest coarse row has three quarters, the next nearest one quarter.
    const near = y >> 1;
    const far = Math.max(0, Math.min(bottom, near + (y & 1 ? 1 : -1)));
    for (let x = 0; x < width; x += 1) {
      const at = (y * width + x) * 4;
      const weight = Math.min(255, (data[at + 3] ?? 0) * trust);
      data[at + 3] = 255;
      if (weight === 255) continue;
      const close = x >> 1;
      const next = Math.max(0, Math.min(right, close + (x & 1 ? 1 : -1)));
      const a = (near * coarse.width + close) * 4;
      const b = (near * coarse.width + next) * 4;
      const c = (far * coarse.width + close) * 4;
      const d = (far * coarse.width + next) * 4;
      for (let channel = 0; channel < 3; channel += 1) {
        const around =
          (9 * (coarse.data[a + channel] ?? 0) +
            3 * (coarse.data[b + channel] ?? 0) +
            3 * (coarse.data[c + channel] ?? 0) +
            (coarse.data[d + channel] ?? 0)) /
          16;
        const own = data[at + channel] ?? 0;
        data[at + channel] = (own * weight + around * (255 - weight)) / 255;
      }
    }
  }
}
