import { imageUrl, looksLikeImage } from './urls';

/** Longer texts are not parsed: a page controls the length. */
const MAX_JSON = 16_384;
const MAX_DEPTH = 4;
const MAX_VALUES = 200;
/** Keys whose value is an address of an image, whatever it looks like. */
const KEYS =
  /^(?:src|url|uri|image|img|full|large|original|hi_?res|zoom|(?:image|img|large|full|original|media)_?(?:url|uri|src|image))$/i;

/** Members that name a stand-in or a small version. */
const OF_ANOTHER = /thumb|placeholder|preview|blur|lqip|icon|avatar/i;

/**
 * Addresses of images in a JSON text, as scripts of shops and galleries leave in attributes: `{"url":"/a.jpg"}`, a
 * list of addresses, or `{"https://…/a.jpg":[600,400]}`. The largest by a number beside it comes first.
 */
export function jsonAddresses(text: string | null, base: string): string[] {
  const trimmed = text?.trim() ?? '';
  if (!/^[[{]/.test(trimmed) || trimmed.length > MAX_JSON) return [];
  let parsed: unknown;
  try {
    parsed = JSON.parse(trimmed);
  } catch {
    return [];
  }
  const found = new Map<string, number>();
  let left = MAX_VALUES;
  const add = (address: string, isNamed: boolean, size: number): void => {
    const url = /[./]/.test(address) ? imageUrl(address, base) : undefined;
    if (url && (isNamed || looksLikeImage(url))) {
      found.set(url, Math.max(size, found.get(url) ?? 0));
    }
  };
  const walk = (value: unknown, name: string, size: number, depth: number): void => {
    left -= 1;
    if (left < 0 || depth > MAX_DEPTH) return;
    if (typeof value === 'string') add(value, KEYS.test(name), size);
    else if (Array.isArray(value)) for (const one of value) walk(one, name, size, depth + 1);
    else if (typeof value === 'object' && value !== null) {
      const own = sizeOf(value);
      for (const [key, one] of Object.entries(value)) {
        if (/^(?:https?:)?\/\//.test(key)) add(key, false, largest(one));
        if (!OF_ANOTHER.test(key)) walk(one, key, own || size, depth + 1);
      }
    }
  };
  walk(parsed, '', 0, 0);
  return [...found].sort(([, a], [, b]) => b - a).map(([url]) => url);
}

function sizeOf(value: object): number {
  const { width, w } = value as { width?: unknown; w?: unknown };
  return largest([width, w]);
}

function largest(value: unknown): number {
  const numbers = (Array.isArray(value) ? value : [value]).map(Number).filter(Number.isFinite);
  return Math.max(0, ...numbers);
}
