import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/** Shortest way of a finger that turns a page, CSS px. */
const SWIPE_PX = 50;
/** How much longer it must be sideways than up or down. */
const SIDEWAYS = 1.5;

/**
 * Turns pages by a click on the left or right half, and by a swipe. A swipe to the left shows the page on the right.
 * @param isOn off while pages are read by scrolling
 */
export function useTurning(
  scroller: RefObject<HTMLElement | null>,
  isOn: boolean,
  turn: (side: 'left' | 'right') => void,
): void {
  const latest = useRef(turn);
  latest.current = turn;
  useEffect(() => {
    const element = scroller.current;
    if (!element || !isOn) return;
    let start: { x: number; y: number } | undefined;
    let hasSwiped = false;
    const onDown = ({ clientX: x, clientY: y, isPrimary }: PointerEvent) => {
      start = isPrimary ? { x, y } : undefined;
      hasSwiped = false;
    };
    const onUp = ({ clientX, clientY, pointerType }: PointerEvent) => {
      if (!start || pointerType === 'mouse' || element.scrollWidth > element.clientWidth) return;
      const [x, y] = [clientX - start.x, clientY - start.y];
      start = undefined;
      if (Math.abs(x) < SWIPE_PX || Math.abs(x) < SIDEWAYS * Math.abs(y)) return;
      hasSwiped = true;
      latest.current(x < 0 ? 'right' : 'left');
    };
    const onClick = ({ clientX, button }: MouseEvent) => {
      if (button !== 0 || hasSwiped) return;
      const { left, width } = element.getBoundingClientRect();
      latest.current(clientX < left + width / 2 ? 'left' : 'right');
    };
    element.addEventListener('pointerdown', onDown);
    element.addEventListener('pointerup', onUp);
    element.addEventListener('click', onClick);
    return () => {
      element.removeEventListener('pointerdown', onDown);
      element.removeEventListener('pointerup', onUp);
      element.removeEventListener('click', onClick);
    };
  }, [scroller, isOn]);
}
