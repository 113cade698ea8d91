import type { Place } from './places';

/**
 * Images whose result has just gone, until that has been drawn. The box of an image in the layout is made anew each time
 * it gets a result or loses it, and Chromium (156) reports a shift that nobody sees if that happens twice between two
 * frames.
 */
export class Resting {
  private readonly places = new Set<Place>();

  /** @param onRested called with those that can get a result again */
  constructor(private readonly onRested: (places: readonly Place[]) => void) {}

  has(place: Place): boolean {
    return this.places.has(place);
  }

  add(place: Place): void {
    this.places.add(place);
    if (this.places.size > 1) return;
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        const rested = [...this.places];
        this.places.clear();
        this.onRested(rested);
      }),
    );
  }

  clear(): void {
    this.places.clear();
  }
}
