import type { Raster, RowSource } from '@/lib/images/pipeline/bands/raster';
import type { Axis } from '@/lib/images/pipeline/strips/plan-parts';

/** A figure where parts meet, and its worst anywhere else. */
interface AtSeam {
  seam: number;
  elsewhere: number;
}

/** What could give a seam away. Each is seen when `seam` is clearly larger than `elsewhere`. */
export interface SeamFigures {
  /** Steps along the strip beyond those of the true picture: mean of 16 px, as a share of the true ones. */
  steps: AtSeam;
  /**
   * Change of tone over 32 px that the true picture does not have, in blocks of an eighth of the side:
   * levels at middle grey. A displaced result counts as another tone at its edges.
   */
  tone: AtSeam;
  /** How much the fine detail across differs from that of the true picture: share, 0 is the same. */
  sharpness: AtSeam;
}

const BLOCKS = 8;
const STRETCH = 16;
/** Levels of a step that nobody sees; without them an even place would have any share. */
const UNSEEN = 4;
/** Levels added to a tone, so that black does not count endlessly. */
const DARK = 24;
const NOTHING = new Float64Array(0);

/**
 * Measures a joined strip against the true one, while it streams.
 * @param seams px along the axis where parts overlap: first and end
 */
export async function seamFigures(
  bands: AsyncIterable<Raster>,
  truth: RowSource,
  axis: Axis,
  seams: readonly (readonly [number, number])[],
): Promise<SeamFigures> {
  const [along, across] = axis === 'y' ? [truth.height, truth.width] : [truth.width, truth.height];
  const steps = new Float64Array(along);
  const trueSteps = new Float64Array(along);
  const planes = () => Array.from({ length: BLOCKS }, () => new Float64Array(along));
  const [levels, trueLevels] = [planes(), planes()];
  const detail = new Float64Array(along);
  const trueDetail = new Float64Array(along);
  let before: { own: Float32Array; right: Float32Array } | undefined;
  let top = 0;
  for await (const band of bands) {
    const strip = await truth.read(top, band.height);
    for (let y = 0; y < band.height; y += 1) {
      const own = luma(band, y);
      const right = luma(strip, y);
      for (let x = 0; x < truth.width; x += 1) {
        const [at, side] = axis === 'y' ? [top + y, x] : [x, top + y];
        const block = Math.min(BLOCKS - 1, Math.floor((side * BLOCKS) / across));
        const [found, real] = [levels[block], trueLevels[block]];
        if (found) found[at] = (found[at] ?? 0) + ((own[x] ?? 0) * BLOCKS) / across;
        if (real) real[at] = (real[at] ?? 0) + ((right[x] ?? 0) * BLOCKS) / across;
        const up = before ? (own[x] ?? 0) - (before.own[x] ?? 0) : 0;
        const trueUp = before ? (right[x] ?? 0) - (before.right[x] ?? 0) : 0;
        const left = x > 0 ? (own[x] ?? 0) - (own[x - 1] ?? 0) : 0;
        const trueLeft = x > 0 ? (right[x] ?? 0) - (right[x - 1] ?? 0) : 0;
        const [on, trueOn, side1, trueSide] =
          axis === 'y' ? [up, trueUp, left, trueLeft] : [left, trueLeft, up, trueUp];
        steps[at] = (steps[at] ?? 0) + Math.abs(on) / across;
        trueSteps[at] = (trueSteps[at] ?? 0) + Math.abs(trueOn) / across;
        detail[at] = (detail[at] ?? 0) + Math.abs(side1) / across;
        trueDetail[at] = (trueDetail[at] ?? 0) + Math.abs(trueSide) / across;
      }
      before = { own, right };
    }
    top += band.height;
  }
  const mean = (values: Float64Array, from: number, length: number) => {
    let sum = 0;
    for (let at = from; at < from + length; at += 1) sum += values[at] ?? 0;
    return sum / length;
  };
  const isSeam = (at: number) => seams.some(([from, end]) => at >= from - 32 && at < end + 32);
  const worst = (figure: (at: number) => number): AtSeam => {
    const found = { seam: 0, elsewhere: 0 };
    for (let at = 32; at < along - 40; at += STRETCH / 2) {
      const key = isSeam(at) ? 'seam' : 'elsewhere';
      found[key] = Math.max(found[key], figure(at));
    }
    return found;
  };
  return {
    steps: worst((at) => {
      // Where a part lies a little off, its edges are steps a little earlier or later.
      const near = Array.from({ length: 7 }, (_, off) => mean(trueSteps, at + off - 3, STRETCH));
      const real = Math.max(...near);
      return (mean(steps, at, STRETCH) - real) / (real + UNSEEN);
    }),
    tone: worst((at) => {
      // Like the eye, a share of the level counts: a gain is one tone on white and on black.
      const toneAt = (block: number, from: number) =>
        Math.log(
          (mean(levels[block] ?? NOTHING, from, 16) + DARK) /
            (mean(trueLevels[block] ?? NOTHING, from, 16) + DARK),
        );
      const changes = levels.map((_, block) =>
        Math.abs(toneAt(block, at + 16) - toneAt(block, at - 32)),
      );
      return 128 * Math.max(...changes);
    }),
    sharpness: worst((at) => {
      const real = mean(trueDetail, at, STRETCH);
      return Math.abs(mean(detail, at, STRETCH) - real) / (real + UNSEEN);
    }),
  };
}

function luma({ data, width }: Raster, y: number): Float32Array {
  const row = new Float32Array(width);
  for (let x = 0; x < width; x += 1) {
    const at = (y * width + x) * 4;
    row[x] = 0.299 * (data[at] ?? 0) + 0.587 * (data[at + 1] ?? 0) + 0.114 * (data[at + 2] ?? 0);
  }
  return row;
}

/** The parts put side by side without any care, cut in the middle of what they share. Along `y` only. */
export async function* hardCut(
  sources: readonly RowSource[],
  places: readonly { start: number; length: number }[],
): AsyncGenerator<Raster> {
  for (const [index, place] of places.entries()) {
    const source = sources[index];
    const [before, after] = [places[index - 1], places[index + 1]];
    const from = before ? Math.round((before.start + before.length + place.start) / 2) : 0;
    const end = after
      ? Math.round((place.start + place.length + after.start) / 2)
      : place.start + place.length;
    if (source) yield await source.read(from - place.start, end - from);
  }
}
