import type { Answers } from './answers';
import type { Replacement } from './contract';
import type { NaturalSizes } from './natural-sizes';
import type { Place } from './places';
import type { Results } from './results';
import { isUnchangeable, type Showing } from './showing';
import type { Part } from './swap';

/** Which results stand for the addresses of places, and which of them can be shown now. */
export class Parts {
  private readonly impossible = new WeakSet<Element>();

  constructor(
    private readonly answers: Answers,
    private readonly results: Results,
    private readonly sizes: NaturalSizes,
  ) {}

  /** The parts of a place that can be shown now, by address. Those that cannot yet are fetched if it is near. */
  of(place: Place, now: Showing): Map<string, Part> {
    const parts = new Map<string, Part>();
    for (const address of now.addresses) {
      const part = this.partOf(place, address, now);
      if (part) parts.set(address, part);
    }
    return parts;
  }

  /** The results that stand for addresses, whether or not they can be shown. */
  resultsOf(addresses: readonly string[]): string[] {
    return addresses.flatMap((address) => this.replacementOf(address)?.result ?? []);
  }

  /** Whether a place can show none of the results that stand for it; false if none does. */
  isImpossible(place: Place, addresses: readonly string[]): boolean {
    const results = this.resultsOf(addresses);
    return results.length > 0 && results.every((result) => this.cannotShow(place, result));
  }

  /** Leaves an element alone from now on. */
  giveUp(element: Element): void {
    this.impossible.add(element);
  }

  private partOf(place: Place, address: string, now: Showing): Part | undefined {
    const replacement = this.replacementOf(address);
    if (!replacement || this.cannotShow(place, replacement.result)) return undefined;
    const result = this.results.of(replacement.result);
    if (!result) {
      if (place.isNear) this.results.want(replacement);
      return undefined;
    }
    const natural = this.sizes.of(place, address, now);
    return natural === 'unknown' ? undefined : { result, natural };
  }

  private cannotShow({ element, kind }: Place, result: string): boolean {
    return isUnchangeable(kind) || this.impossible.has(element) || this.results.hasFailed(result);
  }

  private replacementOf(address: string): Replacement | undefined {
    return this.answers.of(address)?.replacement;
  }
}
