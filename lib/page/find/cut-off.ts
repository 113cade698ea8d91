import { boxOf, localName, parentElement } from './dom';
import { area, overlap } from './geometry';

/** Whether scroll containers clip an element completely. */
export function isCutOff(element: Element): boolean {
  let visible = boxOf(element);
  if (area(visible) === 0) return false;
  for (let at: Element = element; getComputedStyle(at).position !== 'fixed'; ) {
    const around = parentElement(at);
    // Clipping by the root and the body is clipping by the viewport.
    if (!around || localName(around) === 'body' || localName(around) === 'html') break;
    if (getComputedStyle(around).overflowX !== 'visible') visible = overlap(visible, boxOf(around));
    if (area(visible) === 0) return true;
    at = around;
  }
  return false;
}
