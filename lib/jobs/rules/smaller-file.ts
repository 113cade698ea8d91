import type { Limits } from '@/lib/images/pipeline/pass-through';
import type { Failure, Job, SourceFacts } from '../model/job';

/**
 * Limits of the official API of the same upscaler (docs/PROTOCOL.md, section 3.5). Those of the site are
 * unknown, so a larger file is sent as it is, and a smaller one only if that fails without a reason.
 */
const ADVISED = { bytes: 4.7 * 1024 * 1024, aspectRatio: 3 };
/** Safely below the advised size, bytes. */
const SMALLER_BYTES = 4.4 * 1024 * 1024;

/** Whether Automatic should send the picture of a failed task once more, as a smaller file. */
export function shouldSendSmaller(
  { options, source, smaller }: Pick<Job, 'options' | 'source' | 'smaller'>,
  { ret, failCode }: NonNullable<Failure['detail']> = {},
): boolean {
  const hasReason = ret !== undefined || failCode !== undefined;
  if (options.upscaler !== 'auto' || hasReason || smaller || !source) return false;
  // A part is small, and has the shape that the service wants.
  if (source.parts) return false;
  return source.sentBytes > ADVISED.bytes || isLongStrip(source);
}

/** Limits of the smaller file. A long strip is sent at half its size. */
export function smallerLimits(source: SourceFacts): Limits {
  const longSide = Math.max(source.sentWidth, source.sentHeight);
  return {
    bytes: Math.min(SMALLER_BYTES, source.sentBytes),
    longSide: isLongStrip(source) ? Math.ceil(longSide / 2) : longSide,
  };
}

function isLongStrip({ sentWidth, sentHeight }: SourceFacts): boolean {
  const ratio = Math.max(sentWidth, sentHeight) / Math.max(1, Math.min(sentWidth, sentHeight));
  return ratio > ADVISED.aspectRatio;
}
