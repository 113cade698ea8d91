import type { Raster } from '../bands/raster';

/** `value * gain + offset` for red, green and blue. */
export interface Tone {
  gain: [number, number, number];
  offset: [number, number, number];
}

/** Side of the blocks that are compared, px. */
const BLOCK = 32;
/** Blocks that differ by more levels show something else. */
const SAME = 30;
/** Variance of the blocks at which their contrast counts by half. */
const EVEN = 30;
/** A model changes tones by a few percent. More is another picture. */
const MOST_GAIN = 1.1;
const MOST_OFFSET = 15;

export const SAME_TONE: Tone = { gain: [1, 1, 1], offset: [0, 0, 0] };

/**
 * How to change the tones of two rasters that show the same, so that both meet in the middle. Only
 * means of blocks count: one of the two may be sharper, which is no other tone.
 * @returns one tone for each
 */
export function toneBetween(a: Raster, b: Raster): [Tone, Tone] {
  const first: Tone = { gain: [1, 1, 1], offset: [0, 0, 0] };
  const second: Tone = { gain: [1, 1, 1], offset: [0, 0, 0] };
  const blocks = blockMeans(a, b);
  for (const channel of [0, 1, 2] as const) {
    const pairs = blocks.map(({ a, b }) => [a[channel], b[channel]] as const);
    const { gain, offset } = lineThrough(pairs);
    // b = gain * a + offset. The middle of both, seen from each side:
    first.gain[channel] = (1 + gain) / 2;
    first.offset[channel] = offset / 2;
    second.gain[channel] = (1 + 1 / gain) / 2;
    second.offset[channel] = 0 - offset / gain / 2;
  }
  return [first, second];
}

/** Means of red, green and blue in both rasters. */
interface Block {
  a: [number, number, number];
  b: [number, number, number];
}

function blockMeans(a: Raster, b: Raster): Block[] {
  const blocks: Block[] = [];
  for (let top = 0; top < a.height; top += BLOCK) {
    for (let left = 0; left < a.width; left += BLOCK) {
      const block = blockMean(a, b, left, top);
      if (block) blocks.push(block);
    }
  }
  return blocks;
}

/** @returns undefined if most of the block shows something else in the other raster */
function blockMean(a: Raster, b: Raster, left: number, top: number): Block | undefined {
  const block: Block = { a: [0, 0, 0], b: [0, 0, 0] };
  const { width } = a;
  const [right, bottom] = [Math.min(width, left + BLOCK), Math.min(a.height, top + BLOCK)];
  const count = (right - left) * (bottom - top);
  for (let y = top; y < bottom; y += 1) {
    for (let x = left; x < right; x += 1) {
      const at = (y * width + x) * 4;
      for (const channel of [0, 1, 2] as const) {
        block.a[channel] += (a.data[at + channel] ?? 0) / count;
        block.b[channel] += (b.data[at + channel] ?? 0) / count;
      }
    }
  }
  const isSame = block.a.every((mean, channel) => Math.abs(mean - (block.b[channel] ?? 0)) <= SAME);
  return isSame ? block : undefined;
}

/** The line b = gain * a + offset, with a gain of 1 where the values say little about it. */
function lineThrough(pairs: readonly (readonly [number, number])[]) {
  if (pairs.length === 0) return { gain: 1, offset: 0 };
  const mean = (pick: (pair: readonly [number, number]) => number) =>
    pairs.reduce((sum, pair) => sum + pick(pair), 0) / pairs.length;
  const meanA = mean(([a]) => a);
  const meanB = mean(([, b]) => b);
  const varianceA = mean(([a]) => (a - meanA) ** 2);
  const varianceB = mean(([, b]) => (b - meanB) ** 2);
  const shared = mean(([a, b]) => (a - meanA) * (b - meanB));
  const least = Math.min(varianceA, varianceB);
  const likeness = least > 0 ? Math.max(0, shared) ** 2 / (varianceA * varianceB) : 0;
  const trust = (likeness * least) / (least + EVEN);
  const contrast = least > 0 ? Math.sqrt(varianceB / varianceA) : 1;
  const gain = within(1 + (contrast - 1) * trust, 1 / MOST_GAIN, MOST_GAIN);
  return { gain, offset: within(meanB - gain * meanA, -MOST_OFFSET, MOST_OFFSET) };
}

function within(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}

/** Tones of each px along a part: the whole change at its seams, less and less between them. */
export interface ToneRamp {
  /** Three values a px: red, green, blue. */
  gain: Float32Array;
  offset: Float32Array;
}

/**
 * @param length px of the part along the axis
 * @param marks tones at places of the part, in increasing order; before the first and after the last
 *   the tone stays
 */
export function toneRamp(length: number, marks: readonly { at: number; tone: Tone }[]): ToneRamp {
  const gain = new Float32Array(length * 3).fill(1);
  const offset = new Float32Array(length * 3);
  const [first] = marks;
  if (!first) return { gain, offset };
  let next = 0;
  for (let at = 0; at < length; at += 1) {
    while (next < marks.length && (marks[next]?.at ?? 0) <= at) next += 1;
    const before = marks[Math.max(0, next - 1)] ?? first;
    const after = marks[Math.min(marks.length - 1, next)] ?? before;
    const span = after.at - before.at;
    const share = span > 0 ? within((at - before.at) / span, 0, 1) : 0;
    for (const channel of [0, 1, 2] as const) {
      const mixed = (pick: (tone: Tone) => [number, number, number]) =>
        pick(before.tone)[channel] * (1 - share) + pick(after.tone)[channel] * share;
      gain[at * 3 + channel] = mixed((tone) => tone.gain);
      offset[at * 3 + channel] = mixed((tone) => tone.offset);
    }
  }
  return { gain, offset };
}

/** A raster in another tone. */
export function inTone({ data, width, height }: Raster, { gain, offset }: Tone): Raster {
  const changed = new Uint8ClampedArray(data);
  for (let at = 0; at < changed.length; at += 1) {
    const channel = at % 4;
    if (channel === 3) continue;
    changed[at] = (changed[at] ?? 0) * (gain[channel] ?? 1) + (offset[channel] ?? 0);
  }
  return { data: changed, width, height };
}
