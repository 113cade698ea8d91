import { isCanvasNoisy } from './canvas-probe';
import { attribute, boxOf } from './dom';
import { isOneColour } from './one-colour';
import { decodedPercent } from './urls';

/** Largest side of a picture that can only be a preview, px, and how many times larger it is shown. */
const PREVIEW_SIDE = 64;
const PREVIEW_GROWTH = 4;
/** A larger file is a picture, not a stand-in, px. */
const MAX_UNIFORM = 1_000_000;
const SAMPLE = 16;

const NAMES =
  /(?:^|[/_.-])(?:blank|spacer|placeholder|lazy(?:load)?|loading|loader|gr[ae]y|pixel|transparent|trans|1x1|dummy|empty|default)(?:[_.\d-][^/]{0,32})?\.(?:gif|svg|png|webp)(?:$|[?#])/i;
const MAX_NAMED = 8_192;

/** Whether an address is named like a stand-in. */
export function isBlankAddress(url: string): boolean {
  return url.length <= MAX_NAMED && !url.startsWith('data:') && NAMES.test(url);
}

/** A 1x1 image shows nothing, at any size. */
export function isNothing({ complete, naturalWidth, naturalHeight }: HTMLImageElement): boolean {
  return complete && naturalWidth > 0 && naturalWidth <= 2 && naturalHeight <= 2;
}

/**
 * Whether an image only keeps the place of another, as lazy loaders have it: it is not there, broken, up to 2x2 px,
 * named like one, an empty drawing, or a preview of up to 64 px shown at four times its size or more.
 * @param shown absolute address
 */
export function isStandIn(element: HTMLImageElement, shown: string): boolean {
  const { complete, naturalWidth, naturalHeight } = element;
  if (isNothing(element)) return true;
  if (complete && naturalWidth === 0) return true;
  if (/^data:image\/gif/i.test(shown)) return shown.length < 1_500;
  if (/^data:image\/svg/i.test(shown)) return isEmptyDrawing(shown);
  return isBlankAddress(shown) || isPreview(element, naturalWidth, naturalHeight);
}

function isEmptyDrawing(address: string): boolean {
  if (address.length > 4_000) return false;
  const isBase64 = /^[^,]*;base64,/i.test(address);
  const data = address.slice(address.indexOf(',') + 1);
  const text = isBase64 ? decodeBase64(data) : decodedPercent(data);
  // A blurred preview is a small picture inside a drawing.
  return !/<(?:path|circle|ellipse|polygon|polyline|line|text|use)\b/i.test(text);
}

function isPreview(element: Element, width: number, height: number): boolean {
  if (width === 0 || Math.max(width, height) > PREVIEW_SIDE) return false;
  const box = boxOf(element);
  return box.width >= PREVIEW_GROWTH * width && box.height >= PREVIEW_GROWTH * height;
}

/**
 * Whether an image has one colour. Only where its pixels can be read. Decodes it, so ask only where something else is
 * named for the place.
 */
export function isUniform(element: HTMLImageElement): boolean {
  const { complete, naturalWidth, naturalHeight } = element;
  if (!complete || naturalWidth === 0 || naturalWidth * naturalHeight > MAX_UNIFORM) return false;
  if (isCanvasNoisy()) return false;
  try {
    return isOneColour(element, SAMPLE);
  } catch {
    // The pixels of another site cannot be read.
    return false;
  }
}

/** Whether a tag in markup counts visitors: it shows nothing. */
export function isCounter(image: Element): boolean {
  const isTiny = ['width', 'height'].some((name) => /^[012]$/.test(attribute(image, name) ?? ''));
  return isTiny || /display:\s*none/i.test(attribute(image, 'style') ?? '');
}

function decodeBase64(text: string): string {
  try {
    return atob(text);
  } catch {
    return '';
  }
}
