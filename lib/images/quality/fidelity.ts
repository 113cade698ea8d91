import { labOf } from './fidelity-colour';
import { lumaOnWhite, type Pixels, ssimAt, WINDOW } from './fidelity-structure';

/** Where two pictures differ: a grid over the whole picture, row by row. */
export interface DifferenceMap {
  columns: number;
  rows: number;
  /** Width and height of the picture in cells. The last cells may reach over its edge. */
  across: number;
  down: number;
  /** 0: the same; 1: nothing in common. From 0.5 on, a cell counts as different. */
  levels: number[];
}

/** How faithful an upscaled picture is to its source. */
export interface Fidelity {
  verdict: 'faithful' | 'differs';
  /** Mean structural similarity (SSIM of luma); 1 is the same, 0 is unrelated. */
  structure: number;
  /** Mean colour difference (CIE 1976 delta E); about 2 is just visible. */
  colour: number;
  /** Share of the picture that differs, 0..1. */
  share: number;
  /** Middle of the cell that differs most, as shares of width and height; only if something differs. */
  worst?: { x: number; y: number };
  map: DifferenceMap;
}

/** Level from which a cell counts as different. */
const DIFFERS = 0.5;
/** Cells along the longer side. */
const CELLS = 32;
/** px between SSIM windows. */
const STRIDE = 4;
/** A cell takes the mean of its worst windows, one in this many. */
const WORST_OF = 4;
/**
 * Measured with the pictures of fidelity.test.ts: enlarging, ordinary sharpening, grain and JPEG
 * repair stay below the difference; another word, tint or picture is above it.
 */
const STRUCTURE_SAME = 0.8;
const STRUCTURE_DIFFERS = 0.4;
const COLOUR_SAME = 4;
const COLOUR_DIFFERS = 10;
/** Share of different cells from which the verdict is `differs`. */
const ENOUGH = 0.002;
/** Alpha, 0..255. Pixels below it are invisible and ignored. */
const VISIBLE = 128;

/**
 * Compares an upscaled picture, shrunk to the size of its source, with the source. Shrinking removes
 * the detail that the upscaler invented, so only its changes count.
 * @throws RangeError if the sizes differ or are smaller than one window
 */
export function compareFidelity(before: Pixels, after: Pixels): Fidelity {
  const { width, height } = before;
  if (width !== after.width || height !== after.height) throw new RangeError('sizes differ');
  if (Math.min(width, height) < WINDOW) throw new RangeError('too small to compare');

  const cell = Math.max(WINDOW, Math.ceil(Math.max(width, height) / CELLS));
  const columns = Math.ceil(width / cell);
  const rows = Math.ceil(height / cell);
  const structure = structureByCell(before, after, { cell, columns, rows });
  const colour = colourByCell(before, after, { cell, columns, rows });

  const seen = structure.values.flatMap((value, at) => (value === undefined ? [] : [at]));
  const levels = structure.values.map((value, at) =>
    value === undefined ? 0 : Math.max(structureLevel(value), colourLevel(colour[at] ?? 0)),
  );
  const share = seen.filter((at) => (levels[at] ?? 0) >= DIFFERS).length / Math.max(1, seen.length);
  const worstAt = levels.indexOf(Math.max(...levels));
  return {
    verdict: share >= ENOUGH ? 'differs' : 'faithful',
    structure: structure.mean,
    colour: mean(seen.map((at) => colour[at] ?? 0)),
    share,
    ...(share >= ENOUGH && {
      worst: {
        x: Math.min(1, ((worstAt % columns) + 0.5) * (cell / width)),
        y: Math.min(1, (Math.floor(worstAt / columns) + 0.5) * (cell / height)),
      },
    }),
    map: { columns, rows, across: width / cell, down: height / cell, levels },
  };
}

/** SSIM of the worst windows of each cell; undefined where the source is transparent. */
function structureByCell(
  before: Pixels,
  after: Pixels,
  { cell, columns, rows }: Grid,
): { mean: number; values: (number | undefined)[] } {
  const isSeen = (at: number) => (before.data[at * 4 + 3] ?? 0) >= VISIBLE;
  const lumaBefore = lumaOnWhite(before);
  // Pixels behind transparent parts of the source would change the windows at their edges.
  const lumaAfter = lumaOnWhite(after).map((luma, at) =>
    isSeen(at) ? luma : (lumaBefore[at] ?? luma),
  );
  const windows: number[][] = Array.from({ length: columns * rows }, () => []);
  for (const top of starts(before.height)) {
    for (const left of starts(before.width)) {
      const x = left + WINDOW / 2;
      const y = top + WINDOW / 2;
      if (!isSeen(y * before.width + x)) continue;
      const at = Math.floor(y / cell) * columns + Math.floor(x / cell);
      windows[at]?.push(ssimAt(lumaBefore, lumaAfter, before.width, left, top));
    }
  }
  const all = windows.flat();
  return { mean: all.length === 0 ? 1 : mean(all), values: windows.map(meanOfWorst) };
}

/** A changed letter fills only a part of its cell. The mean of all windows would hide it. */
function meanOfWorst(values: number[]): number | undefined {
  if (values.length === 0) return undefined;
  const worst = values.toSorted((a, b) => a - b).slice(0, Math.ceil(values.length / WORST_OF));
  return mean(worst);
}

/** Where windows start along a side: every few px, and at the end. */
function starts(length: number): number[] {
  const last = length - WINDOW;
  const all: number[] = [];
  for (let at = 0; at < last; at += STRIDE) all.push(at);
  return [...all, last];
}

/** Difference of the mean colours of each cell. Grain and sharpened edges cancel out. */
function colourByCell(before: Pixels, after: Pixels, { cell, columns, rows }: Grid): number[] {
  return Array.from({ length: columns * rows }, (_, at) => {
    const box = {
      left: (at % columns) * cell,
      top: Math.floor(at / columns) * cell,
      right: Math.min(before.width, ((at % columns) + 1) * cell),
      bottom: Math.min(before.height, (Math.floor(at / columns) + 1) * cell),
    };
    const [l1, a1, b1] = labOf(meanColour(before, before, box));
    const [l2, a2, b2] = labOf(meanColour(after, before, box));
    return Math.hypot(l1 - l2, a1 - a2, b1 - b2);
  });
}

/** Side of a cell in px, and how many there are. */
interface Grid {
  cell: number;
  columns: number;
  rows: number;
}

interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Mean sRGB (0..255) of a box, where the source is visible. */
function meanColour(
  { data, width }: Pixels,
  { data: source }: Pixels,
  { left, top, right, bottom }: Box,
): [number, number, number] {
  const sum: [number, number, number] = [0, 0, 0];
  let count = 0;
  for (let y = top; y < bottom; y += 1) {
    for (let x = left; x < right; x += 1) {
      const at = (y * width + x) * 4;
      if ((source[at + 3] ?? 0) < VISIBLE) continue;
      sum[0] += data[at] ?? 0;
      sum[1] += data[at + 1] ?? 0;
      sum[2] += data[at + 2] ?? 0;
      count += 1;
    }
  }
  const divisor = Math.max(1, count);
  return [sum[0] / divisor, sum[1] / divisor, sum[2] / divisor];
}

function structureLevel(similarity: number): number {
  return ramp(similarity, STRUCTURE_SAME, STRUCTURE_DIFFERS);
}

function colourLevel(deltaE: number): number {
  return ramp(deltaE, COLOUR_SAME, COLOUR_DIFFERS);
}

/** 0 up to `same`, `DIFFERS` at `differs`, linear up to 1. */
function ramp(value: number, same: number, differs: number): number {
  return Math.min(1, Math.max(0, (DIFFERS * (value - same)) / (differs - same)));
}

function mean(values: number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
