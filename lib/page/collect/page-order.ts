import { baseUri, isHtml, type Root } from '../find/dom';
import { imageUrl } from '../find/urls';
import type { Ledger } from './ledger';
import { readingOrder, type Spot } from './order';
import { nextAddress, type Reading } from './reading';
import { childFrames, inDocumentOrder, isRightToLeft, Spots, type Tokens } from './spots';

/** How much of the time may go into measuring where pictures are. */
const SHARE = 0.05;
/** A page that changes all the time is measured all the same, ms. */
const UNSETTLED_MS = 2_000;

/** The reading order of all pictures and child frames of a document. */
export class PageOrder {
  private ids: string[] = [];
  private rev = 0;
  private readonly spots = new Map<string, Spot>();
  private readonly tokens: Tokens = new WeakMap();
  private placedAt = Number.NEGATIVE_INFINITY;
  private tookMs = 0;

  constructor(private readonly ledger: Ledger) {}

  /**
   * @param isSettled whether nothing waits to be read
   * @returns ids of pictures, and `frame:<index>` for a child frame; and the revision of their last change
   */
  read(roots: Iterable<Root>, isSettled: boolean): { ids: string[]; rev: number } {
    const started = performance.now();
    const waited = started - this.placedAt;
    // Otherwise a node may have moved that already shows another picture.
    const isReady = isSettled || waited > UNSETTLED_MS;
    if (isReady && waited > this.tookMs / SHARE) {
      this.place(roots);
      this.placedAt = performance.now();
      this.tookMs = this.placedAt - started;
    }
    return { ids: this.ids, rev: this.rev };
  }

  /** Notes where a new picture stands: it may be gone before all are measured. */
  note(id: string, element: Element): void {
    this.spots.set(id, new Spots(this.tokens).spotOf(id, element));
  }

  private place(roots: Iterable<Root>): void {
    const owners = new Map<Element, string[]>();
    const gone: Spot[] = [];
    for (const { id, nodes } of this.ledger.all) {
      const showing = [...nodes].filter(([element, reading]) => isShowing(element, reading));
      const spot = this.spots.get(id);
      if (showing.length === 0 && spot) gone.push(spot);
      for (const [element] of showing) owners.set(element, [...(owners.get(element) ?? []), id]);
    }
    for (const [element, index] of childFrames(roots)) owners.set(element, [`frame:${index}`]);
    const measured = new Spots(this.tokens);
    const placed = new Set<string>();
    const live: Spot[] = [];
    for (const element of inDocumentOrder(document, new Set(owners.keys()))) {
      for (const id of owners.get(element) ?? []) {
        // A picture that is shown several times stands where it comes first.
        if (placed.has(id)) continue;
        placed.add(id);
        const spot = measured.spotOf(id, element);
        this.spots.set(id, spot);
        live.push(spot);
      }
    }
    for (const id of this.spots.keys()) {
      if (!placed.has(id) && !this.ledger.of(id)) this.spots.delete(id);
    }
    const ids = readingOrder(live, gone, this.ids, isRightToLeft(document));
    if (ids.join() === this.ids.join()) return;
    this.ids = ids;
    this.rev = this.ledger.advance();
  }
}

/** Whether an element still shows what was read from it, or will show that next. */
function isShowing(element: Element, { how, url }: Reading): boolean {
  if ((how !== 'img' && how !== 'picture') || url === undefined) return true;
  if (!isHtml(element, 'img')) return true;
  return (nextAddress(element) ?? imageUrl(element.currentSrc, baseUri(element)) ?? url) === url;
}
