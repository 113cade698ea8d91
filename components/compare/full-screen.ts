import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

/**
 * Shows an element in full screen, or no longer. Whoever had the focus has it again afterwards.
 * @returns switches between the two; call it inside a click or a key press
 */
export function useFullScreen(element: RefObject<HTMLElement | null>): () => void {
  const focused = useRef<Element | null>(null);

  useEffect(() => {
    const onChange = () => {
      const { current } = focused;
      const isLost = document.activeElement === null || document.activeElement === document.body;
      if (!document.fullscreenElement && isLost && current instanceof HTMLElement) {
        current.focus({ preventScroll: true });
      }
    };
    document.addEventListener('fullscreenchange', onChange);
    return () => document.removeEventListener('fullscreenchange', onChange);
  }, []);

  return () => {
    if (document.fullscreenElement) {
      void document.exitFullscreen();
      return;
    }
    focused.current = document.activeElement;
    // A browser may refuse, for example on a phone. The page then stays as it is.
    void element.current?.requestFullscreen?.().catch(() => undefined);
  };
}
