import type { Candidate } from './candidate';
import {
  attribute,
  baseUri,
  elementsAt,
  isHtml,
  localName,
  type OpenShadow,
  withAncestors,
} from './dom';
import type { Found } from './find';
import type { Box } from './geometry';
import { type Pressed, takesCaret } from './pressed';

/** What is known of the press that opened the menu. */
export interface PressFacts {
  /** Address of the link and of the image under the press, as the menu says; absent if there was none. */
  linkUrl?: string | undefined;
  srcUrl?: string | undefined;
  pressed?: Pressed | undefined;
}

const FOCUSABLE = new Set(['button', 'input', 'select', 'textarea', 'summary', 'iframe']);
/** Places of a box that are looked at, as shares of its sides. */
const SHARES = [0.15, 0.5, 0.85] as const;
const MAX_CANDIDATES = 24;

/**
 * Narrows the images in view to those that fit what the press has left behind: the menu names links and images, a
 * press moves the focus to what can have it, and the caret to what can hold it. If one image is left, it was meant.
 * @param visible every image in view, which has to be complete
 * @returns undefined if none fits
 */
export function deduce(
  { finding, elements }: Found,
  facts: PressFacts,
  openShadow: OpenShadow,
): Found | undefined {
  const fitting = finding.candidates.filter(({ rect }) => {
    return pointsOf(rect).some(({ x, y }) => {
      const top = topmost(x, y, openShadow);
      return top !== undefined && fits(top, facts);
    });
  });
  const candidates = fitting.slice(0, MAX_CANDIDATES);
  const [only] = candidates;
  if (!only) return undefined;
  if (candidates.length > 1) return { finding: { candidates, certainty: 'guess' }, elements };
  const winner: Candidate = { ...only, distance: 0 };
  return { finding: { candidates: [winner], winner, certainty: 'element' }, elements };
}

function pointsOf({ x, y, width, height }: Box): { x: number; y: number }[] {
  return SHARES.flatMap((down) =>
    SHARES.map((across) => ({ x: x + width * across, y: y + height * down })),
  );
}

/** The element in front at a point of the view, through shadow roots. */
function topmost(x: number, y: number, openShadow: OpenShadow): Element | undefined {
  let [found] = elementsAt(document, x, y);
  for (let depth = 0; found && depth < 16; depth += 1) {
    const shadow = openShadow(found);
    const inner: Element | undefined = shadow ? elementsAt(shadow, x, y)[0] : undefined;
    if (!inner || inner === found) break;
    found = inner;
  }
  return found;
}

/** Whether a press on this element would have left these facts. */
function fits(top: Element, { linkUrl, srcUrl, pressed }: PressFacts): boolean {
  const around = Array.from(withAncestors(top));
  if (linkOf(around) !== linkUrl || !hasAddress(top, srcUrl)) return false;
  if (pressed?.by === 'focus') return isRelated(around, top, pressed.element);
  // The press would have moved the focus there.
  if (around.some(isFocusable)) return false;
  // Where no caret can be, the old one stays.
  if (!takesCaret(top)) return true;
  return pressed !== undefined && isRelated(around, top, pressed.element);
}

function isRelated(around: readonly Element[], top: Element, pressed: Element): boolean {
  return around.includes(pressed) || Array.from(withAncestors(pressed)).includes(top);
}

function linkOf(around: readonly Element[]): string | undefined {
  const link = around.find((one) => ['a', 'area'].includes(localName(one)) && hrefOf(one) !== null);
  const href = link && hrefOf(link);
  return link && href ? URL.parse(href, baseUri(link))?.href : undefined;
}

function hrefOf(link: Element): string | null {
  return attribute(link, 'href') ?? attribute(link, 'xlink:href');
}

/** Whether the menu names this image by this address; only the menu of an element without an image names none. */
function hasAddress(top: Element, srcUrl: string | undefined): boolean {
  if (!isHtml(top, 'img') && !isHtml(top, 'video')) return srcUrl === undefined;
  const shown = top.currentSrc || attribute(top, 'src') || '';
  const address = shown === '' ? undefined : URL.parse(shown, baseUri(top))?.href;
  return address === srcUrl;
}

function isFocusable(element: Element): boolean {
  const name = localName(element);
  if (name === 'a' || name === 'area') return hrefOf(element) !== null;
  const isEditable = /^(?:|true|plaintext-only)$/.test(
    attribute(element, 'contenteditable') ?? 'x',
  );
  return FOCUSABLE.has(name) || attribute(element, 'tabindex') !== null || isEditable;
}
