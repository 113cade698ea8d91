import type { Candidate } from './candidate';
import {
  attribute,
  baseUri,
  hitsAt,
  isHtml,
  isSvg,
  localName,
  type OpenShadow,
  withAncestors,
} from './dom';
import type { Found } from './find';
import type { Box, Point } from './geometry';
import { type Pressed, takesCaret } from './pressed';

/** What is known of the press that opened the menu. */
export interface PressFacts {
  /** Address of the link and of the image under the press, as the menu says; absent if there was none. */
  linkUrl?: string | undefined;
  srcUrl?: string | undefined;
  pressed?: Pressed | undefined;
  /** Text is selected: a press in it leaves it as it is. */
  isCaretUnknown?: boolean;
  /** Nothing was pressed before in this frame, so the caret is of this press. */
  isFirstPress?: boolean;
}

const FOCUSABLE = new Set(['button', 'input', 'select', 'textarea', 'summary', 'iframe']);
/** Places of a box that are looked at, as shares of its sides. */
const SHARES = [0.15, 0.5, 0.85] as const;
const MAX_CANDIDATES = 24;
/** Places at which a search is made: each takes up to 40 ms on a page with thousands of images. */
const MAX_PLACES = 12;

/**
 * Finds the image that was meant from what the press has left behind: the menu names links and images, a press moves
 * the focus to what can have it, and the caret to what can hold it. Wherever on the images in view it may have been,
 * the same image must win; otherwise the person chooses from those that may be meant.
 * @param visible every image in view, which has to be complete, each place of an image that is shown several times too
 * @param findAtPoint the search at one point of the view
 * @returns undefined if no place fits
 */
export function deduce(
  { finding, elements }: Found,
  facts: PressFacts,
  openShadow: OpenShadow,
  findAtPoint: (point: Point) => Found,
): Found | undefined {
  const places = finding.candidates.flatMap((candidate) =>
    pointsOf(candidate.rect)
      .filter((point) => fitsAt(point, facts, openShadow))
      .map((point) => ({ point, candidate })),
  );
  if (places.length === 0) return undefined;
  const step = Math.max(1, places.length / MAX_PLACES);
  const looked = Array.from({ length: Math.min(MAX_PLACES, places.length) }, (_, at) => {
    const place = places[Math.floor(at * step)];
    return place && findAtPoint(place.point);
  }).flatMap((found) => found ?? []);
  const [first] = looked;
  const isAgreed = looked.every((found) => isSameWinner(found, first));
  if (first?.finding.winner && isAgreed) return first;
  const candidates = withoutDoubles(places.map(({ candidate }) => candidate)).slice(
    0,
    MAX_CANDIDATES,
  );
  return { finding: { candidates, certainty: 'guess' }, elements };
}

function withoutDoubles(candidates: readonly Candidate[]): Candidate[] {
  const urls = new Set<string>();
  return [...new Set(candidates)].filter(({ url }) => {
    if (!url) return true;
    const isNew = !urls.has(url);
    urls.add(url);
    return isNew;
  });
}

function isSameWinner(one: Found, other: Found | undefined): boolean {
  const [a, b] = [one.finding.winner, other?.finding.winner];
  if (!a || !b || a.url !== b.url) return false;
  return a.url !== undefined || one.elements.get(a.id) === other?.elements.get(b.id);
}

/** Whether a press at this point of the view would have left these facts. */
export function fitsAt(point: Point, facts: PressFacts, openShadow: OpenShadow): boolean {
  return fits(hitsAt(document, point, openShadow), facts);
}

function pointsOf({ x, y, width, height }: Box): Point[] {
  return SHARES.flatMap((down) =>
    SHARES.map((across) => ({ x: x + width * across, y: y + height * down })),
  );
}

/** The same for an element whose place is not known; what lies behind it is not either. */
export function fitsElement(element: Element, facts: PressFacts): boolean {
  return fits([element], { ...facts, srcUrl: addressOf(element) });
}

/**
 * Whether a press would have left these facts.
 * @param hits the pressed element, then what is behind it
 */
function fits(
  [top, ...behind]: readonly Element[],
  { linkUrl, srcUrl, pressed, isCaretUnknown, isFirstPress }: PressFacts,
): boolean {
  // A menu that was opened in a frame is asked about there.
  if (!top || ['iframe', 'frame'].includes(localName(top))) return false;
  const around = Array.from(withAncestors(top));
  if (!isNamed([top, ...behind], { linkUrl, srcUrl })) return false;
  if (pressed?.by === 'focus') return isRelated(around, top, pressed.element);
  // The press would have moved the focus there.
  if (around.some(isFocusable)) return false;
  if (isCaretUnknown) return true;
  // Where no caret can be, the one of an earlier press stays.
  const isOfThisPress = pressed !== undefined && isFirstPress;
  if (!takesCaret(top) && !isOfThisPress) return true;
  return pressed !== undefined && isRelated(around, top, pressed.element);
}

/**
 * Whether the press on `top` may have put focus or caret into `pressed`: it is around or inside. Chromium looks for the
 * nearest place of a caret in the pressed element, but not in what is out of the flow.
 */
function isRelated(around: readonly Element[], top: Element, pressed: Element): boolean {
  if (around.includes(pressed)) return true;
  for (const element of withAncestors(pressed)) {
    if (element === top) return true;
    if (/^(?:absolute|fixed)$/.test(getComputedStyle(element).position)) return false;
  }
  return false;
}

/** Whether the menu would name this link and this image. @param hits the pressed element, then what is behind it */
export function isNamed(
  [top, ...behind]: readonly Element[],
  { linkUrl, srcUrl }: Pick<PressFacts, 'linkUrl' | 'srcUrl'>,
): boolean {
  if (!top || linkOf(Array.from(withAncestors(top))) !== linkUrl) return false;
  return hasAddress([top, ...behind], srcUrl);
}

function linkOf(around: readonly Element[]): string | undefined {
  const link = around.find((one) => ['a', 'area'].includes(localName(one)) && hrefOf(one) !== null);
  const href = link && hrefOf(link);
  return link && href ? URL.parse(href, baseUri(link))?.href : undefined;
}

function hrefOf(link: Element): string | null {
  return attribute(link, 'href') ?? attribute(link, 'xlink:href');
}

/**
 * Whether the menu would name this address. Chromium names an image through most things that lie on it; what it names
 * none for is no image with an address.
 */
function hasAddress([top, ...behind]: readonly Element[], srcUrl: string | undefined): boolean {
  if (!top) return false;
  if (srcUrl === undefined) return addressOf(top) === undefined;
  return [top, ...behind].some((element) => addressOf(element) === srcUrl);
}

function addressOf(element: Element): string | undefined {
  if (isSvg(element, 'image')) {
    return absolute(attribute(element, 'href') ?? attribute(element, 'xlink:href'), element);
  }
  if (isHtml(element, 'input')) return absolute(attribute(element, 'src'), element);
  if (!isHtml(element, 'img') && !isHtml(element, 'video')) return undefined;
  return absolute(element.currentSrc || attribute(element, 'src'), element);
}

function absolute(address: string | null, element: Element): string | undefined {
  return address ? URL.parse(address, baseUri(element))?.href : undefined;
}

function isFocusable(element: Element): boolean {
  const name = localName(element);
  if (name === 'a' || name === 'area') return hrefOf(element) !== null;
  const isEditable = /^(?:|true|plaintext-only)$/.test(
    attribute(element, 'contenteditable') ?? 'x',
  );
  return FOCUSABLE.has(name) || attribute(element, 'tabindex') !== null || isEditable;
}
