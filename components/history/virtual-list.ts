import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { type Chunk, estimatedHeight } from './job-chunks';

/** Overscan: rows this far outside the window stay rendered, so scrolling and Tab meet no gap, px. */
const MARGIN = 500;

/** Chunks from one place in the list to before another. */
export interface Span {
  from: number;
  to: number;
}

/**
 * Finds the stacked items that overlap a vertical range.
 * @param heights px
 * @param top of the range, px from the top of the first item
 * @param bottom of the range, px
 */
export function spanIn(heights: readonly number[], top: number, bottom: number): Span {
  let at = 0;
  let from = 0;
  for (; from < heights.length - 1 && at + (heights[from] ?? 0) <= top; from += 1) {
    at += heights[from] ?? 0;
  }
  let to = from;
  for (; to < heights.length && (to === from || at < bottom); to += 1) at += heights[to] ?? 0;
  return { from, to };
}

/** A rendered chunk, or the height of a gap, px. */
export type Piece = Chunk | number;

/**
 * A virtual list: gaps replace chunks far out of view, computed from heights alone. Observing
 * hundreds of empty elements costs more than the rows. The chunk with the focus stays rendered.
 * @param root element whose children are the pieces; those of chunks carry `data-key`
 * @param isWanted whether a chunk is rendered wherever it is
 */
export function useListWindow(
  root: RefObject<HTMLElement | null>,
  chunks: readonly Chunk[],
  isWanted: (chunk: Chunk) => boolean,
): Piece[] {
  const heights = useRef(new Map<string, number>());
  const [span, setSpan] = useState<Span>({ from: 0, to: 1 });
  const heightOf = (chunk: Chunk) => heights.current.get(chunk.key) ?? estimatedHeight(chunk);

  const look = () => {
    const list = root.current;
    if (!list) return;
    for (const piece of list.children) {
      const { key } = (piece as HTMLElement).dataset;
      const { height } = piece.getBoundingClientRect();
      // Heights are 0 while the page has no layout.
      if (key && height > 0) heights.current.set(key, height);
    }
    const { top } = list.getBoundingClientRect();
    const box = scrollerOf(list).getBoundingClientRect();
    const next = spanIn(chunks.map(heightOf), box.top - top - MARGIN, box.bottom - top + MARGIN);
    setSpan((now) => (now.from === next.from && now.to === next.to ? now : next));
  };
  const latest = useRef(look);
  latest.current = look;
  useEffect(look, [chunks]);
  useEffect(() => {
    const list = root.current;
    if (!list) return;
    const onChange = () => latest.current();
    const scroller = scrollerOf(list);
    // In the next frame, because rendering changes the observed height.
    const observer = new ResizeObserver(() => requestAnimationFrame(onChange));
    for (const element of [list, scroller]) observer.observe(element);
    scroller.addEventListener('scroll', onChange, { passive: true });
    return () => {
      observer.disconnect();
      scroller.removeEventListener('scroll', onChange);
    };
  }, [root]);

  const held = document.activeElement?.closest<HTMLElement>('[data-key]')?.dataset.key;
  const pieces: Piece[] = [];
  for (const [at, chunk] of chunks.entries()) {
    const last = pieces.at(-1);
    if ((at >= span.from && at < span.to) || chunk.key === held || isWanted(chunk)) {
      pieces.push(chunk);
    } else if (typeof last === 'number') {
      pieces[pieces.length - 1] = last + heightOf(chunk);
    } else pieces.push(heightOf(chunk));
  }
  return pieces;
}

const scrollerOf = (list: HTMLElement): HTMLElement =>
  list.closest<HTMLElement>('.app__rows') ?? document.documentElement;
