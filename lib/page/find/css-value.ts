/** One image of a CSS value: its addresses, the sharpest first. A gradient has none. */
export type CssLayer = string[];

/** Longest value that is parsed; a page can set any length. */
const MAX_LENGTH = 40 * 1024 * 1024;
const MAX_LAYERS = 16;

/**
 * The images in a *computed* CSS value such as `url("a.png"), linear-gradient(...)` or
 * `image-set(url("a.png") 1x, url("b.png") 2x)`, the topmost layer first.
 */
export function cssLayers(value: string): CssLayer[] {
  if (value.length > MAX_LENGTH || !/url\(|image-set\(/i.test(value)) return [];
  return splitTop(value)
    .slice(0, MAX_LAYERS)
    .map(layerAddresses)
    .filter((layer) => layer.length > 0);
}

function layerAddresses(layer: string): CssLayer {
  const set = /^(?:-webkit-)?image-set\((.*)\)/is.exec(layer);
  if (!set) return strings(layer);
  return splitTop(set[1] ?? '')
    .map((option) => ({ address: strings(option)[0], density: densityOf(option) }))
    .filter((option): option is { address: string; density: number } => !!option.address)
    .sort((a, b) => b.density - a.density)
    .map(({ address }) => address);
}

function densityOf(option: string): number {
  const match = /(\d+(?:\.\d+)?)(x|dppx|dpi|dpcm)\s*(?:$|type\()/i.exec(option.trim());
  const value = Number(match?.[1] ?? 1);
  const unit = match?.[2]?.toLowerCase();
  if (unit === 'dpi') return value / 96;
  return unit === 'dpcm' ? (value * 2.54) / 96 : value;
}

/** Splits at commas outside strings and parentheses. */
export function splitTop(value: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let quote = '';
  let start = 0;
  for (let at = 0; at < value.length; at += 1) {
    const character = value.charAt(at);
    if (character === '\\') at += 1;
    else if (quote) quote = character === quote ? '' : quote;
    else if (character === '"' || character === "'") quote = character;
    else if (character === '(') depth += 1;
    else if (character === ')') depth -= 1;
    else if (character === ',' && depth === 0) {
      parts.push(value.slice(start, at).trim());
      start = at + 1;
    }
  }
  parts.push(value.slice(start).trim());
  return parts;
}

/** The content of `url(...)` or of a bare string in an image-set, unescaped. */
function strings(text: string): string[] {
  const withoutType = text.replace(/type\(\s*(?:"[^"]*"|'[^']*')\s*\)/gi, '');
  const found: string[] = [];
  const pattern = /"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|url\(\s*([^"')\s][^)]*)\)/gi;
  for (const [, double, single, bare] of withoutType.matchAll(pattern)) {
    found.push(unescaped((double ?? single ?? bare ?? '').trim()));
  }
  return found;
}

function unescaped(text: string): string {
  return text.replace(/\\(?:([\da-f]{1,6})\s?|([^\n]))/gi, (_, code: string, character: string) => {
    if (!code) return character;
    const point = Number.parseInt(code, 16);
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : '\ufffd';
  });
}
