import parse from 'parse-srcset';

/** One entry of a `srcset`: its address as written, and the size that the page claims for it. */
export interface SrcsetEntry {
  address: string;
  /** Width in px (`800w`). */
  width?: number;
  /** Px per CSS px (`2x`); 1 if the entry has no descriptor. */
  density?: number;
}

/** Real pages stay far below these limits; a hostile page might not. */
const MAX_ENTRIES = 100;
const MAX_LENGTH = 1_000_000;
/** The parser needs the square of a run of commas (seconds for 90,000), and time for every entry. */
const MAX_COMMAS = 2_000;

/**
 * Parses a `srcset` as the HTML standard does: addresses may hold commas, entries with a bad
 * descriptor are dropped. Never throws.
 *
 * `parse-srcset` follows the algorithm of the standard. `srcset` 5.0.3 does not: it keeps entries with
 * a bad descriptor, and takes "1x" for the address in "a 1x".
 */
export function parseSrcset(input: string | null): SrcsetEntry[] {
  const text = (input ?? '').trimStart();
  const length = usableLength(text);
  const parsed = parse(text.slice(0, length));
  // The last entry of a text that was cut may have half an address.
  if (length < text.length) parsed.pop();
  return parsed.slice(0, MAX_ENTRIES).map(({ url, w, d }) => {
    if (w === undefined) return { address: url, density: d ?? 1 };
    return { address: url, width: w };
  });
}

/** How much of a text is parsed, in characters. */
function usableLength(text: string): number {
  let comma = -1;
  for (let count = 0; count < MAX_COMMAS; count += 1) {
    comma = text.indexOf(',', comma + 1);
    if (comma === -1) return Math.min(text.length, MAX_LENGTH);
  }
  return Math.min(comma, MAX_LENGTH);
}

/**
 * Sorts entries, the largest first. A density counts as a width: times the width on the page.
 * @param cssWidth width of the image at density 1, in CSS px
 */
export function rankSrcset(
  entries: readonly SrcsetEntry[],
  cssWidth: number,
): (SrcsetEntry & { pixels: number })[] {
  return entries
    .map((entry) => ({
      ...entry,
      pixels: entry.width ?? (entry.density ?? 1) * Math.max(1, cssWidth),
    }))
    .sort((a, b) => b.pixels - a.pixels);
}
