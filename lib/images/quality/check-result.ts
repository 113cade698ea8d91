import { ImageError } from '../formats/errors';
import type { ImageFacts } from '../formats/types';
import type { Inspect } from '../pipeline/inspect';
import { pictureFlaws } from './fidelity-flaws';
import { type ReadPixels, readPixels } from './read-pixels';

/** A result of one colour. */
export type BlankFlaw = 'black' | 'uniform';

/** Facts of a result, and its flaw, if it has one. */
export type CheckedResult = ImageFacts & { flaw?: BlankFlaw };

/** px. Every target has a longer long side. A result that shrank below it is a preview. */
const MIN_LONG_SIDE = 1536;
/**
 * Bytes per px. One colour needs at most 0.016; PNG and JPEG of anything else need at least 0.05.
 * Only files below this are decoded.
 */
const EMPTY_BYTES_PER_PX = 0.02;
/** px. Any size shows whether a picture has one colour. */
const SAMPLE_SIDE = 64;

/**
 * Checks by its header that the service delivered a whole picture. A result may be smaller than the
 * upload if that was above the target already. One that is also small in px is a preview.
 * A picture of one colour passes with a flaw: it was paid for, and the person decides.
 * @param sent size of the upload, px
 * @param inspect reads headers of every type
 * @throws ImageError every code of `inspect`; `image-too-small` for a preview;
 *   `image-unknown-type` for an SVG: no upscaler makes one, and it can hold scripts
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

/** No flaw if it does not decode here: the result was paid for, so keep it. */
async function flawOf(blob: Blob, read: ReadPixels): Promise<BlankFlaw | undefined> {
  const pixels = await read(blob, { width: SAMPLE_SIDE, height: SAMPLE_SIDE }).catch(
    () => undefined,
  );
  return pixels && pictureFlaws(pixels).find((flaw) => flaw !== 'transparency-lost');
}
