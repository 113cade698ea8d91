import { ANY_CASES, type AnyCase } from '@/simulator/pages/any-cases';
import { mulberry32 } from '../support/random';

/** The cases that must be tried, and as many of the others, other ones with each seed; in the order of the table. */
export function drawCases(
  seed: number,
  isNeeded: (one: AnyCase) => boolean,
  others: number,
  from: readonly AnyCase[] = ANY_CASES,
): AnyCase[] {
  const random = mulberry32(seed);
  const rest = from.filter((one) => !isNeeded(one));
  const drawn = new Set(
    Array.from({ length: others }, () => rest.splice(Math.floor(random() * rest.length), 1)[0]),
  );
  return from.filter((one) => isNeeded(one) || drawn.has(one));
}
