import type { Pixels } from './fidelity-structure';

/** A flaw that the pixels alone show. */
export type PictureFlaw = 'black' | 'uniform' | 'transparency-lost';

/** Difference of a channel (0..255) that JPEG noise makes. */
const NOISE = 6;
/** Channels up to this value (0..255) look black. */
const BLACK = 16;
/** Share of transparent pixels from which transparency is part of the picture. */
const TRANSPARENT_SHARE = 0.005;
/** Alpha below this counts as transparent, 0..255. */
const TRANSPARENT = 128;

/**
 * The flaws of a result that its pixels show.
 * @param after the result, at any size
 * @param before its source, at any size, if it still exists
 */
export function pictureFlaws(after: Pixels, before?: Pixels): PictureFlaw[] {
  const flaws: PictureFlaw[] = [];
  const { isUniform, isBlack } = colourRange(after);
  // The result of a source with nearly one colour may have one colour.
  if (isUniform && !(before && colourRange(before).isUniform))
    flaws.push(isBlack ? 'black' : 'uniform');
  if (before && isTransparent(before) && !isTransparent(after)) flaws.push('transparency-lost');
  return flaws;
}

function colourRange({ data }: Pixels): { isUniform: boolean; isBlack: boolean } {
  const low = [255, 255, 255, 255];
  const high = [0, 0, 0, 0];
  for (let at = 0; at < data.length; at += 1) {
    const channel = at % 4;
    const value = data[at] ?? 0;
    if (value < (low[channel] ?? 0)) low[channel] = value;
    if (value > (high[channel] ?? 0)) high[channel] = value;
  }
  return {
    isUniform: low.every((value, channel) => (high[channel] ?? 0) - value <= NOISE),
    isBlack: high.slice(0, 3).every((value) => value <= BLACK),
  };
}

function isTransparent({ data, width, height }: Pixels): boolean {
  let count = 0;
  for (let at = 3; at < data.length; at += 4) if ((data[at] ?? 255) < TRANSPARENT) count += 1;
  return count >= TRANSPARENT_SHARE * width * height;
}
