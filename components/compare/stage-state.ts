import { useEffect, useState } from 'preact/hooks';
import type { CompareMode } from '@/lib/browser/storage/compare-choices';
import type { Crop, Point } from './geometry';

/** What the stage shows, beside the viewpoint. */
export interface StageState {
  /** Share of the visible image that is before the divider, 0..1. */
  split: number;
  /** Middle of the lens, in shares of the field. */
  lens: Point;
  /** Which image is seen while they blink. */
  side: 'before' | 'after';
  /** Whether they swap by themselves. */
  isAutomatic: boolean;
  /** 0: before, 0.5: the difference, 1: after. */
  fade: number;
  /** Whether the original is seen as long as the key or the button is held. */
  isHeld: boolean;
  /** Whether the difference in position is corrected. */
  isCorrected: boolean;
  /** The part that is being chosen. */
  frame: Crop | undefined;
  /** The part that is shown alone. */
  crop: Crop | undefined;
}

const FIRST: StageState = {
  split: 0.5,
  lens: { x: 0.5, y: 0.5 },
  side: 'after',
  isAutomatic: false,
  fade: 0.5,
  isHeld: false,
  isCorrected: true,
  frame: undefined,
  crop: undefined,
};

/** Time between two swaps, ms: slow enough to look, and far below three flashes per second. */
const SWAP_MS = 1_200;

/** Holds the state of the stage, and swaps the images while that is wanted. */
export function useStageState(mode: CompareMode): {
  state: StageState;
  change: (part: Partial<StageState>) => void;
  swap: () => void;
} {
  const [state, setState] = useState(FIRST);
  const change = (part: Partial<StageState>) => setState((known) => ({ ...known, ...part }));
  const swap = () =>
    setState((known) => ({ ...known, side: known.side === 'before' ? 'after' : 'before' }));
  const isSwapping = mode === 'blink' && state.isAutomatic && !isMotionReduced();

  useEffect(() => {
    if (!isSwapping) return;
    const timer = setInterval(swap, SWAP_MS);
    return () => clearInterval(timer);
  }, [isSwapping]);

  return { state, change, swap };
}

/** Whether the person wants nothing to move by itself. */
export function isMotionReduced(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}
