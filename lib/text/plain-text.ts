/** Text that a page or the service supplied, made safe to show or to name a file by. */

/** Control and direction characters, zero-width spaces. Joiners stay: Persian and emoji need them. */
const UNSAFE_TO_SHOW = /[\p{Cc}\p{Bidi_Control}\u200b\u2060\ufeff]+/gu;
/** Control, format, private-use and unassigned characters, and lone surrogates; U+200D apart. */
const UNSAFE_IN_NAMES = /[^\P{C}\u200d]/gu;
/** A zero-width joiner that joins no emoji. */
const STRAY_JOINER = /(?<!\p{Extended_Pictographic}[\ufe0f\u{1f3fb}-\u{1f3ff}]?)\u200d/gu;
const SPECIALS = /[\ufff0-\uffff]/g;
/** Only characters that draw nothing, such as the Hangul filler and the empty Braille cell. */
const DRAWS_NOTHING = /^[\s\p{Default_Ignorable_Code_Point}\u2800]*$/u;

/**
 * Text to show on one line. Direction overrides, which can make "gpj.exe" look like "exe.jpg", and
 * control characters become a space.
 * @returns empty if no character is visible
 */
export function plainText(text: string): string {
  return visible(text.replace(UNSAFE_TO_SHOW, ' '));
}

/**
 * Text for a file name, on one line. Stricter than `plainText`: every control, format and
 * private-use character goes, and joiners stay inside emoji only.
 * @returns empty if no character is visible
 */
export function fileNameText(text: string): string {
  const oneLine = text.replace(/\s+/g, ' ');
  return visible(
    oneLine.replace(STRAY_JOINER, '').replace(UNSAFE_IN_NAMES, '').replace(SPECIALS, ''),
  );
}

function visible(text: string): string {
  const trimmed = text.replace(/\s+/g, ' ').trim();
  return DRAWS_NOTHING.test(trimmed) ? '' : trimmed;
}
