import type { Pixels } from './fidelity-structure';

/** What the pixels alone say against a result. */
export type PictureFlaw = 'black' | 'uniform' | 'transparency-lost';

/** Difference of a channel (0..255) that is noise of JPEG and no content. */
const NOISE = 6;
/** Largest value (0..255) of a channel that still looks black. */
const BLACK = 16;
/** Share of see-through pixels from which transparency is part of the picture. */
const SEE_THROUGH_SHARE = 0.005;
/** 0..255 */
const SEE_THROUGH = 128;

/**
 * What is wrong with a result by its look; empty when all is well.
 * @param after the result, at any size
 * @param before its source, at any size, if it is still there
 */
export function pictureFlaws(after: Pixels, before?: Pixels): PictureFlaw[] {
  const flaws: PictureFlaw[] = [];
  const { isUniform, isBlack } = look(after);
  // A source of one colour is refused long before; one that is nearly so may well stay so.
  if (isUniform && !(before && look(before).isUniform)) flaws.push(isBlack ? 'black' : 'uniform');
  if (before && isSeeThrough(before) && !isSeeThrough(after)) flaws.push('transparency-lost');
  return flaws;
}

function look({ data }: Pixels): { isUniform: boolean; isBlack: boolean } {
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

function isSeeThrough({ data, width, height }: Pixels): boolean {
  let count = 0;
  for (let at = 3; at < data.length; at += 4) if ((data[at] ?? 255) < SEE_THROUGH) count += 1;
  return count >= SEE_THROUGH_SHARE * width * height;
}
