import { labOf } from './fidelity-colour';
import { lumaOnWhite, type Pixels, ssimAt, WINDOW } from './fidelity-structure';

/** Where two pictures differ: a grid over the whole picture, row by row. */
export interface DifferenceMap {
  columns: number;
  rows: number;
  /** How many cells the picture is wide and high; the last ones may reach over its edge. */
  across: number;
  down: number;
  /** 0: the same; 1: nothing in common. From 0.5 on, a cell counts as different. */
  levels: number[];
}

/** How true an upscaled picture stayed to its source. */
export interface Fidelity {
  verdict: 'faithful' | 'differs';
  /** Mean structural similarity (SSIM of luma); 1 is the same, 0 is unrelated. */
  structure: number;
  /** Mean colour difference (CIE 1976 delta E); about 2 is the least that is seen. */
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
/** px between the windows in which structure is compared. */
const STRIDE = 4;
/** A cell is judged by the worst one in this many of its windows. */
const WORST_OF = 4;
/**
 * What counts as different, found by measurement (fidelity.test.ts has the pictures): enlarging,
 * ordinary sharpening, grain and the repair of JPEG stay below; another word, tint or picture lies
 * above.
 */
const STRUCTURE_SAME = 0.8;
const STRUCTURE_DIFFERS = 0.4;
const COLOUR_SAME = 4;
const COLOUR_DIFFERS = 10;
/** Share of the picture from which the whole of it is called different. */
const ENOUGH = 0.002;
/** 0..255. What is more transparent than this is not looked at: nobody sees it. */
const VISIBLE = 128;

/**
 * Compares an upscaled picture, shrunk to the size of its source, with the source.
 * Finer detail than the source can show is left out by the shrinking, so what an upscaler may
 * invent counts for nothing, and what it changed does.
 * @throws RangeError if the two are not of one size, or smaller than one window
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

/** SSIM of each cell, by the windows that fare worst; undefined where there is nothing to see. */
function structureByCell(
  before: Pixels,
  after: Pixels,
  { cell, columns, rows }: Grid,
): { mean: number; values: (number | undefined)[] } {
  const isSeen = (at: number) => (before.data[at * 4 + 3] ?? 0) >= VISIBLE;
  const lumaBefore = lumaOnWhite(before);
  // What lies behind holes of the source would reach into the windows at their edges.
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

/** A changed letter fills a part of its cell only: the mean of all would hide it. */
function meanOfWorst(values: number[]): number | undefined {
  if (values.length === 0) return undefined;
  const worst = values.toSorted((a, b) => a - b).slice(0, Math.ceil(values.length / WORST_OF));
  return mean(worst);
}

/** Where windows begin along a side: every few px, and once at the very end. */
function starts(length: number): number[] {
  const last = length - WINDOW;
  const all: number[] = [];
  for (let at = 0; at < last; at += STRIDE) all.push(at);
  return [...all, last];
}

/** Difference of the mean colours of each cell: grain and sharpened edges cancel out. */
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

/** Mean sRGB (0..255) in a box of what is visible of the source. */
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

/** 0 up to `same`, `DIFFERS` at `differs`, straight on to 1. */
function ramp(value: number, same: number, differs: number): number {
  return Math.min(1, Math.max(0, (DIFFERS * (value - same)) / (differs - same)));
}

function mean(values: number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
