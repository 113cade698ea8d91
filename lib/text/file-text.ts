/** Only invisible characters, such as the Hangul filler and the empty Braille cell. */
const NOTHING_SEEN = /^[\s\p{Default_Ignorable_Code_Point}\u2800]*$/u;

/**
 * One line of visible text: removes control characters, direction overrides, zero-width characters and
 * lone surrogates, and collapses white space. Joiners stay only inside emoji. Text without a
 * visible character becomes empty.
 */
export function plainText(text: string): string {
  const plain = text
    .replace(/[\s\u2028\u2029]+/g, ' ')
    .replace(/(?<!\p{Extended_Pictographic}[\ufe0f\u{1f3fb}-\u{1f3ff}]?)\u200d/gu, '')
    .replace(/[^\P{C}\u200d]/gu, '')
    .replace(/[\ufff0-\uffff]/g, '')
    .replace(/ +/g, ' ')
    .trim();
  return NOTHING_SEEN.test(plain) ? '' : plain;
}
