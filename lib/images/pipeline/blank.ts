import { decode, draw } from './codec';

/** Difference of a channel (0..255) below what the eye sees and JPEG noise makes. */
const NEARLY_SAME = 2;
/** Side of the box that a screenshot is shrunk to before the check, px. */
const SAMPLE_SIDE = 144;
/** Part of the shorter side that a rounded corner may take. */
const CORNER = 1 / 8;

/**
 * Whether all pixels have nearly one colour or are fully transparent.
 * Colours are premultiplied: the colour of a fully transparent pixel is invisible noise.
 */
export function isBlank(rgba: Uint8ClampedArray): boolean {
  const low = [255, 255, 255, 255];
  const high = [0, 0, 0, 0];
  for (let at = 0; at < rgba.length; at += 4) {
    const alpha = rgba[at + 3] ?? 0;
    for (let channel = 0; channel < 4; channel += 1) {
      const raw = rgba[at + channel] ?? 0;
      const value = channel === 3 ? raw : (raw * alpha) / 255;
      low[channel] = Math.min(low[channel] ?? 0, value);
      high[channel] = Math.max(high[channel] ?? 0, value);
    }
  }
  return low.every((value, channel) => (high[channel] ?? 0) - value <= NEARLY_SAME);
}

/**
 * Whether a screenshot of a picture shows one colour only. Its corners do not count: where the page
 * rounds them, they show what is behind the picture.
 * @throws ImageError `image-broken` if it does not decode
 */
export async function isBlankOnScreen(screenshot: Blob): Promise<boolean> {
  const bitmap = await decode(screenshot);
  try {
    const scale = Math.min(1, SAMPLE_SIDE / Math.max(bitmap.width, bitmap.height));
    const width = Math.max(1, Math.round(bitmap.width * scale));
    const height = Math.max(1, Math.round(bitmap.height * scale));
    const { context } = draw(bitmap, width, height, { willReadFrequently: true });
    const corner = Math.floor(Math.min(width, height) * CORNER);
    // Two bands that cross: if each has one colour, both have the same one.
    const horizontal = context.getImageData(0, corner, width, height - 2 * corner);
    const vertical = context.getImageData(corner, 0, width - 2 * corner, height);
    return isBlank(horizontal.data) && isBlank(vertical.data);
  } finally {
    bitmap.close();
  }
}
