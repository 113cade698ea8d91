import { Watch } from '../collect/watch';
import { Work } from '../collect/work';
import { isConnected, isHtml, type OpenShadow, queryList, type Root } from '../find/dom';
import { isOurs, mayHost } from '../find/top-layer';
import { type Kind, kindOf, type Showing } from './showing';
import type { Swap } from './swap';

/** An element that shows a picture. */
export interface Place {
  readonly element: Element;
  readonly kind: Kind;
  /** Whether it is on the screen, or soon will be; undefined until the browser has told. */
  isNear: boolean | undefined;
  /** What was done so that it shows a result. */
  done?: {
    swap: Swap;
    /** What the page shows there, and the result that was put in the place of each of its addresses. */
    showing: Showing;
    results: ReadonlyMap<string, string>;
  };
  /** How often the page has undone that lately, and since when. */
  undone?: { count: number; since: number };
}

/** How long the page's thread is used at a time, ms, and how long it is left alone in between. */
const TURN_MS = 6;
const PAUSE_MS = 24;
/** What no event tells is found by reading everything again: not before, ms, and for this share of the time. */
const RESCAN_MS = 5_000;
const RESCAN_SHARE = 0.03;
/** Most new images that are read at once, before the page is drawn. */
const MAX_AT_ONCE = 200;
/** Most elements that are followed. */
const MAX_PLACES = 20_000;
/** How far around the screen results are made ready: one screen. */
const NEAR = '100% 100%';
/** What decides which picture an element shows, and how. */
const ATTRIBUTES = 'src srcset sizes media type href style class id width height hidden'.split(' ');
/** Elements without a picture, whatever their style. */
const EMPTY = new Set(
  'script style link meta title head br wbr noscript template source track param option'.split(' '),
);

export interface PlacesOptions {
  openShadow: OpenShadow;
  /** A place is new, shows something else, or has come near. Called before the page is drawn, where possible. */
  onChanged(place: Place): void;
  /** Elements have left the document, or moved in it. */
  onLeft(): void;
  /** An element has changed that may decide what others show. */
  onStyled(element: Element): void;
  /** Called after a group of `onChanged`. */
  onSettled(): void;
}

/** Finds every element of a document that shows a picture, and follows the document while it changes. */
export class Places {
  private readonly places = new Map<Element, Place>();
  private readonly work = new Work();
  private readonly watch = new Watch(
    {
      onChanged: (element) => this.changed(element),
      onCame: (element) => this.came(element),
      onLeft: () => {
        this.hasLeft = true;
        this.options.onLeft();
        this.later();
      },
      onFlood: () => {
        for (const place of this.places.values()) this.options.onChanged(place);
        this.readAt = Number.NEGATIVE_INFINITY;
        this.later();
      },
      onEnd: () => this.options.onSettled(),
    },
    ATTRIBUTES,
  );
  private readonly nearness = new IntersectionObserver((entries) => this.moved(entries), {
    rootMargin: NEAR,
    // Chromium 120; elsewhere what a scroll container cuts off comes near when it is seen.
    scrollMargin: NEAR,
  } as IntersectionObserverInit);
  private hasLeft = false;
  private isDirty = false;
  private readAt = 0;
  private readMs = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly options: PlacesOptions) {}

  get all(): Iterable<Place> {
    return this.places.values();
  }

  of(element: Element): Place | undefined {
    return this.places.get(element);
  }

  start(): void {
    this.follow(document);
    this.run();
  }

  stop(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.watch.stop();
    this.work.clear();
    this.nearness.disconnect();
    this.places.clear();
  }

  forget(place: Place): void {
    this.places.delete(place.element);
    this.nearness.unobserve(place.element);
  }

  private later(): void {
    this.isDirty = true;
    this.timer ??= setTimeout(() => this.run(), PAUSE_MS);
  }

  private run(): void {
    this.timer = undefined;
    const started = performance.now();
    if (this.hasLeft) this.sweep();
    if (!this.work.isEmpty) {
      this.work.run(TURN_MS, (element, name) => this.visit(element, name));
      this.readAt = performance.now();
      this.readMs += this.readAt - started;
      this.options.onSettled();
    }
    if (!this.work.isEmpty) this.timer ??= setTimeout(() => this.run(), PAUSE_MS);
    else if (this.isDirty) this.timer ??= setTimeout(() => this.rescan(), this.restMs());
  }

  private restMs(): number {
    const idle = performance.now() - this.readAt;
    return Math.max(PAUSE_MS, Math.max(RESCAN_MS, this.readMs / RESCAN_SHARE) - idle);
  }

  private rescan(): void {
    this.timer = undefined;
    this.isDirty = false;
    this.readMs = 0;
    for (const root of this.watch.all) this.work.addTree(root);
    this.run();
  }

  private sweep(): void {
    this.hasLeft = false;
    this.watch.sweep(isConnected);
    for (const place of this.places.values()) if (!isConnected(place.element)) this.forget(place);
  }

  private follow(root: Root): void {
    if (this.watch.add(root)) this.work.addTree(root);
  }

  private changed(element: Element): void {
    const place = this.places.get(element);
    if (place) this.options.onChanged(place);
    else if (isHtml(element, 'img')) this.visit(element, 'img');
    else if (!isOurs(element)) this.work.add(element);
    this.options.onStyled(element);
    this.later();
  }

  private came(element: Element): void {
    if (isOurs(element)) return;
    const images = isHtml(element, 'img') ? [element] : queryList(element, 'img');
    // The list makes an object of each only when it is asked for.
    for (let at = 0; at < Math.min(images.length, MAX_AT_ONCE); at += 1) {
      const image = images[at];
      if (image) this.visit(image, 'img');
    }
    this.work.add(element);
    this.work.addTree(element);
    this.later();
  }

  private visit(element: Element, name: string): void {
    if (EMPTY.has(name) || isOurs(element)) return;
    const shadow = mayHost(element) ? this.options.openShadow(element) : undefined;
    if (shadow) this.follow(shadow);
    const known = this.places.get(element);
    if (known) {
      this.options.onChanged(known);
      return;
    }
    const kind = kindOf(element);
    if (!kind || this.places.size >= MAX_PLACES) return;
    const place = { element, kind, isNear: undefined };
    this.places.set(element, place);
    this.nearness.observe(element);
    this.options.onChanged(place);
  }

  private moved(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      const place = this.places.get(target);
      if (!place || place.isNear === isIntersecting) continue;
      place.isNear = isIntersecting;
      this.options.onChanged(place);
    }
    this.options.onSettled();
  }
}
