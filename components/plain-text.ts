/** Characters that cannot be seen and turn the direction of text around or break its line. */
const INVISIBLE = /[\p{Cc}\p{Bidi_Control}\u200b\u2060\ufeff]+/gu;

/**
 * Text from a page, fit to be shown on one line: without direction overrides,
 * which can make "gpj.exe" look like "exe.jpg", and without control characters.
 */
export function plainText(text: string): string {
  return text.replace(INVISIBLE, ' ').replace(/\s+/g, ' ').trim();
}
