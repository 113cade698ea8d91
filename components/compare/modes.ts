import type { CompareMode } from '@/lib/browser/storage/compare-choices';

/** The ways to compare, in the order shown, each with its key. */
export const MODES: readonly { mode: CompareMode; key: string }[] = [
  { mode: 'slider', key: 's' },
  { mode: 'lens', key: 'l' },
  { mode: 'side', key: 't' },
  { mode: 'blink', key: 'b' },
  { mode: 'difference', key: 'd' },
];

/** Where the key puts the divider, one after the other: shares of the visible image. */
const STOPS = [0.5, 1, 0];

/** The next stop of the divider: middle, right, left. */
export function nextStop(split: number): number {
  return STOPS[(STOPS.indexOf(split) + 1) % STOPS.length] ?? 0.5;
}

/** The next stop of the fade: the difference, after, before. */
export function nextFade(fade: number): number {
  return STOPS[(STOPS.indexOf(fade) + 1) % STOPS.length] ?? 0.5;
}
