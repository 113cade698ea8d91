import { inspect } from '../pipeline/inspect';
import { compareFidelity, type Fidelity } from './fidelity';
import { type PictureFlaw, pictureFlaws } from './fidelity-flaws';
import { WINDOW } from './fidelity-structure';
import { type ReadPixels, readPixels } from './read-pixels';

/** What a look at a result and its source found. */
export interface FidelityReport {
  flaws: PictureFlaw[];
  /** Absent when the source is gone, too narrow, or of another shape. */
  fidelity?: Fidelity;
}

/** px. Long enough for words to be told apart, short enough to take no time. */
const LONG_SIDE = 512;
/** Of width to height. A picture of another shape cannot be laid over its source. */
const SHAPE_TOLERANCE = 0.05;

/**
 * Looks at a result, and compares it with its source at the source's size (or 512 px, if that is
 * less): no detail that the source cannot show counts.
 * @throws ImageError if one of the two is no picture that decodes
 */
export async function checkFidelity(
  after: Blob,
  before: Blob | undefined,
  read: ReadPixels = readPixels,
): Promise<FidelityReport> {
  const sizeAfter = await inspect(after);
  if (!before) return { flaws: pictureFlaws(await read(after, bounded(sizeAfter))) };
  const sizeBefore = await inspect(before);
  const size = bounded(sizeBefore);
  const [source, result] = await Promise.all([read(before, size), read(after, size)]);
  const shape = sizeAfter.width / sizeAfter.height / (sizeBefore.width / sizeBefore.height);
  const canCompare =
    Math.abs(Math.log(shape)) < SHAPE_TOLERANCE && Math.min(size.width, size.height) >= WINDOW;
  return {
    flaws: pictureFlaws(result, source),
    ...(canCompare && { fidelity: compareFidelity(source, result) }),
  };
}

function bounded({ width, height }: { width: number; height: number }) {
  const scale = Math.min(1, LONG_SIDE / Math.max(width, height));
  return {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  };
}
