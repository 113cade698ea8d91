import { boxOf, create } from '../find/dom';
import type { Point } from '../find/geometry';
import type { PickWords } from './words';

/** The bar at the top of pick mode: what to do, and a button if the entry that led here can be hidden. */
export interface PickBar {
  element: HTMLElement;
  /** Label of the button; undefined without one. */
  action: string | undefined;
  /** Whether a place in the viewport, CSS px, is on the button. */
  isOnButton(point: Point): boolean;
  /** Shows whether the keys are on the button. */
  select(isSelected: boolean): void;
}

/** The button hears no events of its own: a window listener takes all input of pick mode, and checks it. */
export function createPickBar({ hint, hideEntry }: PickWords): PickBar {
  const element = create('div');
  element.className = 'hint';
  const text = create('span');
  text.textContent = hint;
  element.append(text);
  const button = hideEntry === undefined ? undefined : create('div');
  if (button) {
    button.className = 'action';
    button.setAttribute('role', 'button');
    button.textContent = hideEntry ?? '';
    element.append(button);
  }
  return {
    element,
    action: hideEntry,

    isOnButton({ x, y }) {
      if (!button) return false;
      const box = boxOf(button);
      return x >= box.x && x < box.x + box.width && y >= box.y && y < box.y + box.height;
    },

    select(isSelected) {
      button?.toggleAttribute('data-selected', isSelected);
    },
  };
}
