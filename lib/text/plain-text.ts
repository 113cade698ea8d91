/** Characters that cannot be seen and turn the direction of text around or break its line. */
const INVISIBLE = /[\p{Cc}\p{Bidi_Control}\u200b\u2060\ufeff]+/gu;
/** Nothing but letters that are drawn as nothing, such as the Hangul filler and the empty Braille cell. */
const NOTHING_SEEN = /^[\s\p{Default_Ignorable_Code_Point}\u2800]*$/u;

/**
 * Text from a page, fit to be shown on one line: without direction overrides,
 * which can make "gpj.exe" look like "exe.jpg", and without control characters.
 * Empty if nothing of it can be seen.
 */
export function plainText(text: string): string {
  const plain = text.replace(INVISIBLE, ' ').replace(/\s+/g, ' ').trim();
  return NOTHING_SEEN.test(plain) ? '' : plain;
}
