import { useEffect, useRef } from 'preact/hooks';
import type { Fit } from '@/lib/reader/choices';

/** What keys do. */
export interface KeyActions {
  turn(side: 'left' | 'right'): void;
  goToEnd(end: 'first' | 'last'): void;
  /** Scrolls by a window, or goes on where there is nothing to scroll. @returns whether it went on */
  goOn(by: 1 | -1): boolean;
  zoom(by: 1 | -1 | 0): void;
  chooseFit(fit: Fit): void;
  changeLayout(): void;
  changeDirection(): void;
  toggleCap(): void;
  toggleCover(): void;
  toggleView(): void;
  /** @returns whether it was open */
  closeView(): boolean;
  toggleFullScreen(): void;
  askForPage(): void;
  /** The key for originals is down, or up again. */
  peek(isHeld: boolean): void;
}

/** Key that shows originals while it is held. */
const PEEK = 'o';

/** Controls that have keys of their own. */
const OWN_KEYS = 'input, select, textarea, summary, [role=slider], [role=menuitem]';
/** Space and Enter press these. */
const PRESSED = 'button, a';

/** Keys of the reader, wherever the focus is, except in fields. */
export function useReaderKeys(actions: KeyActions): void {
  const latest = useRef(actions);
  latest.current = actions;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { target, key } = event;
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      if (target instanceof Element && target.closest(OWN_KEYS)) return;
      if (key === ' ' && target instanceof Element && target.closest(PRESSED)) return;
      if (key.toLowerCase() === PEEK) {
        if (!event.repeat) latest.current.peek(true);
        event.preventDefault();
        return;
      }
      const isHandled = handle(key, event.shiftKey, latest.current);
      if (isHandled) event.preventDefault();
    };
    const onKeyUp = ({ key }: KeyboardEvent) => {
      if (key.toLowerCase() === PEEK) latest.current.peek(false);
    };
    // A key that is let go in another window is never heard of.
    const onBlur = () => latest.current.peek(false);
    addEventListener('keydown', onKeyDown);
    addEventListener('keyup', onKeyUp);
    addEventListener('blur', onBlur);
    return () => {
      removeEventListener('keydown', onKeyDown);
      removeEventListener('keyup', onKeyUp);
      removeEventListener('blur', onBlur);
    };
  }, []);
}

/** @returns whether the key does something here, and nothing of the browser's own */
function handle(key: string, isShifted: boolean, actions: KeyActions): boolean {
  switch (key) {
    case ' ':
      return actions.goOn(isShifted ? -1 : 1);
    case 'PageDown':
      return actions.goOn(1);
    case 'PageUp':
      return actions.goOn(-1);
    case 'Escape':
      return actions.closeView();
    default: {
      const action = KEYS[key.length === 1 ? key.toLowerCase() : key];
      action?.(actions);
      return action !== undefined;
    }
  }
}

const KEYS: Record<string, (actions: KeyActions) => void> = {
  ArrowLeft: ({ turn }) => turn('left'),
  ArrowRight: ({ turn }) => turn('right'),
  Home: ({ goToEnd }) => goToEnd('first'),
  End: ({ goToEnd }) => goToEnd('last'),
  '+': ({ zoom }) => zoom(1),
  // The same key without Shift on many keyboards.
  '=': ({ zoom }) => zoom(1),
  '-': ({ zoom }) => zoom(-1),
  '0': ({ zoom }) => zoom(0),
  '1': ({ chooseFit }) => chooseFit('actual'),
  w: ({ chooseFit }) => chooseFit('width'),
  h: ({ chooseFit }) => chooseFit('height'),
  l: ({ changeLayout }) => changeLayout(),
  d: ({ changeDirection }) => changeDirection(),
  n: ({ toggleCap }) => toggleCap(),
  c: ({ toggleCover }) => toggleCover(),
  v: ({ toggleView }) => toggleView(),
  f: ({ toggleFullScreen }) => toggleFullScreen(),
  g: ({ askForPage }) => askForPage(),
};
