/** One entry of a `srcset`: its address as written, and what the page claims about it. */
export interface SrcsetEntry {
  address: string;
  /** Width in px (`800w`). */
  width?: number;
  /** Px per CSS px (`2x`); 1 if nothing is said. */
  density?: number;
}

/** Nobody writes more; a hostile page might. */
const MAX_ENTRIES = 100;
const MAX_LENGTH = 1_000_000;

/**
 * Parses a `srcset` as the HTML standard does: addresses may hold commas, entries with a bad
 * descriptor are dropped. Never throws.
 */
export function parseSrcset(input: string | null): SrcsetEntry[] {
  const text = (input ?? '').slice(0, MAX_LENGTH);
  const entries: SrcsetEntry[] = [];
  let at = 0;
  while (at < text.length && entries.length < MAX_ENTRIES) {
    at = skip(text, at, /[\s,]/);
    const start = at;
    while (at < text.length && !/\s/.test(text.charAt(at))) at += 1;
    let address = text.slice(start, at);
    if (!address) break;
    let descriptors = '';
    if (address.endsWith(',')) {
      address = withoutCommas(address);
    } else {
      const end = endOfDescriptors(text, at);
      descriptors = text.slice(at, end);
      at = end + 1;
    }
    const size = readDescriptors(descriptors);
    if (address && size) entries.push({ address, ...size });
  }
  return entries;
}

/** Without commas at the end. A pattern would take the square of their number. */
function withoutCommas(address: string): string {
  let end = address.length;
  while (end > 0 && address.charAt(end - 1) === ',') end -= 1;
  return address.slice(0, end);
}

function skip(text: string, from: number, what: RegExp): number {
  let at = from;
  while (at < text.length && what.test(text.charAt(at))) at += 1;
  return at;
}

/** Index of the comma that ends the descriptors; commas in parentheses do not. */
function endOfDescriptors(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === '(') depth += 1;
    else if (character === ')') depth = Math.max(0, depth - 1);
    else if (character === ',' && depth === 0) return at;
  }
  return text.length;
}

function readDescriptors(text: string): Omit<SrcsetEntry, 'address'> | undefined {
  const size: Omit<SrcsetEntry, 'address'> = {};
  for (const token of text.trim().split(/\s+/)) {
    if (token === '') continue;
    const match = /^(\d+(?:\.\d+)?(?:e[+-]?\d+)?)([wxh])$/i.exec(token);
    const value = Number(match?.[1]);
    if (!match || !(value > 0)) return undefined;
    const unit = match[2]?.toLowerCase();
    if (unit === 'w') size.width = value;
    else if (unit === 'x') size.density = value;
  }
  if (size.width === undefined && size.density === undefined) size.density = 1;
  return size;
}

/**
 * Largest first. Widths and densities are compared through the width on the page.
 * @param cssWidth width the picture takes at density 1, in CSS px
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
