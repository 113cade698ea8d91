import { boxOf, localName, parentElement } from './dom';
import { area, overlap } from './geometry';

/** Whether scroll boxes around an element hide all of it. */
export function isCutOff(element: Element): boolean {
  let seen = boxOf(element);
  if (area(seen) === 0) return false;
  for (let at: Element = element; getComputedStyle(at).position !== 'fixed'; ) {
    const around = parentElement(at);
    // What the root and the body cut off is cut off by the viewport.
    if (!around || localName(around) === 'body' || localName(around) === 'html') break;
    if (getComputedStyle(around).overflowX !== 'visible') seen = overlap(seen, boxOf(around));
    if (area(seen) === 0) return true;
    at = around;
  }
  return false;
}
