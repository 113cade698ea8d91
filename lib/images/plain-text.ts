/**
 * One line of visible text: control characters, direction overrides, zero-width characters and
 * halves of characters are gone, white space is single. Joiners stay inside emoji only.
 */
export function plainText(text: string): string {
  return text
    .replace(/[\s\u2028\u2029]+/g, ' ')
    .replace(/(?<!\p{Extended_Pictographic}[\ufe0f\u{1f3fb}-\u{1f3ff}]?)\u200d/gu, '')
    .replace(/[^\P{C}\u200d]/gu, '')
    .replace(/[\ufff0-\uffff]/g, '')
    .replace(/ +/g, ' ')
    .trim();
}
