/** Invisible characters that change the text direction or break the line. */
const INVISIBLE = /[\p{Cc}\p{Bidi_Control}\u200b\u2060\ufeff]+/gu;
/** Only invisible characters, such as the Hangul filler and the empty Braille cell. */
const NOTHING_SEEN = /^[\s\p{Default_Ignorable_Code_Point}\u2800]*$/u;

/**
 * Text from a page as one line for display: without direction overrides,
 * which can make "gpj.exe" look like "exe.jpg", and without control characters.
 * Empty if nothing in it is visible.
 */
export function plainText(text: string): string {
  const plain = text.replace(INVISIBLE, ' ').replace(/\s+/g, ' ').trim();
  return NOTHING_SEEN.test(plain) ? '' : plain;
}
