import type { Point } from './geometry';

/** What the keys of the stage do. */
export interface StageKeys {
  pan(by: Point): void;
  /** To the next step above (1) or below (-1). */
  step(direction: 1 | -1): void;
  showWhole(): void;
  /** Zooms to device px per image px. */
  zoomTo(zoom: number): void;
  /** Keys that are one letter, in lower case. */
  letters: Readonly<Record<string, () => void>>;
}

/** CSS px that an arrow key pans. */
const PAN_PX = 64;
/** Keys of the fixed zooms: hundreds of percent. */
const ZOOMS = [1, 2, 4, 8];

/** The action of each key on the image itself. */
export function fieldKeys({ pan }: StageKeys): Record<string, () => void> {
  return {
    ArrowLeft: () => pan({ x: PAN_PX, y: 0 }),
    ArrowRight: () => pan({ x: -PAN_PX, y: 0 }),
    ArrowUp: () => pan({ x: 0, y: PAN_PX }),
    ArrowDown: () => pan({ x: 0, y: -PAN_PX }),
  };
}

/** The action of each key on the image and on the controls around it. */
export function stageKeys(keys: StageKeys): Record<string, () => void> {
  return {
    '+': () => keys.step(1),
    '=': () => keys.step(1),
    '-': () => keys.step(-1),
    '0': keys.showWhole,
    ...Object.fromEntries(ZOOMS.map((zoom) => [String(zoom), () => keys.zoomTo(zoom)])),
    ...keys.letters,
  };
}

/**
 * The action of a key press; undefined if it has none, if it belongs to the browser, or if the control in focus needs
 * it for itself.
 */
export function actionOf(
  event: KeyboardEvent,
  actions: Readonly<Record<string, () => void>>,
): (() => void) | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return undefined;
  // An own property: a key may be named like a method of every object.
  const name = [event.key, event.key.toLowerCase()].find((key) => Object.hasOwn(actions, key));
  return name === undefined ? undefined : actions[name];
}

/** A list chooses by letters. */
function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('select, textarea, input') !== null;
}
