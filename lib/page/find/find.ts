import type { Candidate, Certainty, Finding, Source } from './candidate';
import { SURE } from './cover';
import { documentImage } from './document-image';
import {
  attribute,
  boxOf,
  isHtml,
  type OpenShadow,
  openOnly,
  ownerDocument,
  parentElement,
  queryAll,
  viewOf,
} from './dom';
import { area, type Box, HERE, overlap, type Point, placed, union } from './geometry';
import { isTransparent, type Scene, sceneOf, scoreOf, winnerOf } from './rank';
import { PICTURES, readElement, readLink } from './read-element';
import { type NearbyElement, type ScanResult, scan } from './scan';

/** Options of a search. */
export interface FindOptions {
  root?: Document;
  openShadow?: OpenShadow;
  /** Our own overlay, which is ignored. */
  ignore?: Element;
  /** The clicked element, if no point is known. */
  element?: Element | undefined;
  /** How far around the point to search, CSS px. */
  reach?: number;
  certainty?: Certainty;
  /** Keeps each place of an image that the page shows several times. */
  hasDoubles?: boolean;
}

/** A finding and its elements, for thumbnails and captures. */
export interface Found {
  finding: Finding;
  elements: Map<string, Element>;
}

/** Id of the element of `finding.frame`. */
export const FRAME = 'frame';
/** How far a finger or a quick pointer misses, CSS px. */
const REACH = 24;
/** Most candidates of a finding. */
const MAX_CANDIDATES = 24;
const MAX_LISTED = 200;
const MAX_ORIGINALS = 8;
const MAX_ALT = 200;

/**
 * Finds the images at a point of the page, or at an element.
 * @param point in the viewport, CSS px
 */
export function findAt(point: Point | undefined, options: FindOptions = {}): Found {
  const { root = document, certainty = point ? 'point' : 'element' } = options;
  const element = options.element && mappedImage(options.element);
  const own = documentImage(root);
  if (own.length > 0) return ofDocument(own, 'point');
  const place = point ? { ...point, width: 0, height: 0 } : element && extentOf(element);
  if (!place) return nothing('guess');
  const scanned = scanPage(root, place, { ...options, element });
  if (!point && element) narrowTo(element, scanned, place);
  const found = assemble(scanned, root, MAX_CANDIDATES);
  const { candidates, elements } = found;
  const inert = new Set(scanned.nearby.flatMap((one) => (one.isInert ? one.element : [])));
  const isInert = ({ id, isHidden }: Candidate) =>
    isHidden === true || inert.has(elements.get(id) as Element);
  const { frame } = scanned;
  if (frame) elements.set(FRAME, frame.element);
  // Only a pointer misses by a little. A known element, and a frame, is what was meant, and not what is beside it.
  const isMiss = certainty === 'point' && !frame;
  const rivals = isMiss ? candidates : candidates.filter(({ distance }) => distance === 0);
  const winner = certainty === 'guess' ? undefined : winnerOf(rivals, isInert);
  return {
    finding: {
      candidates: frame ? rivals : candidates,
      ...(winner && { winner }),
      ...(frame && { frame: { rect: frame.rect, url: frame.url } }),
      certainty,
    },
    elements,
  };
}

/** The image of an image map, if the element is an area of one: an area has no box. */
function mappedImage(element: Element): Element {
  const map = isHtml(element, 'area') && parentElement(element);
  const name = map && attribute(map, 'name');
  if (!name) return element;
  const [image] = queryAll(ownerDocument(element) ?? document, 'img[usemap]').filter(
    (one) => attribute(one, 'usemap') === `#${name}`,
  );
  return image ?? element;
}

/** Lists the images in the viewport, without icons, in reading order. */
export function listVisible(options: FindOptions = {}): Found {
  const { root = document } = options;
  const own = documentImage(root);
  if (own.length > 0) return ofDocument(own, 'point');
  const { candidates, elements } = assemble(
    scanPage(root, { x: 0, y: 0, ...viewport(root) }, { ...options, reach: 0 }),
    root,
    MAX_LISTED,
    options.hasDoubles,
  );
  const worth = candidates
    .filter(({ shownWidth, shownHeight }) => Math.min(shownWidth, shownHeight) >= REACH)
    .sort((a, b) => a.rect.y - b.rect.y || a.rect.x - b.rect.x);
  return { finding: { candidates: worth, certainty: 'point' }, elements };
}

function scanPage(root: Document, place: Box, options: FindOptions): ScanResult {
  const { openShadow = openOnly, reach = REACH, element, ignore } = options;
  return scan({ root, place, reach, openShadow, element, ignore });
}

/** Box around an element and the images in it, which may overflow: a link often has no box. */
function extentOf(element: Element): Box {
  const inside = queryAll(element, PICTURES).slice(0, 50).map(boxOf);
  const boxes = [boxOf(element), ...inside].filter(({ width, height }) => width > 0 && height > 0);
  return boxes.length === 0 ? boxOf(element) : boxes.reduce(union);
}

/**
 * Sets distances without a point. Ancestors, descendants and elements that cover at least half of the element
 * count as hit; other elements count as near.
 */
function narrowTo(element: Element, { nearby, hits }: ScanResult, place: Box): void {
  const whole = Math.max(1, area(place));
  for (const one of nearby) {
    const isRelated = one.element.contains(element) || element.contains(one.element);
    const share = area(overlap(one.box, place)) / whole;
    one.distance = isRelated || share >= 0.5 ? 0 : Math.max(1, REACH * (1 - share));
    // Where nothing was hit, the element itself is in front.
    if (hits.length === 0) one.stack ??= one.element === element ? 0 : 1;
  }
}

function assemble(
  { nearby, hits }: ScanResult,
  root: Document,
  limit: number,
  hasDoubles = false,
): { candidates: Candidate[]; elements: Map<string, Element> } {
  const read = nearby.map((one) => ({ one, sources: readElement(one.element) }));
  for (const pair of read) {
    if (pair.sources.length === 0 && pair.one.distance === 0) {
      pair.sources.push(...readLink(pair.one.element));
    }
  }
  const pictures = read.filter(({ sources }) => sources.length > 0);
  const scene = sceneOf(
    hits,
    pictures.map(({ one }) => one),
    viewport(root),
  );
  const all = pictures.flatMap(({ one, sources }) =>
    sources.flatMap((source) => {
      const box = source.box ? placed(source.box, one.placement) : one.box;
      const isNothing = box.width <= 2 || box.height <= 2;
      return isNothing && source.how !== 'link'
        ? []
        : [{ source, candidate: candidateIn(scene, source, one, box) }];
    }),
  );
  all.sort((a, b) => b.candidate.score - a.candidate.score);
  return numbered((hasDoubles ? all : withoutDoubles(all)).slice(0, limit));
}

function candidateIn(scene: Scene, source: Source, one: NearbyElement, box: Box): Candidate {
  const candidate = toCandidate(source, one, box, scoreOf(source, one, box, scene));
  const isHidden = scene.hiddenBy(one.stack) >= SURE;
  return isHidden ? { ...candidate, isHidden } : candidate;
}

interface Entry {
  source: Source;
  candidate: Candidate;
}

/** Merges candidates with the same address, and drops links to them. */
function withoutDoubles(entries: Entry[]): Entry[] {
  const kept = new Map<string, Entry>();
  const named = new Set(
    entries.flatMap(({ candidate: { how, originals } }) => (how === 'link' ? [] : originals)),
  );
  return entries.filter((entry) => {
    const { url, how, originals } = entry.candidate;
    if (how === 'link' && url && named.has(url)) return false;
    if (!url) return true;
    const first = kept.get(url);
    if (!first) {
      kept.set(url, entry);
      return true;
    }
    const merged = new Set([...first.candidate.originals, ...originals]);
    first.candidate.originals = [...merged].slice(0, MAX_ORIGINALS);
    return false;
  });
}

function numbered(entries: Entry[]): { candidates: Candidate[]; elements: Map<string, Element> } {
  const elements = new Map<string, Element>();
  const candidates = entries.map(({ source, candidate }, index) => {
    const id = String(index + 1);
    elements.set(id, source.element);
    return { ...candidate, id };
  });
  return { candidates, elements };
}

function toCandidate(
  source: Source,
  { distance, element }: NearbyElement,
  box: Box,
  score: number,
): Candidate {
  const { how, url, width, height, alt, standIn, referrerPolicy, crossOrigin } = source;
  const view = viewOf(ownerDocument(element) ?? document) ?? window;
  const originals = otherAddresses(url, source.originals);
  return {
    id: '',
    how,
    ...(url !== undefined && { url }),
    width,
    height,
    shownWidth: Math.round(box.width),
    shownHeight: Math.round(box.height),
    rect: { ...box, devicePixelRatio: view.devicePixelRatio },
    originals,
    ...(standIn && { standIn }),
    ...(referrerPolicy && { referrerPolicy: referrerPolicy.slice(0, 40) }),
    ...(crossOrigin !== undefined && { crossOrigin: crossOrigin.slice(0, 40) }),
    ...(alt && { alt: alt.slice(0, MAX_ALT) }),
    ...(isTransparent(source.element) && { isFaded: true as const }),
    distance: Math.round(distance),
    score,
  };
}

/** What the page names besides the shown address, each once. */
function otherAddresses(shown: string | undefined, named: readonly string[]): string[] {
  // Megabytes in an attribute are no address of a larger version.
  const others = named.filter((url) => url !== shown && !/^data:/i.test(url));
  return [...new Set(others)].slice(0, MAX_ORIGINALS);
}

function ofDocument(sources: Source[], certainty: Certainty): Found {
  const entries = sources.map((source) => {
    const box = boxOf(source.element);
    const seen = { element: source.element, box, placement: HERE, distance: 0 };
    return { source, candidate: toCandidate(source, seen, box, 1400) };
  });
  const { candidates, elements } = numbered(entries);
  const [winner] = candidates;
  return { finding: { candidates, ...(winner && { winner }), certainty }, elements };
}

function nothing(certainty: Certainty): Found {
  return { finding: { candidates: [], certainty }, elements: new Map() };
}

function viewport(root: Document): { width: number; height: number } {
  const view = viewOf(root) ?? window;
  return { width: view.innerWidth, height: view.innerHeight };
}
