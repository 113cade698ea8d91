import { ImageError } from '../formats/errors';
import type { ImageFacts } from '../formats/types';
import type { Inspect } from '../pipeline/inspect';
import { pictureFlaws } from './fidelity-flaws';
import { type ReadPixels, readPixels } from './read-pixels';

/** What makes a result suspicious at first sight. */
export type BlankFlaw = 'black' | 'uniform';

/** Facts of a result, and what is odd about its look, if anything. */
export type CheckedResult = ImageFacts & { flaw?: BlankFlaw };

/** px. Every target has a longer long side; below it, a result that shrank is a preview. */
const MIN_LONG_SIDE = 1536;
/**
 * Bytes per px below which a file may well hold one colour only: those need 0.016 at most, PNG and
 * JPEG of anything else 0.05 at least. All others are spared the decoding.
 */
const EMPTY_BYTES_PER_PX = 0.02;
/** px. One colour is seen at any size. */
const LOOK_SIDE = 64;

/**
 * Checks by its header that what the service delivered is a whole picture. A result may be smaller
 * than what was sent when that was above the target already; small in both senses is a preview.
 * A picture of one colour passes, but is named: it was paid for, and the person decides.
 * @param sent size (px) of the picture that was uploaded.
 * @param inspect reads headers of every type.
 * @throws ImageError every code of `inspect`; `image-too-small` for a preview;
 *   `image-unknown-type` for an SVG, which no upscaler makes and which can do more than a picture.
 */
export async function checkResult(
  blob: Blob,
  sent: { width: number; height: number },
  inspect: Inspect,
  read: ReadPixels = readPixels,
): Promise<CheckedResult> {
  const facts = await inspect(blob);
  if (facts.type === 'svg') throw new ImageError('image-unknown-type');
  const shrank = facts.width < sent.width && facts.height < sent.height;
  if (shrank && Math.max(facts.width, facts.height) < MIN_LONG_SIDE) {
    throw new ImageError('image-too-small');
  }
  const mayBeEmpty = blob.size < EMPTY_BYTES_PER_PX * facts.width * facts.height;
  const flaw = mayBeEmpty ? await flawOf(blob, read) : undefined;
  return { ...facts, ...(flaw && { flaw }) };
}

/** A result that does not decode here is not thrown away: it was paid for. */
async function flawOf(blob: Blob, read: ReadPixels): Promise<BlankFlaw | undefined> {
  const pixels = await read(blob, { width: LOOK_SIDE, height: LOOK_SIDE }).catch(() => undefined);
  return pixels && pictureFlaws(pixels).find((flaw) => flaw !== 'transparency-lost');
}
