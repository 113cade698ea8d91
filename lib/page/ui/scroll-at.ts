import { elementsAt, parentElement } from '../find/dom';
import type { Point } from '../find/geometry';

/** CSS px per line, for wheels that count in lines. */
const LINE = 40;

/**
 * Scrolls the element at a point, as the wheel would without our overlay.
 * @param ignore our own overlay
 */
export function scrollAt(
  { x, y }: Point,
  { deltaX, deltaY, deltaMode }: Pick<WheelEvent, 'deltaX' | 'deltaY' | 'deltaMode'>,
  ignore: Element,
): void {
  const unit = deltaMode === 1 ? LINE : deltaMode === 2 ? window.innerHeight : 1;
  const left = deltaX * unit;
  const top = deltaY * unit;
  let at = elementsAt(document, x, y).find((element) => element !== ignore);
  for (; at; at = parentElement(at)) {
    if (canScroll(at, left, top)) {
      at.scrollBy({ left, top, behavior: 'instant' });
      return;
    }
  }
  window.scrollBy({ left, top, behavior: 'instant' });
}

function canScroll(element: Element, left: number, top: number): boolean {
  const { overflowX, overflowY } = getComputedStyle(element);
  const { scrollTop, scrollLeft, scrollHeight, scrollWidth, clientHeight, clientWidth } = element;
  const canDown = top > 0 ? scrollTop + clientHeight < scrollHeight - 1 : top < 0 && scrollTop > 0;
  const canAside =
    left > 0 ? scrollLeft + clientWidth < scrollWidth - 1 : left < 0 && scrollLeft !== 0;
  return (/auto|scroll/.test(overflowY) && canDown) || (/auto|scroll/.test(overflowX) && canAside);
}
