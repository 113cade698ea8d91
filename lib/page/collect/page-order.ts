import { baseUri, isConnected, isHtml, type Root } from '../find/dom';
import { imageUrl } from '../find/urls';
import type { Ledger } from './ledger';
import { readingOrder, type Spot } from './order';
import { nextAddress, type Reading } from './reading';
import { childFrames, inDocumentOrder, isRightToLeft, Spots, type Tokens } from './spots';

/** How much of the time may go into measuring where pictures are. */
const SHARE = 0.05;
/** A page that changes all the time is measured all the same, ms. */
const UNSETTLED_MS = 2_000;

interface Told {
  ids: string[];
  hidden: string[];
  rev: number;
}

/** The reading order of all pictures and child frames of a document. */
export class PageOrder {
  private ids: string[] = [];
  private hidden: string[] = [];
  private rev = 0;
  private readonly spots = new Map<string, Spot>();
  private readonly tokens: Tokens = new WeakMap();
  private placing: Generator<void, void> | undefined;
  private measured: Spots | undefined;
  private placedAt = Number.NEGATIVE_INFINITY;
  private tookMs = 0;
  private spentMs = 0;

  constructor(private readonly ledger: Ledger) {}

  /** Whether only a part has been measured: ask again at once. */
  get isBusy(): boolean {
    return this.placing !== undefined;
  }

  /**
   * Measures for a while.
   * @param isSettled whether nothing waits to be read
   * @param ms after which it stops; the rest follows with the next call
   * @returns ids of pictures, and `frame:<index>` for a child frame; the addresses of frames in shadow roots; and the
   *   revision of the last change
   */
  read(roots: Iterable<Root>, isSettled: boolean, ms: number): Told {
    const started = performance.now();
    const waited = started - this.placedAt;
    // Otherwise a node may have moved that already shows another picture.
    const isReady = isSettled || waited > UNSETTLED_MS;
    if (!this.placing && isReady && waited > this.tookMs / SHARE) {
      this.placing = this.place(roots);
      this.spentMs = 0;
    }
    if (!this.placing) return this.told;
    this.measured?.resume();
    const until = started + ms;
    let isDone = false;
    do isDone = this.placing.next().done === true;
    while (!isDone && performance.now() < until);
    const now = performance.now();
    this.spentMs += now - started;
    if (isDone) {
      this.placing = undefined;
      this.measured = undefined;
      this.placedAt = now;
      this.tookMs = this.spentMs;
    }
    return this.told;
  }

  private get told(): Told {
    return { ids: this.ids, hidden: this.hidden, rev: this.rev };
  }

  /** Notes where a new picture stands: it may be gone before all are measured. */
  note(id: string, element: Element): void {
    this.spots.set(id, new Spots(this.tokens).spotOf(id, element));
  }

  /** Yields where it may stop. The page may change meanwhile: what matters is looked at again. */
  private *place(roots: Iterable<Root>): Generator<void, void> {
    const owners = new Map<Element, { id: string; reading?: Reading }[]>();
    for (const { id, nodes } of this.ledger.all) {
      for (const [element, reading] of nodes) {
        owners.set(element, [...(owners.get(element) ?? []), { id, reading }]);
      }
    }
    const { indexes, hidden } = childFrames(roots);
    for (const [element, index] of indexes) {
      owners.set(element, [{ id: `frame:${index}` }]);
    }
    yield;
    const elements = inDocumentOrder(document, new Set(owners.keys()));
    yield;
    const measured = new Spots(this.tokens);
    this.measured = measured;
    const live = new Map<string, Spot>();
    for (const element of elements) {
      for (const { id, reading } of owners.get(element) ?? []) {
        // A picture that is shown several times stands where it comes first.
        if (live.has(id) || !isConnected(element)) continue;
        if (reading && !isShowing(element, reading)) continue;
        const spot = measured.spotOf(id, element);
        this.spots.set(id, spot);
        live.set(id, spot);
      }
      yield;
    }
    const gone: Spot[] = [];
    for (const [id, spot] of this.spots) {
      if (live.has(id)) continue;
      if (this.ledger.of(id)) gone.push(spot);
      else this.spots.delete(id);
    }
    yield;
    const ids = readingOrder([...live.values()], gone, this.ids, isRightToLeft(document));
    if (ids.join() === this.ids.join() && hidden.join() === this.hidden.join()) return;
    this.ids = ids;
    this.hidden = hidden;
    this.rev = this.ledger.advance();
  }
}

/** Whether an element still shows what was read from it, or will show that next. */
function isShowing(element: Element, { how, url }: Reading): boolean {
  if ((how !== 'img' && how !== 'picture') || url === undefined) return true;
  if (!isHtml(element, 'img')) return true;
  return (nextAddress(element) ?? imageUrl(element.currentSrc, baseUri(element)) ?? url) === url;
}
