import { lumaOnWhite, type Pixels, ssimAt, WINDOW } from './fidelity-structure';
import { type ReadPixels, readPixels } from './read-pixels';

/** px */
interface Size {
  width: number;
  height: number;
}

/** Side to which both pictures are drawn, px; a smaller shown picture sets a smaller one. */
const SIDE = 32;
const MIN_SIDE = WINDOW;
/** Between two windows of comparison, px. */
const STEP = 4;

/**
 * From which structure and up to which colour difference two pictures are the same. Measured by `npm run
 * bench:likeness` on the gallery's pictures, 2026-11-29:
 * - the same picture at 16 to 400 px, sharpened, blurred, lighter, as JPEG or WebP of quality 30, or cropped to a
 *   square: structure 0.88 or more, colour 15.3 or less;
 * - other pictures, a part, shifted by 6 %, or other things on the same ground: structure 0.71 or less;
 * - the same picture in grey or in other hues: colour 19.3 or more.
 * A nearly symmetric picture is 0.94 like its mirror image, so structure alone lets that pass.
 */
const SAME_STRUCTURE = 0.83;
const SAME_COLOUR = 17;
/**
 * By how much more structure a mirrored picture gives itself away when it is mirrored back. Measured in the same run:
 * by 0.024 or more; the same picture gains nothing (a symmetric one 0.000).
 */
const MIRRORED_BY = 0.01;
/** How much larger than a crop the whole picture may be, by one side. */
const MAX_CROP = 2.2;

export interface Likeness {
  /** Mean structural similarity (SSIM) of luma: 1 is the same, 0 is unrelated. */
  structure: number;
  /** Mean difference of colour (chroma), 0..255. */
  colour: number;
  /** Structure when one of the two is mirrored left to right. */
  mirrored: number;
}

/** A picture and its size, px. */
export interface Measured {
  bytes: Blob;
  size: Size;
}

/**
 * Compares two pictures, drawn small. If the proportions differ, the shown one may be a crop of the other: then the
 * place in the other with the greatest likeness counts.
 * @returns undefined if the shown one can be no crop of the other
 * @throws if one of them does not decode here
 */
export async function likeness(
  shown: Measured,
  other: Measured,
  read: ReadPixels = readPixels,
): Promise<Likeness | undefined> {
  const side = Math.max(MIN_SIDE, Math.min(SIDE, shown.size.width, shown.size.height));
  // Both sides are scaled to the square of the shown picture, so that a crop becomes a strip.
  const stretch = (other.size.width / other.size.height) * (shown.size.height / shown.size.width);
  if (Math.max(stretch, 1 / stretch) > MAX_CROP) return undefined;
  const isAsWide = Math.abs(stretch - 1) <= 0.02;
  const width = isAsWide ? side : Math.max(side, Math.round(side * stretch));
  const height = isAsWide ? side : Math.max(side, Math.round(side / stretch));
  const [first, second] = await Promise.all([
    read(shown.bytes, { width: side, height: side }),
    read(other.bytes, { width, height }),
  ]);
  const luma = lumaOnWhite(first);
  let best: { structure: number; part: Pixels } | undefined;
  for (let top = 0; top + side <= height; top += 1) {
    for (let left = 0; left + side <= width; left += 1) {
      const part = cut(second, left, top, side);
      const structure = structureOf(luma, lumaOnWhite(part), side);
      if (!best || structure > best.structure) best = { structure, part };
    }
  }
  return best && likenessOfSquares(first, best.part);
}

/**
 * How alike two pictures are that were drawn to squares of one size, if they are the same. Most pairs are given up after
 * a third of the work.
 * @returns their structure; undefined if they are not the same
 */
export function sameSquares(first: Pixels, other: Pixels): number | undefined {
  const structure = structureOf(lumaOnWhite(first), lumaOnWhite(other), first.width);
  if (structure < SAME_STRUCTURE) return undefined;
  return isSamePicture(likenessOfSquares(first, other)) ? structure : undefined;
}

function likenessOfSquares(first: Pixels, other: Pixels): Likeness {
  const side = first.width;
  const luma = lumaOnWhite(other);
  return {
    structure: structureOf(lumaOnWhite(first), luma, side),
    colour: colourBetween(first, other),
    mirrored: structureOf(lumaOnWhite(mirror(first)), luma, side),
  };
}

function mirror({ data, width, height }: Pixels): Pixels {
  const mirrored = new Uint8ClampedArray(data.length);
  for (let at = 0; at < width * height; at += 1) {
    const column = at % width;
    const from = (at - column + width - 1 - column) * 4;
    mirrored.set(data.subarray(from, from + 4), at * 4);
  }
  return { data: mirrored, width, height };
}

function cut({ data, width }: Pixels, left: number, top: number, side: number): Pixels {
  const part = new Uint8ClampedArray(side * side * 4);
  for (let y = 0; y < side; y += 1) {
    const from = ((top + y) * width + left) * 4;
    part.set(data.subarray(from, from + side * 4), y * side * 4);
  }
  return { data: part, width: side, height: side };
}

/** Whether a likeness is that of one picture in two sizes. */
export function isSamePicture({ structure, colour, mirrored }: Likeness): boolean {
  if (mirrored > structure + MIRRORED_BY) return false;
  return structure >= SAME_STRUCTURE && colour <= SAME_COLOUR;
}

/** Mean SSIM of two square luma planes. @param side px */
function structureOf(before: Float32Array, after: Float32Array, side: number): number {
  let sum = 0;
  let count = 0;
  for (let top = 0; top + WINDOW <= side; top += STEP) {
    for (let left = 0; left + WINDOW <= side; left += STEP) {
      sum += ssimAt(before, after, side, left, top);
      count += 1;
    }
  }
  return count === 0 ? 0 : sum / count;
}

/** Mean distance of the two chroma values (BT.601) of all pixels. */
function colourBetween({ data: a }: Pixels, { data: b }: Pixels): number {
  let sum = 0;
  const count = Math.min(a.length, b.length) / 4;
  for (let at = 0; at < count * 4; at += 4) {
    sum += Math.hypot(blue(a, at) - blue(b, at), red(a, at) - red(b, at));
  }
  return sum / Math.max(1, count);
}

function blue(data: Uint8ClampedArray, at: number): number {
  const [r, g, b] = [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0];
  return -0.169 * r - 0.331 * g + 0.5 * b;
}

function red(data: Uint8ClampedArray, at: number): number {
  const [r, g, b] = [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0];
  return 0.5 * r - 0.419 * g - 0.081 * b;
}
