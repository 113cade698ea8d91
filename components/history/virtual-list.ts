import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Chunk } from './list-chunks';

/** Rows this far outside the window are rendered, so that scrolling and Tab meet no gap, px. */
const OVERSCAN_PX = 500;

/** A range of chunks, `to` excluded. */
export interface Span {
  from: number;
  to: number;
}

/**
 * Finds the items of a vertical list that a range of pixels touches.
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

/** A chunk to render, or the height of a gap, px. */
export type Piece = Chunk | number;

/**
 * Virtual scrolling: renders the chunks near the window, and gaps in place of the others. Works from
 * measured heights, because observing hundreds of empty elements costs more than the rows. The chunk
 * with the focus stays rendered.
 *
 * Not a library: virtua needs React, Vue, Solid, Svelte or Angular. @tanstack/virtual-core (3.19.11) has no
 * adapter for Preact, writes `scrollTop` itself, and leaves gaps, kept rows and their focus to its user.
 * @param root element whose children are the pieces; chunks carry `data-key`
 * @param isWanted whether a chunk must be rendered even far from the window
 */
export function useVirtualList(
  root: RefObject<HTMLElement | null>,
  chunks: readonly Chunk[],
  isWanted: (chunk: Chunk) => boolean,
): Piece[] {
  const heights = useRef(new Map<string, number>());
  const [span, setSpan] = useState<Span>({ from: 0, to: 1 });
  const heightOf = (chunk: Chunk) => heights.current.get(chunk.key) ?? chunk.estimate;

  const measure = () => {
    const list = root.current;
    if (!list) return;
    for (const piece of list.children) {
      const { key } = (piece as HTMLElement).dataset;
      const { height } = piece.getBoundingClientRect();
      // Without layout every height is 0.
      if (key && height > 0) heights.current.set(key, height);
    }
    const { top } = list.getBoundingClientRect();
    const box = scrollerOf(list).getBoundingClientRect();
    const next = spanIn(
      chunks.map(heightOf),
      box.top - top - OVERSCAN_PX,
      box.bottom - top + OVERSCAN_PX,
    );
    setSpan((now) => (now.from === next.from && now.to === next.to ? now : next));
  };
  const latest = useRef(measure);
  latest.current = measure;
  useEffect(measure, [chunks]);
  useEffect(() => {
    const list = root.current;
    if (!list) return;
    const onChange = () => latest.current();
    const scroller = scrollerOf(list);
    // In the next frame: rendering changes the height that is observed here.
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
