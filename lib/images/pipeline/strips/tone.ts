import type { Raster } from '../bands/raster';

/** What is added to each level (0..255) of red, then of green, then of blue. */
export type Tone = Float32Array;

const LEVELS = 256;
/** Side of the blocks that are compared, px. */
const BLOCK = 16;
/** Blocks that differ by more levels show something else. */
const SAME = 30;
/** Levels between two knots of the curve. */
const SPACING = 16;
const KNOTS = LEVELS / SPACING + 1;
/** Blocks by which each knot is drawn to the mean change. */
const DRAWN = 1;
/** A model changes tones by a few percent. More is another picture. */
const MOST = 12;
/** Most that the change differs from one knot to the next: no contrast is lost. */
const STEEPEST = 4;

export const SAME_TONE: Tone = new Float32Array(3 * LEVELS);

/**
 * How to change the tones of two rasters that show the same, so that both meet in the middle: a curve for
 * each channel. What the rasters do not show changes less the further it is from what they do: a white
 * gap between panels says little about the panels. Only means of blocks count: one of the two
 * may be sharper, which is no other tone.
 * @returns one tone for each
 */
export function toneBetween(a: Raster, b: Raster): [Tone, Tone] {
  const first = new Float32Array(3 * LEVELS);
  const second = new Float32Array(3 * LEVELS);
  const blocks = blockMeans(a, b);
  for (const channel of [0, 1, 2] as const) {
    const pairs = blocks.map((block) => [block.a[channel], block.b[channel]] as const);
    first.set(
      curveOf(pairs.map(([own, other]) => ({ own, half: (other - own) / 2 }))),
      channel * LEVELS,
    );
    second.set(
      curveOf(pairs.map(([other, own]) => ({ own, half: (other - own) / 2 }))),
      channel * LEVELS,
    );
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

/** @returns undefined if the block shows something else in the other raster */
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

/**
 * A curve of changes through what the blocks say.
 * @param blocks level of each, and half its difference to the other raster
 */
function curveOf(blocks: readonly { own: number; half: number }[]): Float32Array {
  const curve = new Float32Array(LEVELS);
  if (blocks.length === 0) return curve;
  const mean = blocks.reduce((sum, { half }) => sum + half, 0) / blocks.length;
  const weights = new Float64Array(KNOTS);
  const sums = new Float64Array(KNOTS);
  for (const { own, half } of blocks) {
    const knot = Math.floor(own / SPACING);
    const share = own / SPACING - knot;
    for (const [at, weight] of [
      [knot, 1 - share],
      [knot + 1, share],
    ] as const) {
      weights[at] = (weights[at] ?? 0) + weight;
      sums[at] = (sums[at] ?? 0) + weight * half;
    }
  }
  const knots = filled(weights, sums, mean);
  for (let level = 0; level < LEVELS; level += 1) {
    const knot = Math.floor(level / SPACING);
    const [before, after] = [knots[knot] ?? 0, knots[knot + 1] ?? 0];
    curve[level] = before + ((after - before) * (level % SPACING)) / SPACING;
  }
  return curve;
}

/**
 * The change at each knot. Between knots with blocks, one without takes that of the nearest. Beyond
 * them the change fades towards black and white, which a model leaves alone.
 */
function filled(weights: Float64Array, sums: Float64Array, mean: number): number[] {
  const known = [...weights.keys()].filter((at) => (weights[at] ?? 0) > 0.5);
  const [lowest, highest] = [known[0] ?? 0, known.at(-1) ?? KNOTS - 1];
  const knots = Array.from(weights, (_, at) => {
    const nearest = known.reduce(
      (best, each) => (Math.abs(each - at) < Math.abs(best - at) ? each : best),
      lowest,
    );
    const weight = weights[nearest] ?? 0;
    const change = ((sums[nearest] ?? 0) + DRAWN * mean) / (weight + DRAWN);
    return within(change, -MOST, MOST) * fading(at, lowest, highest);
  });
  for (let at = 1; at < knots.length; at += 1) {
    const before = knots[at - 1] ?? 0;
    knots[at] = within(knots[at] ?? 0, before - STEEPEST, before + STEEPEST);
  }
  return knots;
}

/** 1 from the lowest known knot to the highest, less and less outside. */
function fading(at: number, lowest: number, highest: number): number {
  if (at < lowest) return at / lowest;
  return at > highest ? (KNOTS - 1 - at) / (KNOTS - 1 - highest) : 1;
}

function within(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}

/** How the tone of a part changes along it: from one tone at a place to another at a later one. */
export interface ToneRamp {
  before: { at: number; tone: Tone };
  after: { at: number; tone: Tone };
}

/** Share of the later tone at a place along the part, 0..1. */
export function shareAt({ before, after }: ToneRamp, at: number): number {
  const span = after.at - before.at;
  return span > 0 ? within((at - before.at) / span, 0, 1) : 0;
}

/** A raster in another tone. */
export function inTone({ data, width, height }: Raster, tone: Tone): Raster {
  const changed = new Uint8ClampedArray(data);
  for (let at = 0; at < changed.length; at += 1) {
    const channel = at % 4;
    if (channel === 3) continue;
    const level = changed[at] ?? 0;
    changed[at] = level + (tone[channel * LEVELS + level] ?? 0);
  }
  return { data: changed, width, height };
}
