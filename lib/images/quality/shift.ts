import { lumaOnWhite, type Pixels } from './fidelity-structure';

/** How far one picture is displaced against another, px. */
export interface Shift {
  x: number;
  y: number;
}

/** A plane of luma, row by row. */
interface Plane {
  values: Float32Array;
  width: number;
  height: number;
}

/** A part of a plane, px. */
interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Halvings of the picture: a shift is found coarsely first. */
const LEVELS = 4;
/** Shortest side of the coarsest plane, px. */
const LEAST_SIDE = 24;
const ROUNDS = 12;
/** A round that moves less than this ends the search, px. */
const SETTLED = 0.002;
/** Mean squared gradient below which a part is too plain to tell, of luma 0..255. */
const PLAIN = 4;
/** Of the smaller side. A larger shift is another crop, and no small shift. */
const MOST = 0.04;
/** What the quarters may differ by, px: then the picture is displaced as a whole, and not stretched or redrawn. */
const AGREEMENT = 0.2;
/** Of the quarters, so many must tell and agree. */
const ENOUGH_QUARTERS = 2;
/** A correction has to remove this share of the squared difference. */
const WORTH = 0.03;

/**
 * Estimates how far a picture lies from another that shows the same, to a fraction of a px: positive is right and down.
 * Least squares on the gradients (Lucas and Kanade 1981), from coarse to fine, first as a whole and then by quarters.
 * @param before and `after`: of the same size, px
 * @returns undefined if they are not displaced as a whole, by no more than 4 % of the smaller side, or nothing can be told
 * @throws RangeError if the sizes differ
 */
export function estimateShift(before: Pixels, after: Pixels): Shift | undefined {
  if (before.width !== after.width || before.height !== after.height) {
    throw new RangeError('sizes differ');
  }
  const a = pyramidOf(before);
  const b = pyramidOf(after);
  let shift: Shift | undefined = { x: 0, y: 0 };
  for (let level = a.length - 1; level >= 0; level -= 1) {
    const [from, to] = [a[level], b[level]];
    if (!from || !to || !shift) return undefined;
    const start: Shift = level === a.length - 1 ? shift : { x: shift.x * 2, y: shift.y * 2 };
    // A coarse plane may be too plain: the finer one decides.
    shift = refined(from, to, start, insideOf(from)) ?? (level > 0 ? start : undefined);
  }
  const [from, to] = [a[0], b[0]];
  if (!from || !to || !shift) return undefined;
  if (Math.hypot(shift.x, shift.y) > MOST * Math.min(from.width, from.height)) return undefined;
  const quarters = quartersOf(from).flatMap((box) => refined(from, to, shift, box) ?? []);
  const agreeing = quarters.filter(({ x, y }) => Math.hypot(x - shift.x, y - shift.y) <= AGREEMENT);
  if (agreeing.length < ENOUGH_QUARTERS || agreeing.length < quarters.length) return undefined;
  const box = insideOf(from);
  const left = difference(from, to, { x: 0, y: 0 }, box);
  const corrected = difference(from, to, shift, box);
  return corrected <= (1 - WORTH) * left ? shift : undefined;
}

/** The picture at its own size and at halves of it, smallest last. */
function pyramidOf(pixels: Pixels): Plane[] {
  const { width, height } = pixels;
  const planes: Plane[] = [blurred({ values: lumaOnWhite(pixels), width, height })];
  for (let level = 1; level < LEVELS; level += 1) {
    const last = planes.at(-1);
    if (!last || Math.min(last.width, last.height) < 2 * LEAST_SIDE) break;
    planes.push(blurred(halved(last)));
  }
  return planes;
}

/** Softens what one of the two may have sharpened, and makes the gradients reliable (1 2 1 both ways). */
function blurred(plane: Plane): Plane {
  return soften(soften(plane, 1), plane.width);
}

function soften({ values, width, height }: Plane, step: number): Plane {
  const soft = new Float32Array(values.length);
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at] ?? 0;
    const isRowEnd = step === 1 && (at % width === 0 || at % width === width - 1);
    const before = isRowEnd && at % width === 0 ? value : (values[at - step] ?? value);
    const after = isRowEnd && at % width !== 0 ? value : (values[at + step] ?? value);
    soft[at] = (before + 2 * value + after) / 4;
  }
  return { values: soft, width, height };
}

function halved({ values, width, height }: Plane): Plane {
  const half = { width: Math.floor(width / 2), height: Math.floor(height / 2) };
  const small = new Float32Array(half.width * half.height);
  for (let y = 0; y < half.height; y += 1) {
    for (let x = 0; x < half.width; x += 1) {
      const at = 2 * y * width + 2 * x;
      small[y * half.width + x] =
        ((values[at] ?? 0) +
          (values[at + 1] ?? 0) +
          (values[at + width] ?? 0) +
          (values[at + width + 1] ?? 0)) /
        4;
    }
  }
  return { values: small, ...half };
}

/** The plane without a margin: what is displaced leaves it there. */
function insideOf({ width, height }: Plane): Box {
  const margin = Math.max(2, Math.round(MOST * Math.min(width, height)));
  return { left: margin, top: margin, right: width - margin, bottom: height - margin };
}

function quartersOf(plane: Plane): Box[] {
  const { left, top, right, bottom } = insideOf(plane);
  const [x, y] = [Math.round((left + right) / 2), Math.round((top + bottom) / 2)];
  return [
    { left, top, right: x, bottom: y },
    { left: x, top, right, bottom: y },
    { left, top: y, right: x, bottom },
    { left: x, top: y, right, bottom },
  ];
}

/** Solves for the shift of a part, from a first guess; undefined where it is too plain along an axis. */
function refined(from: Plane, to: Plane, start: Shift, box: Box): Shift | undefined {
  let { x, y } = start;
  for (let round = 0; round < ROUNDS; round += 1) {
    const step = stepOf(from, to, { x, y }, box);
    if (!step) return undefined;
    x += step.x;
    y += step.y;
    if (Math.hypot(step.x, step.y) < SETTLED) break;
  }
  return { x, y };
}

/** One step of Gauss and Newton: the normal equations of the two gradients. */
function stepOf(from: Plane, to: Plane, shift: Shift, box: Box): Shift | undefined {
  const { values, width } = from;
  let xx = 0;
  let xy = 0;
  let yy = 0;
  let xe = 0;
  let ye = 0;
  let count = 0;
  for (let v = box.top; v < box.bottom; v += 1) {
    for (let u = box.left; u < box.right; u += 1) {
      const at = v * width + u;
      const gx = ((values[at + 1] ?? 0) - (values[at - 1] ?? 0)) / 2;
      const gy = ((values[at + width] ?? 0) - (values[at - width] ?? 0)) / 2;
      const error = sampleOf(to, u + shift.x, v + shift.y) - (values[at] ?? 0);
      xx += gx * gx;
      xy += gx * gy;
      yy += gy * gy;
      xe += gx * error;
      ye += gy * error;
      count += 1;
    }
  }
  const determinant = xx * yy - xy * xy;
  // The weaker of the two directions has to show something, or the shift along it is a guess.
  const trace = xx + yy;
  const weaker = (trace - Math.sqrt(Math.max(0, trace * trace - 4 * determinant))) / 2;
  if (count === 0 || weaker / count < PLAIN) return undefined;
  return {
    x: -(yy * xe - xy * ye) / determinant,
    y: -(xx * ye - xy * xe) / determinant,
  };
}

/** Mean squared difference of a part, with the second plane moved back by the shift. */
function difference(from: Plane, to: Plane, shift: Shift, box: Box): number {
  let sum = 0;
  let count = 0;
  for (let v = box.top; v < box.bottom; v += 1) {
    for (let u = box.left; u < box.right; u += 1) {
      const error = sampleOf(to, u + shift.x, v + shift.y) - (from.values[v * from.width + u] ?? 0);
      sum += error * error;
      count += 1;
    }
  }
  return sum / Math.max(1, count);
}

/** The value between px, linear both ways; the edge goes on outside. */
function sampleOf({ values, width, height }: Plane, x: number, y: number): number {
  const left = Math.min(width - 2, Math.max(0, Math.floor(x)));
  const top = Math.min(height - 2, Math.max(0, Math.floor(y)));
  const rx = Math.min(1, Math.max(0, x - left));
  const ry = Math.min(1, Math.max(0, y - top));
  const at = top * width + left;
  const upper = (values[at] ?? 0) * (1 - rx) + (values[at + 1] ?? 0) * rx;
  const lower = (values[at + width] ?? 0) * (1 - rx) + (values[at + width + 1] ?? 0) * rx;
  return upper * (1 - ry) + lower * ry;
}
