import { attribute, boxOf, isConnected, isHtml, type OpenShadow } from '../find/dom';
import { Answers } from './answers';
import type { LookAnswer, Pending, ReplaceRequest } from './contract';
import { NaturalSizes } from './natural-sizes';
import { Painted } from './painted';
import { type Place, Places } from './places';
import { fullQuestion, shortQuestion } from './question';
import { Results } from './results';
import { type Showing, showingOf } from './showing';
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
  private readonly impossible = new WeakSet<Element>();
  private readonly orders = new Map<Place, SwapOrder & { address: string }>();
  private readonly sizes = new NaturalSizes(() => this.considerNear());
  /** What a swapped background depends on, as it was afterwards. */
  private readonly marks = new WeakMap<Element, string>();
  /** Images whose result has just gone, until that has been drawn. */
  private readonly resting = new Set<Place>();
  /** Backgrounds of which something has changed that styles look at. */
  private readonly stale = new Set<Place>();
  private isHeld = false;
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
        for (const place of this.done) if (place.done?.result === id) this.undo(place);
      },
      isNeeded: (id) => [...this.near].some((place) => this.resultOf(place) === id),
    });
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

  /** Asks again about every picture. */
  renew(): void {
    this.answers.renew();
    this.results.tryAgain();
    for (const place of this.all) this.consider(place);
    this.settle();
  }

  /** Takes in an answer that was asked for elsewhere. @param asked addresses by key */
  note(asked: ReadonlyMap<string, string>, answer: LookAnswer): void {
    this.answers.note(asked, answer);
  }

  addressOf(place: Place): string | undefined {
    return place.done?.address ?? this.showing(place)?.address;
  }

  pendingOf(place: Place): Pending['state'] | undefined {
    const address = this.addressOf(place);
    return address === undefined ? undefined : this.answers.of(address)?.pending;
  }

  counts(): { replaced: number; impossible: number; open: number } {
    const found = { replaced: 0, impossible: 0, open: 0 };
    for (const place of this.all) {
      const { replacement } = this.answers.of(this.addressOf(place) ?? '') ?? {};
      if (!replacement) found.open += this.isLarge(place) ? 1 : 0;
      else if (this.isImpossible(place, replacement.result)) found.impossible += 1;
      else found.replaced += 1;
    }
    return found;
  }

  private isLarge({ element }: Place): boolean {
    const { width, height } = boxOf(element);
    return Math.min(width, height) >= 100;
  }

  private isImpossible({ element, kind }: Place, result: string): boolean {
    return kind === 'pseudo' || this.impossible.has(element) || this.results.hasFailed(result);
  }

  private resultOf(place: Place): string | undefined {
    return this.answers.of(this.addressOf(place) ?? '')?.replacement?.result;
  }

  private considerNear(): void {
    for (const place of this.near) this.consider(place);
    this.settle();
    this.options.onChanged();
  }

  /** Brings one place to where it should be, as far as that is possible now. */
  private consider(place: Place): void {
    if (place.isNear) this.near.add(place);
    else this.near.delete(place);
    if (place.kind === 'canvas') this.painted?.follow(place);
    if (place.done && !this.isStillRight(place)) this.undo(place);
    const now = place.done ? { address: place.done.address, isLoaded: true } : this.showing(place);
    if (!now) return void this.orders.delete(place);
    this.ask(place, now);
    if (place.done || this.isHeld || this.resting.has(place)) return;
    this.orders.delete(place);
    const replacement = this.answers.of(now.address)?.replacement;
    if (!replacement || this.isImpossible(place, replacement.result)) return;
    const result = this.results.of(replacement.result);
    if (!result) {
      if (place.isNear) this.results.want(replacement);
      return;
    }
    const natural = this.sizes.of(place, now);
    if (natural === 'unknown') return;
    const { element, kind } = place;
    this.orders.set(place, { element, kind, result, natural, address: now.address });
  }

  /** Carries out what was considered. */
  private settle(): void {
    for (const place of this.stale) {
      this.undo(place);
      this.consider(place);
    }
    this.stale.clear();
    if (this.orders.size === 0) return;
    const orders = [...this.orders];
    this.orders.clear();
    const swaps = swapAll(orders.map(([, order]) => order));
    for (const [at, [place, { address, result, element }]] of orders.entries()) {
      const swap = swaps[at];
      if (!swap) {
        this.impossible.add(element);
        continue;
      }
      place.done = { swap, address, result: result.id };
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
    if (place.kind === 'img') this.rest(place);
  }

  /**
   * Waits for a frame before an image gets a result again. Its box in the layout is made anew each time, and Chromium
   * (156) reports a shift that nobody sees if that happens twice between two frames.
   */
  private rest(place: Place): void {
    this.resting.add(place);
    if (this.resting.size > 1) return;
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        const rested = [...this.resting];
        this.resting.clear();
        for (const one of rested) if (isConnected(one.element)) this.consider(one);
        this.settle();
      }),
    );
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
      if (isFight(place)) this.impossible.add(place.element);
      return false;
    }
    if (this.resultOf(place) !== done.result) return false;
    // What these show is read with the result away: `styled` and `hovered` do that.
    if (kind === 'background' || kind === 'svg-image') return true;
    return this.showing(place)?.address === done.address;
  }

  private ask(place: Place, { address, isLoaded }: Showing): void {
    if (place.isNear === undefined) return;
    const isFull = place.isNear && isLoaded && !place.done;
    if (!this.answers.needs(address, isFull)) return;
    if (!isFull && !/^https?:/i.test(address)) return;
    if (!isLarger(place.element)) return;
    this.answers.ask(address, isFull, () => {
      // Another picture may have come meanwhile.
      const isSame = isFull && this.showing(place)?.address === address;
      return isSame ? fullQuestion(place, address) : shortQuestion(address);
    });
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
      if (place.kind === 'background' && isMeant(place)) this.stale.add(place);
    }
  }

  /** Boxes have another size: those that were fixed are fitted anew. */
  private refit(): void {
    for (const place of [...this.done]) {
      if (place.done?.swap.isPinned) this.undo(place);
    }
  }
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
