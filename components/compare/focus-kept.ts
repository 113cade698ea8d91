import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * Keeps the keyboard on an element: at first, and when what has the focus in it goes, such as the images of a job whose
 * result is gone, or the button that brought one back.
 * @param isElsewhere whether the page was opened for something else, which has the focus at first
 */
export function useFocusKept(element: RefObject<HTMLElement | null>, isElsewhere: boolean) {
  const isInside = useRef(!isElsewhere);

  // After every render: each may have removed what had the focus.
  useLayoutEffect(() => {
    const { activeElement } = document;
    const isLost = activeElement === null || activeElement === document.body;
    if (isLost && isInside.current) element.current?.focus({ preventScroll: true });
  });

  return {
    onFocusIn() {
      isInside.current = true;
    },
    /** What is removed is not connected any more: then nobody has left. */
    onFocusOut({ target }: FocusEvent) {
      if (target instanceof Node && target.isConnected) isInside.current = false;
    },
  };
}
