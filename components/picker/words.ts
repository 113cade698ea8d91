import type { Picture } from '@/lib/picker/picture';
import type { Locale } from '../ui/locale';

/** Pixel size of a picture, or that it is unknown. */
export function sizeWords({ size }: Picture, { messages, formats }: Locale): string {
  return size ? formats.size(size.width, size.height) : messages.picker.tile.noSize;
}

/** Format and file size, as far as known. */
export function fileWords({ type, bytes }: Picture, { formats }: Locale): string {
  const known = [type, bytes !== undefined && formats.bytes(bytes)];
  return known.filter((each) => typeof each === 'string').join(' · ');
}

/** What is known of a larger version; undefined without any. */
export function originalWords(
  { larger, hasLarger }: Picture,
  { messages, formats }: Locale,
): string | undefined {
  const { tile } = messages.picker;
  if (!larger) return hasLarger ? tile.hasOriginal : undefined;
  return larger.height === undefined
    ? tile.originalWide(formats.number(larger.width))
    : tile.original(formats.size(larger.width, larger.height));
}

/** Sentences about the past of a picture. */
export function pastWords({ doneIn, isGone }: Picture, { messages }: Locale): string[] {
  const { tile } = messages.picker;
  const done = doneIn.map((target) => tile.done(messages.job.target[target]));
  return [...done, ...(isGone ? [tile.gone] : [])];
}
