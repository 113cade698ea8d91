import { inspect } from '../pipeline/inspect';
import { type ReadPixels, readPixels } from './read-pixels';
import { estimateShift, type Shift } from './shift';

/** px. Longer than for the verdict: a px of the result must still be seen. */
const LONG_SIDE = 768;
/** Of the aspect ratio. Pictures of different shapes cannot be laid over each other. */
const SHAPE_TOLERANCE = 0.02;
/** A smaller shift is not seen, px of the result. */
const LEAST_PX = 1;
/** A smaller one may be an error of the estimate, px of the compared copies. */
const LEAST_MEASURED_PX = 0.08;

/**
 * Measures how far a result lies from another picture of the same: its source, or another result.
 * @returns px of the result, positive is right and down; undefined if it lies in place, or nothing can be told
 * @throws ImageError if one of the two does not decode
 */
export async function measureShift(
  before: Blob,
  after: Blob,
  read: ReadPixels = readPixels,
): Promise<Shift | undefined> {
  const [sizeBefore, sizeAfter] = await Promise.all([inspect(before), inspect(after)]);
  const shape = sizeAfter.width / sizeAfter.height / (sizeBefore.width / sizeBefore.height);
  if (Math.abs(Math.log(shape)) > SHAPE_TOLERANCE) return undefined;
  const scale = Math.min(
    1,
    LONG_SIDE / Math.max(sizeBefore.width, sizeBefore.height),
    LONG_SIDE / Math.max(sizeAfter.width, sizeAfter.height),
  );
  const size = {
    width: Math.max(1, Math.round(sizeBefore.width * scale)),
    height: Math.max(1, Math.round(sizeBefore.height * scale)),
  };
  const [a, b] = await Promise.all([read(before, size), read(after, size)]);
  const measured = estimateShift(a, b);
  if (!measured || Math.hypot(measured.x, measured.y) < LEAST_MEASURED_PX) return undefined;
  const shift = {
    x: (measured.x * sizeAfter.width) / size.width,
    y: (measured.y * sizeAfter.height) / size.height,
  };
  return Math.hypot(shift.x, shift.y) >= LEAST_PX ? shift : undefined;
}
