import { BAND_ROWS, type Raster, type RowSource, type Size } from '../bands/raster';
import { resampled } from '../bands/resample';
import { readAlong } from './oriented';
import { type JoinPlan, planJoin } from './plan-join';
import type { StripPlan } from './plan-parts';
import { placesFrom, type Shift } from './register';
import { type Seam, seamBetween } from './seam';
import { SAME_TONE, shareAt, type ToneRamp } from './tone';

/** A joined picture, whose rows are made as they are read. */
export interface JoinedStrip extends Size {
  /**
   * From top to bottom, once. Each is overwritten by the next. The sources are closed as they are no
   * longer needed.
   */
  bands: AsyncGenerator<Raster>;
  /** By how much each result was displaced against the one before it, px. */
  shifts: Shift[];
}

/** One result, ready to be put into the joined picture. */
interface Piece {
  source: RowSource;
  /** Place in the joined picture, px; registered. */
  left: number;
  top: number;
  /** First px along the axis that it paints, and the px after the last. */
  from: number;
  end: number;
  tone: ToneRamp;
  /** How it goes over from the piece before it; undefined for the first. */
  seam?: { path: Int16Array; reach: number; start: number };
}

/**
 * Joins the results of a strip: scales them alike, finds by how much they are displaced, brings their
 * tones together at each seam (fading along the part), and goes over from one to the next where they
 * differ least. Reads each result twice. Never more than two of them are open along `y`, and one
 * along `x`, and a band of 256 rows is written at a time.
 * @param sources the results, opaque, in the order of the parts
 * @throws what `planJoin` and the sources throw
 */
export async function joinParts(
  plan: StripPlan,
  sources: readonly RowSource[],
): Promise<JoinedStrip> {
  const join = planJoin(plan, sources);
  const scaled = sources.map((source, index) => {
    const length = join.parts[index]?.length ?? 0;
    const isDown = join.axis === 'y';
    return resampled(source, {
      width: isDown ? join.width : length,
      height: isDown ? length : join.height,
    });
  });
  const seams = await findSeams(join, scaled);
  const pieces = piecesOf(join, scaled, seams);
  return {
    width: join.width,
    height: join.height,
    bands: paint(join, pieces),
    shifts: seams.map(({ shift }) => (join.axis === 'y' ? shift : { x: shift.y, y: shift.x })),
  };
}

async function findSeams(join: JoinPlan, scaled: readonly RowSource[]): Promise<Seam[]> {
  const seams: Seam[] = [];
  for (const [index, next] of join.parts.entries()) {
    const previous = join.parts[index - 1];
    const [a, b] = [scaled[index - 1], scaled[index]];
    if (!previous || !a || !b) continue;
    const length = previous.start + previous.length - next.start;
    const first = await readAlong(a, join.axis, previous.length - length, previous.length);
    a.close?.();
    seams.push(seamBetween(first, await readAlong(b, join.axis, 0, length)));
    if (join.axis === 'x') b.close?.();
  }
  scaled.at(-1)?.close?.();
  return seams;
}

function piecesOf(join: JoinPlan, scaled: readonly RowSource[], seams: readonly Seam[]): Piece[] {
  const isDown = join.axis === 'y';
  const places = placesFrom(seams.map(({ shift }) => shift));
  /** Where the overlap with the next part begins, as that part's neighbour was moved. */
  const starts = seams.map((_, index) => {
    return (join.parts[index + 1]?.start ?? 0) + (places[index]?.y ?? 0);
  });
  const whole = isDown ? join.height : join.width;
  return scaled.map((source, index): Piece => {
    const { start, length } = join.parts[index] ?? { start: 0, length: 0 };
    const { x: across, y: along } = places[index] ?? { x: 0, y: 0 };
    const [before, after] = [seams[index - 1], seams[index]];
    const begin = start + along;
    /** The middle of a seam, counted from the start of this part. */
    const place = (seam: Seam, at: number) => middleOf(seam) + (starts[at] ?? 0) - begin;
    const tone = {
      before: before
        ? { at: place(before, index - 1), tone: before.tones[1] }
        : { at: 0, tone: SAME_TONE },
      after: after
        ? { at: place(after, index), tone: after.tones[0] }
        : { at: length, tone: SAME_TONE },
    };
    return {
      source,
      left: isDown ? across : begin,
      top: isDown ? begin : across,
      from: before ? (starts[index - 1] ?? 0) : 0,
      end: after
        ? (starts[index] ?? 0) + after.path.reduce((a, b) => Math.max(a, b), 0) + after.reach + 1
        : whole,
      tone,
      ...(before && { seam: { ...before, start: starts[index - 1] ?? 0 } }),
    };
  });
}

function middleOf({ path }: Seam): number {
  return Math.round(path.reduce((sum, place) => sum + place, 0) / path.length);
}

async function* paint(join: JoinPlan, pieces: readonly Piece[]): AsyncGenerator<Raster> {
  const { width, height, axis } = join;
  // One buffer for all: as garbage, one a band would pile up.
  const buffer = new Uint8ClampedArray(width * Math.min(BAND_ROWS, height) * 4);
  for (let top = 0; top < height; top += BAND_ROWS) {
    const rows = Math.min(BAND_ROWS, height - top);
    const band = { data: buffer.subarray(0, width * rows * 4), width, height: rows };
    band.data.fill(0);
    for (const piece of pieces) {
      const region =
        axis === 'y'
          ? {
              left: 0,
              right: width,
              top: Math.max(top, piece.from),
              bottom: Math.min(top + rows, piece.end),
            }
          : {
              left: Math.max(0, piece.from),
              right: Math.min(width, piece.end),
              top,
              bottom: top + rows,
            };
      if (region.top < region.bottom) await paintPiece(band, top, piece, region, axis);
      if (axis === 'x' || piece.end <= top + rows) piece.source.close?.();
    }
    yield band;
  }
}

interface Region {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Paints what a piece has in a region of the joined picture over the band, which begins at `top`. */
async function paintPiece(
  band: Raster,
  top: number,
  piece: Piece,
  region: Region,
  axis: 'x' | 'y',
): Promise<void> {
  const { source, seam, tone } = piece;
  const [before, after] = [tone.before.tone, tone.after.tone];
  const lastRow = source.height - 1;
  const lastColumn = source.width - 1;
  const row = (y: number) => Math.max(0, Math.min(lastRow, y - piece.top));
  const first = row(region.top);
  const part = await source.read(first, row(region.bottom - 1) - first + 1);
  for (let y = region.top; y < region.bottom; y += 1) {
    const from = (row(y) - first) * source.width;
    for (let x = region.left; x < region.right; x += 1) {
      const column = Math.max(0, Math.min(lastColumn, x - piece.left));
      const at = ((y - top) * band.width + x) * 4;
      const share = seam ? shareOf(seam, axis === 'y' ? y : x, axis === 'y' ? x : y) : 1;
      if (share === 0) continue;
      const pixel = (from + column) * 4;
      const later = shareAt(tone, axis === 'y' ? row(y) : column);
      for (let channel = 0; channel < 3; channel += 1) {
        const level = part.data[pixel + channel] ?? 0;
        const knot = channel * 256 + level;
        const change = before[knot] ?? 0;
        const value = level + change + ((after[knot] ?? 0) - change) * later;
        const painted = band.data[at + channel] ?? 0;
        band.data[at + channel] = share === 1 ? value : painted + (value - painted) * share;
      }
      band.data[at + 3] = 255;
    }
  }
}

/** How much of the second part is seen, 0..1. */
function shareOf(
  { path, reach, start }: { path: Int16Array; reach: number; start: number },
  along: number,
  across: number,
): number {
  const middle = start + (path[across] ?? 0);
  if (along >= middle + reach) return 1;
  if (along <= middle - reach) return 0;
  const at = (along - middle + reach) / (2 * reach);
  return at * at * (3 - 2 * at);
}
