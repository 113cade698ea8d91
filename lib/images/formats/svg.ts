import type { ByteSource } from './byte-source';
import { ImageError } from './errors';
import type { Header } from './types';

const HEAD_BYTES = 64 * 1024;
/** What may precede the root element: declaration, comments, doctype with its entities. */
const PROLOG =
  /^(?:\ufeff|\s+|<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!DOCTYPE\s+svg[^[>]*(?:\[[^\]]*\]\s*)?>)/i;
const ROOT = /^<(?:[\w-]+:)?svg(?=[\s>/])(?:[^>"']|"[^"]*"|'[^']*')*>?/i;
const PX_PER_UNIT: Record<string, number> = {
  '': 1,
  px: 1,
  pt: 4 / 3,
  pc: 16,
  in: 96,
  cm: 96 / 2.54,
  mm: 9.6 / 2.54,
  em: 16,
  ex: 8,
};
/** The size CSS gives a replaced element of unknown size, px. */
const DEFAULT_SIZE = { width: 300, height: 150 };
/** px. Keeps sizes finite. */
const MAX_SIDE = 1e9;

/** The opening tag of an SVG document; undefined for any other text. */
export function svgRoot(text: string): string | undefined {
  let rest = text;
  for (let prolog = PROLOG.exec(rest); prolog; prolog = PROLOG.exec(rest)) {
    rest = rest.slice(prolog[0].length);
  }
  return ROOT.exec(rest)?.[0];
}

/**
 * Natural size of an SVG in CSS px: `width` and `height`, else the view box, else 300 x 150.
 * @throws ImageError `image-svg-unreadable`
 */
export async function readSvg(file: ByteSource): Promise<Header> {
  const head = await file.read(0, HEAD_BYTES);
  const root = svgRoot(new TextDecoder().decode(head));
  if (root === undefined) throw new ImageError('image-svg-unreadable');
  return { ...naturalSize(root), orientation: 1, animated: false };
}

function naturalSize(root: string): { width: number; height: number } {
  const [, , boxWidth = 0, boxHeight = 0] = attribute(root, 'viewBox')
    .split(/[\s,]+/)
    .map(Number);
  const hasBox = boxWidth > 0 && boxHeight > 0;
  const ratio = hasBox ? positive(boxWidth / boxHeight) : undefined;
  const width = length(attribute(root, 'width'));
  const height = length(attribute(root, 'height'));
  if (width && height) return rounded(width, height);
  if (ratio && width) return rounded(width, width / ratio);
  if (ratio && height) return rounded(height * ratio, height);
  if (ratio) return rounded(boxWidth, boxHeight);
  return rounded(width ?? DEFAULT_SIZE.width, height ?? DEFAULT_SIZE.height);
}

function rounded(width: number, height: number) {
  const side = (px: number) => Math.min(MAX_SIDE, Math.max(1, Math.round(px)));
  return { width: side(width), height: side(height) };
}

function positive(value: number): number | undefined {
  return value > 0 && Number.isFinite(value) ? value : undefined;
}

function attribute(root: string, name: string): string {
  const match = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(root);
  return (match?.[1] ?? match?.[2] ?? '').trim();
}

/** A length in px; undefined for percentages and invalid text. */
function length(text: string): number | undefined {
  // One way only to match digits: two would take quadratic time (ReDoS).
  const match = /^\+?(\d+(?:\.\d+)?(?:e[+-]?\d+)?|\.\d+(?:e[+-]?\d+)?)\s*([a-z]*)$/i.exec(text);
  const px = Number(match?.[1]) * (PX_PER_UNIT[match?.[2]?.toLowerCase() ?? ''] ?? Number.NaN);
  return positive(px);
}
