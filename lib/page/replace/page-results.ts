import { attribute, boxOf, isConnected, isHtml, type OpenShadow } from '../find/dom';
import { Answers } from './answers';
import type { Pending, ReplaceRequest } from './contract';
import { NaturalSizes } from './natural-sizes';
import { Painted } from './painted';
import { Parts } from './parts';
import { type Place, Places } from './places';
import { fullQuestion } from './question';
import { Resting } from './resting';
import { Results } from './results';
import { type Showing, showingOf } from './showing';
import { isStyled } from './styled';
import { type SwapOrder, swapAll } from './swap';

/** Smaller places show icons, CSS px. */
const MIN_SIDE = 16;
/** A page that undoes a replaced picture so often within so many ms keeps its own. */
const MAX_UNDONE = 12;
const FIGHT_MS = 1_000;

export interface PageResultsOptions {
  /** Throws or rejects where the extension is gone. */
  send(request: ReplaceRequest): Promise<unknown>;
  openShadow: OpenShadow;
  /** What is replaced or awaited has changed. */
  onChanged(): void;
  /** Other places are near, and what becomes of them may be known already. */
  onMoved(): void;
  /** The page forbids every way to show a result. */
  onForbidden(): void;
  onEnd(): void;
  /** See results.ts. */
  maxBytes?: number;
}

/** Shows results in place of the pictures of a document, while it changes. */
export class PageResults {
  readonly answers: Answers;
  private readonly results: Results;
  private places: Places | undefined;
  private painted: Painted | undefined;
  private readonly near = new Set<Place>();
  private readonly done = new Set<Place>();
  private readonly orders = new Map<Place, SwapOrder & { showing: Showing }>();
  private readonly sizes = new NaturalSizes(() => this.considerNear());
  private readonly parts: Parts;
  /** What a swapped background depends on, as it was afterwards. */
  private readonly marks = new WeakMap<Element, string>();
  private readonly resting = new Resting((places) => {
    for (const place of places) if (isConnected(place.element)) this.consider(place);
    this.settle();
  });
  /** Backgrounds of which something has changed that styles look at. */
  private readonly stale = new Set<Place>();
  private isHeld = false;
  private hasMoved = false;
  private leave: AbortController | undefined;

  constructor(private readonly options: PageResultsOptions) {
    const { send, onEnd } = options;
    this.answers = new Answers({ send, onEnd, onAnswers: () => this.considerNear() });
    this.results = new Results({
      send,
      ...(options.maxBytes !== undefined && { maxBytes: options.maxBytes }),
      onReady: () => this.considerNear(),
      onFailed: (_, isForbidden) => {
        if (isForbidden) options.onForbidden();
        options.onChanged();
      },
      onDropped: (id) => {
        for (const place of this.done) {
          if ([...(place.done?.results.values() ?? [])].includes(id)) this.undo(place);
        }
      },
      isNeeded: (id) =>
        [...this.near].some((place) => this.parts.resultsOf(this.addressesOf(place)).includes(id)),
    });
    this.parts = new Parts(this.answers, this.results, this.sizes);
  }

  /** Every place that is known, for marks and for reading ahead. */
  get all(): Iterable<Place> {
    return this.places?.all ?? [];
  }

  start(): void {
    if (this.places) return;
    this.leave = new AbortController();
    this.painted = new Painted((place) => {
      this.consider(place);
      this.settle();
    });
    this.places = new Places({
      openShadow: this.options.openShadow,
      onChanged: (place) => this.consider(place),
      onLeft: () => this.left(),
      onStyled: (element) => this.styled(element),
      onSettled: () => this.settle(),
    });
    const listen = { capture: true, passive: true, signal: this.leave.signal };
    window.addEventListener('resize', () => this.refit(), listen);
    for (const type of ['pointerover', 'pointerout'] as const) {
      window.addEventListener(type, (event) => this.hovered(event), listen);
    }
    this.places.start();
  }

  /** Leaves the document as it would be without us. */
  stop(): void {
    this.leave?.abort();
    for (const place of this.done) this.undo(place);
    this.places?.stop();
    this.painted?.stop();
    this.places = undefined;
    this.painted = undefined;
    this.near.clear();
    this.orders.clear();
    this.resting.clear();
    this.stale.clear();
    this.isHeld = false;
  }

  /** As `stop`, for ever. */
  end(): void {
    this.stop();
    this.answers.stop();
    this.results.stop();
    this.sizes.stop();
  }

  /** Those on the screen, or near it. */
  get nearby(): Iterable<Place> {
    return this.near;
  }

  /** Shows the originals for as long as a key is held. @returns whether any result was shown */
  hold(isHeld: boolean): boolean {
    if (this.isHeld === isHeld || (isHeld && this.done.size === 0)) return false;
    this.isHeld = isHeld;
    if (isHeld) for (const place of this.done) this.undo(place);
    else for (const place of this.all) this.consider(place);
    this.settle();
    this.options.onChanged();
    return true;
  }

  /** Asks again about some pictures: something has been begun for them. */
  askAgain(addresses: Iterable<string>): void {
    this.answers.renew(addresses);
    this.considerNear();
  }

  /** Asks again about every picture. */
  renew(): void {
    this.answers.renew();
    this.results.tryAgain();
    for (const place of this.all) this.consider(place);
    this.settle();
  }

  /** Of what the page shows there, the topmost layer first; empty if nobody can tell. */
  addressesOf(place: Place): readonly string[] {
    return (place.done?.showing ?? this.showing(place))?.addresses ?? [];
  }

  /** Why a place shows no result, as far as there is one or will be. */
  reasonOf(place: Place): Pending['state'] | 'impossible' | undefined {
    const addresses = this.addressesOf(place);
    if (this.parts.isImpossible(place, addresses)) return 'impossible';
    const states = addresses.map((address) => this.answers.of(address)?.pending);
    return states.find((state) => state !== undefined);
  }

  counts(): { replaced: number; impossible: number; open: number } {
    const found = { replaced: 0, impossible: 0, open: 0 };
    for (const place of this.all) {
      const addresses = this.addressesOf(place);
      if (this.parts.resultsOf(addresses).length === 0) found.open += isLarge(place) ? 1 : 0;
      else if (this.parts.isImpossible(place, addresses)) found.impossible += 1;
      else found.replaced += 1;
    }
    return found;
  }

  private considerNear(): void {
    for (const place of this.near) this.consider(place);
    this.settle();
    this.options.onChanged();
  }

  /** Brings one place to where it should be, as far as that is possible now. */
  private consider(place: Place): void {
    if (this.near.has(place) !== (place.isNear === true)) this.hasMoved = true;
    if (place.isNear) this.near.add(place);
    else this.near.delete(place);
    if (place.kind === 'canvas') this.painted?.follow(place);
    if (place.done && !this.isStillRight(place)) this.undo(place);
    const now = place.done?.showing ?? this.showing(place);
    if (!now) return void this.orders.delete(place);
    this.ask(place, now);
    if (place.done || this.isHeld || this.resting.has(place)) return;
    const parts = this.parts.of(place, now);
    const { element, kind } = place;
    if (parts.size > 0) this.orders.set(place, { element, kind, parts, showing: now });
    else this.orders.delete(place);
  }

  /** Carries out what was considered. */
  private settle(): void {
    for (const place of this.stale) {
      this.undo(place);
      this.consider(place);
    }
    this.stale.clear();
    if (this.hasMoved) this.options.onMoved();
    this.hasMoved = false;
    this.results.goOn();
    if (this.orders.size === 0) return;
    const orders = [...this.orders];
    this.orders.clear();
    const swaps = swapAll(orders.map(([, order]) => order));
    for (const [at, [place, { parts, showing, element }]] of orders.entries()) {
      const swap = swaps[at];
      if (!swap) {
        this.parts.giveUp(element);
        continue;
      }
      const results = new Map([...parts].map(([address, { result }]) => [address, result.id]));
      place.done = { swap, showing, results };
      this.done.add(place);
      this.marks.set(element, markOf(element));
      if (place.kind === 'canvas') this.painted?.guard();
    }
    this.options.onChanged();
  }

  private undo(place: Place): void {
    if (!place.done) return;
    place.done.swap.undo();
    delete place.done;
    this.done.delete(place);
    if (place.kind === 'img' || place.kind === 'content') this.resting.add(place);
  }

  private showing(place: Place): Showing | undefined {
    if (place.kind === 'canvas') return this.painted?.showingOf(place);
    return showingOf(place.element, place.kind);
  }

  /** Whether a replaced picture is still the one that was replaced, by the result that is to stand for it. */
  private isStillRight(place: Place): boolean {
    const { done, kind } = place;
    if (!done) return false;
    if (!done.swap.isIntact) {
      if (isFight(place)) this.parts.giveUp(place.element);
      return false;
    }
    for (const [address, result] of done.results) {
      if (this.answers.of(address)?.replacement?.result !== result) return false;
    }
    // The result of another layer has come.
    if (this.parts.of(place, done.showing).size > done.results.size) return false;
    // What these show is read with the result away: `styled` and `hovered` do that.
    if (isStyled(kind) || kind === 'svg-image' || kind === 'used-image') return true;
    return `${this.showing(place)?.addresses}` === `${done.showing.addresses}`;
  }

  private ask(place: Place, now: Showing): void {
    if (place.isNear === undefined) return;
    for (const address of now.addresses) {
      const isFull = place.isNear && now.isLoaded && !place.done?.results.has(address);
      if (!this.answers.needs(address, isFull)) continue;
      if (!/^https?:/i.test(address) && !(isFull && hasPixels(place))) continue;
      if (!isLarger(place.element)) return;
      this.answers.ask(address, isFull, () =>
        // Another picture may have come meanwhile.
        this.addressesOf(place).includes(address) ? fullQuestion(place, address) : undefined,
      );
    }
  }

  /** What has left is put back at once: nobody tells what happens to it outside. */
  private left(): void {
    for (const place of this.done) {
      if (isConnected(place.element)) continue;
      this.undo(place);
      this.near.delete(place);
      this.places?.forget(place);
    }
    for (const place of this.near) if (!isConnected(place.element)) this.near.delete(place);
  }

  /** Something that style sheets look at has changed. */
  private styled(element: Element): void {
    // Our own change.
    if (this.marks.get(element) === markOf(element)) return;
    this.reread((place) => Node.prototype.contains.call(element, place.element));
  }

  private hovered(event: Event): void {
    const path = new Set(event.composedPath());
    this.reread(({ element }) => path.has(element));
    this.settle();
  }

  /** Has `settle` look at what backgrounds would be without us. */
  private reread(isMeant: (place: Place) => boolean): void {
    for (const place of new Set([...this.done, ...this.near])) {
      if (isStyled(place.kind) && isMeant(place)) this.stale.add(place);
    }
  }

  /** Boxes have another size: those that were fixed are fitted anew. */
  private refit(): void {
    for (const place of [...this.done]) {
      if (place.done?.swap.isPinned) this.undo(place);
    }
  }
}

/** Whether a picture is told by its pixels where it has no address that a server knows. */
function hasPixels({ kind }: Place): boolean {
  return kind === 'img' || kind === 'canvas';
}

function isLarge({ element }: Place): boolean {
  const { width, height } = boxOf(element);
  return Math.min(width, height) >= 100;
}

/** Whether a page undoes what is done as often as it is done: it would stand still over that. */
function isFight(place: Place): boolean {
  const now = performance.now();
  const before = place.undone && now - place.undone.since < FIGHT_MS ? place.undone : undefined;
  place.undone = { count: (before?.count ?? 0) + 1, since: before?.since ?? now };
  return place.undone.count > MAX_UNDONE;
}

function markOf(element: Element): string {
  return ['class', 'id', 'style', 'hidden'].map((name) => attribute(element, name)).join('\n');
}

function isLarger(element: Element): boolean {
  const { width, height } = boxOf(element);
  // Without a size until it has loaded.
  const isUnknown = isHtml(element, 'img') && !element.complete;
  return isUnknown || Math.min(width, height) >= MIN_SIDE;
}
