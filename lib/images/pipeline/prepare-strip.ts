import { ImageError } from '../formats/errors';
import type { ImageFacts, PreparedImage } from '../formats/types';
import { rowsOfBlob } from './bands/bitmap-rows';
import { LIMITS, type Limits } from './pass-through';
import { activityOf } from './strips/activity';
import { planParts, type StripDecision } from './strips/plan-parts';

/** The stored picture is not what is uploaded: only its parts have limits. It keeps every pixel. */
const WHOLE: Limits = { bytes: Infinity, longSide: Infinity, isLossless: true };

const REFUSALS = {
  'result-too-large': 'image-result-too-large',
  'too-many-parts': 'image-too-many-parts',
} as const;

/**
 * Prepares a picture that is too long for one order.
 * @param found facts of the file
 * @param prepareWhole prepares it within the given limits
 * @returns the whole picture and how it is cut; undefined if it is sent in one piece
 * @throws ImageError `image-result-too-large`, `image-too-many-parts`, before anything is decoded, and
 *   what `prepareWhole` throws
 */
export async function prepareStrip(
  found: ImageFacts,
  target: '2k' | '4k',
  prepareWhole: (limits: Limits) => Promise<PreparedImage>,
): Promise<PreparedImage | undefined> {
  // A vector is drawn at the size that we choose; an icon is small.
  if (found.type === 'svg' || found.type === 'ico') return undefined;
  const outline = decided(planParts(found, target, LIMITS));
  if (outline.kind === 'whole') return undefined;
  const prepared = await prepareWhole(WHOLE);
  const { image, sent } = prepared;
  const { width, height } = sent;
  const rows = rowsOfBlob(image, { width, height });
  try {
    const plan = decided(
      planParts({ width, height }, target, LIMITS, await activityOf(rows, outline.axis)),
    );
    return plan.kind === 'parts' ? { ...prepared, parts: plan } : undefined;
  } finally {
    rows.close?.();
  }
}

/** @throws ImageError for a refusal */
function decided(decision: StripDecision): Exclude<StripDecision, { kind: 'refused' }> {
  if (decision.kind === 'refused') throw new ImageError(REFUSALS[decision.reason]);
  return decision;
}
