import { ImageError } from './errors';
import { inspect } from './inspect';
import type { ImageFacts } from './types';

/** px. Every target has a longer long side; below it, a result that shrank is a preview. */
const MIN_LONG_SIDE = 1536;

/**
 * Checks by its header that what the service delivered is a whole picture. A result may be smaller
 * than what was sent when that was above the target already; small in both senses is a preview.
 * @param sent size (px) of the picture that was uploaded.
 * @throws ImageError every code of `inspect`; `image-too-small` for a preview.
 */
export async function checkResult(
  blob: Blob,
  sent: { width: number; height: number },
): Promise<ImageFacts> {
  const facts = await inspect(blob);
  const shrank = facts.width < sent.width && facts.height < sent.height;
  if (shrank && Math.max(facts.width, facts.height) < MIN_LONG_SIDE) {
    throw new ImageError('image-too-small');
  }
  return facts;
}
