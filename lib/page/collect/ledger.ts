import { isConnected } from '../find/dom';
import { randomUuid } from '../find/uuid';
import { type Collected, type CollectFailure, MAX_PICTURES, MAX_TOLD } from './collected';
import { isIcon } from './icon';
import { keyOf, type Reading } from './reading';
import { renditionKeyOf } from './rendition-key';

/** A picture of the page, in all places that show it. */
export interface Picture {
  readonly id: string;
  /** The places that show it now. Only elements in the document, so that removed ones can be collected. */
  readonly nodes: Map<Element, Reading>;
  /** Addresses and digests by which it is known. */
  readonly keys: Set<string>;
  /** The best of what was read of it; it stands also when no place shows it any more. */
  best: Reading;
  originals: string[];
  captureKey?: string;
  captureFailure?: CollectFailure;
  /** Size of the file, where only its address was read, px. */
  measured?: { width: number; height: number };
  isInSelection: boolean;
  /** Several places have shown it at a time. */
  isShared: boolean;
  /** Its bytes are being read: until then it may turn out to be one that is known. */
  isPending: boolean;
  isDropped: boolean;
  /** The picker knows it. */
  isTold: boolean;
  /** Revision of the last change. */
  rev: number;
}

const MAX_ORIGINALS = 8;

/** What a frame has shown so far: each picture once, however often and in whichever size it was shown. */
export class Ledger {
  /** Revision of the last change. */
  rev = 0;
  /** More pictures were found than are kept. */
  isFull = false;
  private readonly pictures = new Map<string, Picture>();
  private readonly byKey = new Map<string, Picture>();
  private readonly byNode = new WeakMap<Element, Set<Picture>>();
  /** Addresses that pictures name as a larger version: a link to one is no picture of its own. */
  private readonly named = new Set<string>();
  private readonly dropped: { id: string; rev: number; into?: string }[] = [];

  constructor(
    private readonly isSelected: (element: Element) => boolean,
    private readonly onDrop: (picture: Picture) => void = () => {},
    private readonly limit = MAX_PICTURES,
  ) {}

  get all(): Iterable<Picture> {
    return this.pictures.values();
  }

  get size(): number {
    return this.pictures.size;
  }

  of(id: string): Picture | undefined {
    return this.pictures.get(id);
  }

  /** Whether nothing that this element may show will be kept. */
  isClosedTo(element: Element): boolean {
    return this.isFull && !this.byNode.has(element);
  }

  /**
   * Notes what an element shows now.
   * @param isNothing what it has shown so far was no picture
   * @returns pictures that were unknown
   */
  note(element: Element, readings: readonly Reading[], isNothing = false): Picture[] {
    const before = this.byNode.get(element) ?? new Set<Picture>();
    const now = new Set<Picture>();
    const created: Picture[] = [];
    for (const reading of readings) {
      if (this.isNamedLink(reading)) continue;
      const known = this.find(reading, before);
      const picture = known ?? this.create(reading);
      if (!picture) continue;
      if (!known) created.push(picture);
      now.add(this.place(picture, element, reading));
    }
    const [next] = now;
    for (const picture of before) {
      if (!now.has(picture)) this.leave(picture, element, isNothing, next);
    }
    if (now.size > 0) this.byNode.set(element, now);
    else this.byNode.delete(element);
    return created.filter(({ isDropped }) => !isDropped);
  }

  /** Notes which elements have left the document. Their pictures stay. */
  sweep(): void {
    for (const picture of this.pictures.values()) {
      for (const element of picture.nodes.keys()) {
        if (!isConnected(element)) this.leave(picture, element, false);
      }
    }
  }

  /** Whether another picture than this has these bytes. */
  isKnown(contentKey: string, picture: Picture): boolean {
    const known = this.byKey.get(contentKey);
    return known !== undefined && known !== picture;
  }

  /**
   * Adds what was learnt of a picture.
   * @param contentKey tells equal bytes; the picture becomes one with another that has the same
   */
  learn(
    picture: Picture,
    known: Partial<Pick<Picture, 'captureKey' | 'captureFailure' | 'measured'>>,
    contentKey?: string,
  ): void {
    if (picture.isDropped) return;
    const same = contentKey === undefined ? undefined : this.byKey.get(contentKey);
    if (same && same !== picture) {
      this.merge(same, picture);
      return;
    }
    if (contentKey !== undefined) this.know(picture, contentKey);
    Object.assign(picture, known);
    if (known.captureKey) delete picture.captureFailure;
    picture.isPending = false;
    this.touch(picture);
  }

  /** @param into the picture that stands for it from now on */
  drop(picture: Picture, into?: Picture): void {
    if (picture.isDropped) return;
    picture.isDropped = true;
    this.pictures.delete(picture.id);
    for (const key of picture.keys) this.byKey.delete(key);
    for (const element of picture.nodes.keys()) this.byNode.get(element)?.delete(picture);
    picture.nodes.clear();
    this.onDrop(picture);
    this.rev += 1;
    const { id, isTold } = picture;
    // One that was never told may stand for one that was.
    const isNamed = into && this.dropped.some((other) => other.into === id);
    if (isTold || isNamed) this.dropped.push({ id, rev: this.rev, ...(into && { into: into.id }) });
    if (this.dropped.length > 2 * MAX_PICTURES) this.dropped.shift();
  }

  /** Pictures that have changed since a revision, those that changed first in front. */
  changedSince(rev: number): Picture[] {
    return [...this.pictures.values()]
      .filter((picture) => picture.rev > rev && !picture.isPending)
      .sort((a, b) => a.rev - b.rev);
  }

  droppedSince(since: number): string[] {
    return this.dropped.filter(({ rev }) => rev > since).map(({ id }) => id);
  }

  /** By id of a dropped picture: the id of the one that stands for it. */
  joinedSince(since: number): Record<string, string> {
    const joined = this.dropped.filter(({ rev, into }) => rev > since && into !== undefined);
    return Object.fromEntries(joined.map(({ id, into }) => [id, into ?? id]));
  }

  /** A new revision, for what is told beside the pictures. */
  advance(): number {
    this.rev += 1;
    return this.rev;
  }

  private isNamedLink({ how, keys }: Reading): boolean {
    return how === 'link' && keys.some((key) => this.named.has(key));
  }

  private find(reading: Reading, before: ReadonlySet<Picture>): Picture | undefined {
    for (const key of reading.keys) {
      const known = this.byKey.get(key);
      if (known) return known;
    }
    // What has only pixels is known by its element.
    if (reading.keys.length > 0) return undefined;
    return [...before].find(({ best }) => best.keys.length === 0 && best.how === reading.how);
  }

  private create(reading: Reading): Picture | undefined {
    if (this.pictures.size >= this.limit) {
      this.isFull = true;
      return undefined;
    }
    const picture: Picture = {
      id: randomUuid(),
      nodes: new Map(),
      keys: new Set(),
      best: reading,
      originals: [],
      isInSelection: false,
      isShared: false,
      isPending: false,
      isDropped: false,
      isTold: false,
      rev: 0,
    };
    this.pictures.set(picture.id, picture);
    return picture;
  }

  /** The address itself comes first: what a picture is known by otherwise may be known of another. */
  private place(picture: Picture, element: Element, reading: Reading): Picture {
    const before = JSON.stringify(toCollected(picture));
    picture.nodes.set(element, reading);
    picture.isShared ||= picture.nodes.size > 1;
    if (isBetter(reading, picture.best)) picture.best = reading;
    picture.isInSelection ||= this.isSelected(element);
    const { url } = picture.best;
    const others = [...picture.originals, ...reading.originals].filter((one) => one !== url);
    picture.originals = [...new Set(others)].slice(0, MAX_ORIGINALS);
    for (const key of reading.keys) this.know(picture, key);
    if (reading.how !== 'link') this.name(reading.originals);
    if (picture.rev === 0 || JSON.stringify(toCollected(picture)) !== before) this.touch(picture);
    return this.joined(picture, reading);
  }

  /** Joins a picture with another size of it, which may be known only now that its ratio is. @returns what stands for both */
  private joined(picture: Picture, { url, width, height }: Reading): Picture {
    const key = renditionKeyOf(url, width, height);
    if (key === undefined) return picture;
    const other = this.byKey.get(key);
    if (!other || other === picture) {
      this.know(picture, key);
      return picture;
    }
    this.merge(other, picture);
    return other;
  }

  private name(originals: readonly string[]): void {
    for (const key of originals.map(keyOf)) {
      this.named.add(key);
      const link = this.byKey.get(key);
      if (link?.best.how === 'link') this.drop(link);
    }
  }

  /** @param next what the element shows instead: a preview that nothing else had shown goes on as that */
  private leave(picture: Picture, element: Element, isNothing: boolean, next?: Picture): void {
    const reading = picture.nodes.get(element);
    if (!reading) return;
    picture.nodes.delete(element);
    if (picture.nodes.size === 0 && (isNothing || reading.isStandIn)) {
      this.drop(picture, picture.isShared ? undefined : next);
    } else if (picture.nodes.size === 0) this.touch(picture);
  }

  private know(picture: Picture, key: string): void {
    if (this.byKey.has(key)) return;
    this.byKey.set(key, picture);
    picture.keys.add(key);
  }

  private merge(into: Picture, from: Picture): void {
    const places = [...from.nodes];
    const { isInSelection, best } = from;
    const keys = [...from.keys];
    this.drop(from, into);
    into.isInSelection ||= isInSelection;
    if (isBetter(best, into.best)) into.best = best;
    for (const key of keys) this.know(into, key);
    let target = into;
    for (const [element, reading] of places) {
      target = this.place(target, element, reading);
      const at = this.byNode.get(element) ?? new Set<Picture>();
      this.byNode.set(element, at.add(target));
    }
    this.touch(target);
  }

  private touch(picture: Picture): void {
    this.rev += 1;
    picture.rev = this.rev;
  }
}

/** Whether a rendition says more than the best one so far. */
function isBetter(reading: Reading, best: Reading): boolean {
  if (reading === best) return false;
  const pixels = (one: Reading) => one.width * one.height;
  // What the page shows is more than what it only names.
  if ((best.how === 'lazy' || best.how === 'link') && reading.how !== best.how) return true;
  if (pixels(reading) > pixels(best) || reading.url === undefined) return true;
  return reading.url === best.url && pixels(reading) === pixels(best);
}

/** A picture as it is told. */
export function toCollected(picture: Picture): Collected {
  const { id, best, nodes, originals, captureKey, captureFailure, measured } = picture;
  const places = nodes.size > 0 ? [...nodes.values()] : [best];
  const width = best.width || measured?.width || 0;
  const height = best.height || measured?.height || 0;
  const shownWidth = Math.max(...places.map((one) => one.shownWidth));
  const shownHeight = Math.max(...places.map((one) => one.shownHeight));
  const alt = places.find((one) => one.alt !== '')?.alt;
  const isTold = best.url !== undefined && best.url.length <= MAX_TOLD;
  const facts = { ...best, width, height, shownWidth, shownHeight, count: nodes.size };
  return {
    id,
    how: best.how,
    ...(isTold && best.url !== undefined && { url: best.url }),
    ...(captureKey !== undefined && { captureKey }),
    ...(captureFailure !== undefined && { captureFailure }),
    ...(width > 0 && height > 0 && { width, height }),
    shownWidth,
    shownHeight,
    originals,
    ...(best.announced && { announced: best.announced }),
    ...(alt && { alt }),
    ...(best.referrerPolicy && { referrerPolicy: best.referrerPolicy }),
    ...(picture.isInSelection && { isInSelection: true as const }),
    ...(isIcon(facts) && { isIcon: true as const }),
    ...(nodes.size === 0 && { isGone: true as const }),
  };
}
