import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import type { Size } from '@/lib/reader/page-size';

/** Room inside a scroller, CSS px without its bars, and device px per CSS px. */
export interface Room extends Size {
  ratio: number;
}

/** Measures a scroller, and again whenever its size changes. Zooming the page changes it as well. */
export function useRoom(scroller: RefObject<HTMLElement | null>): Room | undefined {
  const [room, setRoom] = useState<Room>();
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const measure = () => {
      const { clientWidth: width, clientHeight: height } = element;
      const ratio = devicePixelRatio || 1;
      if (width === 0 || height === 0) return;
      setRoom((known) =>
        known?.width === width && known.height === height && known.ratio === ratio
          ? known
          : { width, height, ratio },
      );
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [scroller]);
  return room;
}
