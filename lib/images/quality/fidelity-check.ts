import { inspect } from '../pipeline/inspect';
import { compareFidelity, type Fidelity } from './fidelity';
import { type PictureFlaw, pictureFlaws } from './fidelity-flaws';
import { WINDOW } from './fidelity-structure';
import { type ReadPixels, readPixels } from './read-pixels';

/** The comparison of a result with its source. */
export interface FidelityReport {
  flaws: PictureFlaw[];
  /** Absent when the source is gone, too narrow, or of another shape. */
  fidelity?: Fidelity;
}

/** px. Long enough to tell words apart, short enough to be fast. */
const LONG_SIDE = 512;
/** Of the aspect ratio. A result of another shape cannot be compared with its source. */
const SHAPE_TOLERANCE = 0.05;

/**
 * Looks for flaws in a result and compares it with its source, at the size of the source or 512 px,
 * whichever is smaller. Detail that the source cannot show does not count.
 * @throws ImageError if one of the two does not decode
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
