import { lumaOnWhite, type Pixels } from './fidelity-structure';
import { sameSquares } from './likeness';
import { type ReadPixels, readPixels } from './read-pixels';

/** Side of the square to which pictures are drawn, px; what `isSamePicture` was measured with. */
const SIDE = 32;
/** Prints of 4 kB each that are kept, the latest ones. */
const KEPT = 500;
/** Side of the squares whose means are compared first, px. */
const CELL = 8;
/** Most mean difference of these means, 0..255, at which the slow comparison is worth it: a quarter of the range. */
const MAX_COARSE = 64;

/** A picture drawn small. */
interface Print {
  pixels: Pixels;
  /** Mean luma of each cell, 0..255. */
  means: readonly number[];
}

/** Finds out which of many stored pictures a small copy shows. */
export interface Prints {
  /** Whether the picture of that id is the one that a small copy shows. False where one does not decode. */
  isOf(small: Blob, id: string): Promise<boolean>;
  /**
   * The picture that a small copy shows: the most alike of those that are the same.
   * @param ids of pictures that have its proportions
   */
  find(small: Blob, ids: readonly string[]): Promise<string | undefined>;
}

/**
 * Compares small copies with stored pictures, each of which is drawn once as long as its print is kept.
 * @param picture bytes of a stored picture, such as its thumbnail
 */
export function createPrints(
  picture: (id: string) => Promise<Blob | undefined>,
  read: ReadPixels = readPixels,
): Prints {
  const kept = new Map<string, Print>();

  async function printOf(bytes: Blob | undefined): Promise<Print | undefined> {
    const pixels =
      bytes && (await read(bytes, { width: SIDE, height: SIDE }).catch(() => undefined));
    return pixels && { pixels, means: meansOf(pixels) };
  }

  async function keptPrint(id: string): Promise<Print | undefined> {
    const print = kept.get(id) ?? (await printOf(await picture(id)));
    if (!print) return undefined;
    kept.delete(id);
    kept.set(id, print);
    const [oldest] = kept.keys();
    if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
    return print;
  }

  async function find(small: Blob, ids: readonly string[]): Promise<string | undefined> {
    const asked = ids.length > 0 ? await printOf(small) : undefined;
    if (!asked) return undefined;
    let best: { id: string; structure: number } | undefined;
    for (const id of ids) {
      const print = await keptPrint(id);
      if (!print || differenceOf(asked.means, print.means) > MAX_COARSE) continue;
      const structure = sameSquares(asked.pixels, print.pixels);
      if (structure === undefined) continue;
      if (!best || structure > best.structure) best = { id, structure };
    }
    return best?.id;
  }

  return { find, isOf: async (small, id) => (await find(small, [id])) !== undefined };
}

function meansOf(pixels: Pixels): number[] {
  const luma = lumaOnWhite(pixels);
  const across = SIDE / CELL;
  const means = new Array<number>(across * across).fill(0);
  luma.forEach((value, at) => {
    const cell = Math.floor((at % SIDE) / CELL) + across * Math.floor(at / SIDE / CELL);
    means[cell] = (means[cell] ?? 0) + value / (CELL * CELL);
  });
  return means;
}

function differenceOf(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, mean, at) => sum + Math.abs(mean - (b[at] ?? 0)), 0) / a.length;
}
