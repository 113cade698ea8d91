import { ascii, type ByteSource } from './byte-source';
import { ImageError } from './errors';
import type { Header } from './types';

const HEAD_BYTES = 64 * 1024;
/** Holds an XML declaration. */
const DECLARATION_BYTES = 200;
const DECLARED = /^\s*<\?xml[^>]{0,150}?encoding\s*=\s*["']([\w.:-]+)/;
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
  q: 2.4 / 2.54,
  em: 16,
  rem: 16,
  ex: 8,
  ch: 8,
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

/** What the root element says about the size; each part only if it is valid. px */
export interface SvgFrame {
  width?: number;
  height?: number;
  viewBox?: { width: number; height: number };
}

/**
 * Natural size of an SVG in CSS px: `width` and `height`, else the view box, else 300 x 150.
 * @throws ImageError `image-svg-unreadable`
 */
export async function readSvg(file: ByteSource): Promise<Header> {
  const frame = svgFrame(svgText(await file.read(0, HEAD_BYTES)));
  if (!frame) throw new ImageError('image-svg-unreadable');
  const { width, height } = frameSize(frame);
  return { ...rounded(width, height), orientation: 1, animated: false };
}

/**
 * The text of an SVG: in the encoding of its byte order mark, else of its declaration, else UTF-8.
 * @param bytes the file, or its start
 */
export function svgText(bytes: Uint8Array): string {
  const declared = DECLARED.exec(ascii(bytes, 0, Math.min(bytes.length, DECLARATION_BYTES)))?.[1];
  const label = [markedEncoding(bytes), declared].find((name) => name !== undefined);
  try {
    return new TextDecoder(label).decode(bytes);
  } catch {
    // Not a name of an encoding.
    return new TextDecoder().decode(bytes);
  }
}

function markedEncoding([first, second]: Uint8Array): string | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return first === 0xef && second === 0xbb ? 'utf-8' : undefined;
}

/** @returns undefined for any other text */
export function svgFrame(text: string): SvgFrame | undefined {
  const root = svgRoot(text);
  if (root === undefined) return undefined;
  const [, , boxWidth = 0, boxHeight = 0] = attribute(root, 'viewBox')
    .split(/[\s,]+/)
    .map(Number);
  const width = sideOf(root, 'width');
  const height = sideOf(root, 'height');
  return {
    ...(width && { width }),
    ...(height && { height }),
    ...(positive(boxWidth / boxHeight) &&
      positive(boxWidth) && { viewBox: { width: boxWidth, height: boxHeight } }),
  };
}

/** The size that CSS gives the drawing, px. */
export function frameSize({ width, height, viewBox }: SvgFrame): { width: number; height: number } {
  if (width && height) return { width, height };
  if (!viewBox) return { ...DEFAULT_SIZE, ...(width && { width }), ...(height && { height }) };
  const ratio = viewBox.width / viewBox.height;
  if (width) return { width, height: width / ratio };
  return height ? { width: height * ratio, height } : viewBox;
}

/** A style outranks the attribute, even with a value that says nothing, such as `100%`. */
function sideOf(root: string, name: 'width' | 'height'): number | undefined {
  const styled = attribute(root, 'style')
    .split(';')
    .map((part) => part.split(':'))
    .findLast(([property]) => property?.trim().toLowerCase() === name)?.[1];
  return length((styled ?? attribute(root, name)).replace(/!important/i, '').trim());
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
