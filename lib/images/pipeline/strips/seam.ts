import type { Raster } from '../bands/raster';
import { type Shift, shiftBetween } from './register';
import { seamPath } from './seam-path';
import { inTone, type Tone, toneBetween } from './tone';

/** Share at each end of the overlap that is not used: a model does worst at its border. */
const BORDER = 1 / 6;
/** Share of the overlap in which one part goes over into the next. */
const FEATHER = 1 / 5;

/** How two neighbours are joined. Places are px along the axis, counted from the start of the overlap. */
export interface Seam {
  /** Displacement of the second part against the first: `y` along the axis, `x` across it. */
  shift: Shift;
  /** What both are changed by, at the seam, to meet in the middle. */
  tones: [Tone, Tone];
  /** For each px across: the middle of the transition. */
  path: Int16Array;
  /** Half the width of the transition, px. */
  reach: number;
}

/**
 * Finds the seam of two neighbours.
 * @param a the overlap as the first part shows it; one row for each px along the axis
 * @param b the same by the second part
 */
export function seamBetween(a: Raster, b: Raster): Seam {
  const shift = shiftBetween(a, b);
  const moved = displaced(b, shift);
  const unused = Math.floor(a.height * BORDER);
  const tones = toneBetween(rowsWithin(a, unused), rowsWithin(moved, unused));
  const reach = Math.max(1, Math.round((a.height * FEATHER) / 2));
  const border = Math.round(a.height * BORDER) + reach;
  const from = Math.min(border, a.height >> 1);
  const end = Math.max(from + 1, a.height - border);
  return {
    shift,
    tones,
    path: seamPath(inTone(a, tones[0]), inTone(moved, tones[1]), from, end),
    reach,
  };
}

/** A raster without so many rows at both ends. */
function rowsWithin({ data, width, height }: Raster, unused: number): Raster {
  const rows = height - 2 * unused;
  return {
    data: data.subarray(unused * width * 4, (unused + rows) * width * 4),
    width,
    height: rows,
  };
}

/** Moves a raster back by its shift; its border px repeat. */
function displaced({ data, width, height }: Raster, shift: Shift): Raster {
  if (shift.x === 0 && shift.y === 0) return { data, width, height };
  const moved = new Uint8ClampedArray(data.length);
  for (let y = 0; y < height; y += 1) {
    const fromY = Math.max(0, Math.min(height - 1, y + shift.y));
    for (let x = 0; x < width; x += 1) {
      const fromX = Math.max(0, Math.min(width - 1, x + shift.x));
      const from = (fromY * width + fromX) * 4;
      moved.set(data.subarray(from, from + 4), (y * width + x) * 4);
    }
  }
  return { data: moved, width, height };
}
