import type { RefObject } from 'preact';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';

/** How far outside the window things are kept ready, so that scrolling and Tab never meet a gap. */
const MARGIN = '500px 0px';

/** Heights of what has left the window, and which parts of it are in sight. */
export interface Visible {
  keys: ReadonlySet<string>;
  /** Height it had when it was last in sight, px. */
  height(key: string): number | undefined;
  /** Watches an element that carries `data-key`. */
  watch(element: HTMLElement | null): void;
}

/**
 * Tells which elements are in or near the window of the nearest scrolling ancestor. What holds the
 * focus counts as in sight.
 * @param first keys that are in sight before anything has been measured
 */
export function useVisible(root: RefObject<HTMLElement | null>, first: readonly string[]): Visible {
  const [keys, setKeys] = useState<ReadonlySet<string>>(() => new Set(first));
  const heights = useRef(new Map<string, number>());
  const observer = useRef<IntersectionObserver>(undefined);
  const waiting = useRef(new Set<HTMLElement>());

  useEffect(() => {
    const onChange = (changes: IntersectionObserverEntry[]) =>
      setKeys((before) => {
        const after = new Set(before);
        for (const { target, isIntersecting, boundingClientRect } of changes) {
          const key = (target as HTMLElement).dataset.key ?? '';
          if (before.has(key)) heights.current.set(key, boundingClientRect.height);
          if (isIntersecting) after.add(key);
          else if (!target.contains(document.activeElement)) after.delete(key);
        }
        const isSame = after.size === before.size && [...after].every((key) => before.has(key));
        return isSame ? before : after;
      });
    const scroller = root.current?.closest<HTMLElement>('.app__rows') ?? null;
    observer.current = new IntersectionObserver(onChange, { root: scroller, rootMargin: MARGIN });
    for (const element of waiting.current) observer.current.observe(element);
    return () => observer.current?.disconnect();
  }, [root]);

  const watch = useCallback((element: HTMLElement | null) => {
    if (!element) return;
    if (observer.current) observer.current.observe(element);
    else waiting.current.add(element);
  }, []);

  return { keys, height: (key) => heights.current.get(key), watch };
}
