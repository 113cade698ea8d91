import { isConnected, isHtml } from '../find/dom';
import type { Place } from './places';
import type { Showing } from './showing';
import { pixelsOf, smallCopy } from './small-copy';

/** Between two looks at canvases that wait for a picture, ms. */
const LOOK_MS = 400;
/** A canvas that changes all the time is an animation: so many changes in a row, and it is left alone for a while. */
const RESTLESS = 40;
const REST_LOOKS = 25;

interface Seen {
  pixels: Uint8ClampedArray;
  /** A small copy, once the canvas has stood still. */
  small?: string;
  changes: number;
  rest: number;
}

/**
 * What canvases show. No event tells that a page has painted, so those near the screen are looked at: now and then
 * while they wait, and in every frame while a result is in their place.
 */
export class Painted {
  private readonly near = new Set<Place>();
  private readonly seen = new WeakMap<Element, Seen>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private frame: number | undefined;
  private isStopped = false;

  /** @param onChanged called when a canvas shows something else, before that is drawn */
  constructor(private readonly onChanged: (place: Place) => void) {}

  /** Follows a canvas while it is near. */
  follow(place: Place): void {
    if (!place.isNear) {
      this.near.delete(place);
      return;
    }
    this.near.add(place);
    this.timer ??= setTimeout(() => this.lookAll(), LOOK_MS);
  }

  /** What a canvas shows, once it stands still. Its small copy is its address. */
  showingOf({ element }: Place): Showing | undefined {
    const small = this.seen.get(element)?.small;
    return small === undefined ? undefined : { addresses: [small], isLoaded: true };
  }

  /** Watches a canvas whose place a result has taken. */
  guard(): void {
    if (this.frame === undefined && !this.isStopped) this.nextFrame();
  }

  stop(): void {
    this.isStopped = true;
    clearTimeout(this.timer);
    if (this.frame !== undefined) cancelAnimationFrame(this.frame);
    this.near.clear();
  }

  private lookAll(): void {
    this.timer = undefined;
    for (const place of this.near) {
      if (!isConnected(place.element)) this.near.delete(place);
      else if (!place.done) this.look(place);
    }
    if (this.near.size > 0) this.timer = setTimeout(() => this.lookAll(), LOOK_MS);
  }

  /** Asks for the frame after the page has asked for it, so that the page has painted when it comes. */
  private nextFrame(): void {
    this.frame = requestAnimationFrame(() => {
      let isGuarding = false;
      for (const place of this.near) {
        if (!place.done) continue;
        isGuarding = true;
        this.look(place);
      }
      if (isGuarding && !this.isStopped) setTimeout(() => this.nextFrame());
      else this.frame = undefined;
    });
  }

  private look(place: Place): void {
    const { element } = place;
    if (!isHtml(element, 'canvas')) return;
    const seen = this.seen.get(element);
    if (seen && seen.rest > 0) {
      seen.rest -= 1;
      return;
    }
    const pixels = pixelsOf(element);
    if (!pixels) return;
    if (!seen || !isEqual(seen.pixels, pixels)) {
      const changes = (seen?.changes ?? 0) + 1;
      const rest = changes > RESTLESS ? REST_LOOKS : 0;
      this.seen.set(element, { pixels, changes, rest });
      if (place.done) this.onChanged(place);
      return;
    }
    seen.changes = 0;
    if (seen.small !== undefined || place.done) return;
    const small = smallCopy(element);
    if (small === undefined) return;
    seen.small = small;
    this.onChanged(place);
  }
}

function isEqual(a: Uint8ClampedArray, b: Uint8ClampedArray): boolean {
  return a.length === b.length && a.every((value, at) => value === b[at]);
}
