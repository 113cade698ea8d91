import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { boxOf, type Fitting, type Size } from '@/lib/reader/page-size';
import { layOut, type Place, pageInView, pagesBetween, placeAt, topOf } from '@/lib/reader/strip';
import { ReaderLeaf } from './leaf';
import { type LeavesProps, leafProps } from './leaves';
import type { Room } from './use-room';
import './strip.css';

/** Props of the strip. */
export interface ReaderStripProps extends LeavesProps {
  scroller: RefObject<HTMLElement | null>;
  room: Room;
  /** Of the pages, px. */
  sizes: readonly Size[];
  fitting: Omit<Fitting, 'room' | 'ratio'>;
  /** The place to go to. Another object is another wish, even for the same place. */
  target: Place;
  /** The person has come to a place; `page` is the page that is read. */
  onPlace: (place: Place, page: number) => void;
  /** Indexes of the pages near the window, those in sight first. */
  onNear: (pages: readonly number[]) => void;
}

/** A point of the strip that must not move in the window: `offset` CSS px below its top edge. */
interface Anchor extends Place {
  offset: number;
}

/** Pages drawn above and below the window, in heights of it. */
const MARGIN = 1;

/** All pages below each other. Only those near the window are drawn. */
export function ReaderStrip(props: ReaderStripProps) {
  const { scroller, room, sizes, fitting, target, leaves, onPlace, onNear } = props;
  const { fit, zoom, isCapped } = fitting;
  const strip = useMemo(() => {
    const whole = { room, ratio: room.ratio, fit, zoom, isCapped };
    const boxes = sizes.map((size) => boxOf(size, whole));
    const widths = leaves.map(({ job }, index) => job.source?.width ?? sizes[index]?.width ?? 0);
    return { ...layOut(boxes, widths), boxes };
  }, [room, sizes, leaves, fit, zoom, isCapped]);

  const anchor = useRef<Anchor>({ ...target, offset: 0 });
  /** Where a scroll of ours led to: its event is no move of the person. */
  const expected = useRef<number | undefined>(undefined);
  /** Share of the width that is left of the middle of the window. */
  const across = useRef(0.5);
  const [[first, last], setNear] = useState<readonly [number, number]>([0, -1]);

  function lookAround(): void {
    const top = scroller.current?.scrollTop ?? 0;
    const margin = MARGIN * room.height;
    const [from, to] = pagesBetween(strip, top - margin, top + room.height + margin);
    setNear((known) => (known[0] === from && known[1] === to ? known : [from, to]));
  }

  function scrollToAnchor(): void {
    const element = scroller.current;
    if (!element) return;
    element.scrollTop = topOf(strip, anchor.current) - anchor.current.offset;
    element.scrollLeft = across.current * element.scrollWidth - element.clientWidth / 2;
    expected.current = element.scrollTop;
    lookAround();
  }

  // What is being read stays where it is, whatever happens to the sizes of other pages.
  useLayoutEffect(scrollToAnchor, [strip]);
  useLayoutEffect(() => {
    anchor.current = { ...target, offset: 0 };
    scrollToAnchor();
    onPlace(target, target.index);
  }, [target]);

  const list = useRef<HTMLOListElement>(null);
  const onScroll = () => {
    const element = scroller.current;
    // Another layout that took its place has scrolled: the listener goes a moment later than the strip.
    if (!element || !list.current?.isConnected) return;
    const { scrollTop: top, scrollLeft, scrollWidth, clientWidth } = element;
    lookAround();
    across.current = (scrollLeft + clientWidth / 2) / scrollWidth;
    if (expected.current !== undefined && Math.abs(top - expected.current) < 1) return;
    expected.current = undefined;
    const middle = room.height / 2;
    anchor.current = { ...placeAt(strip, top + middle), offset: middle };
    onPlace(placeAt(strip, top), pageInView(strip, top, room.height));
  };
  const latest = useRef(onScroll);
  latest.current = onScroll;
  useEffect(() => {
    const element = scroller.current;
    const listener = () => latest.current();
    element?.addEventListener('scroll', listener, { passive: true });
    return () => element?.removeEventListener('scroll', listener);
  }, [scroller]);

  const near = useMemo(
    () => Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at),
    [first, last],
  );
  useEffect(() => {
    // Not measured yet: letting all pictures go would take those that were shown in another layout.
    if (near.length === 0) return;
    const top = scroller.current?.scrollTop ?? 0;
    const [from, to] = pagesBetween(strip, top, top + room.height);
    const isInSight = (index: number) => index >= from && index <= to;
    onNear([...near.filter(isInSight), ...near.filter((index) => !isInSight(index))]);
  }, [near]);

  return (
    <ol
      ref={list}
      class="reader-strip"
      style={{
        blockSize: `${strip.height}px`,
        inlineSize: `${Math.max(strip.width, room.width)}px`,
      }}
    >
      {near.map((index) => {
        const box = strip.boxes[index];
        const leaf = leaves[index];
        if (!box || !leaf) return null;
        return (
          <li
            key={leaf.job.id}
            class="reader-strip__page"
            style={{ insetBlockStart: `${strip.tops[index] ?? 0}px` }}
            aria-posinset={index + 1}
            aria-setsize={leaves.length}
          >
            <ReaderLeaf {...leafProps(props, index, leaf)} box={box} />
          </li>
        );
      })}
    </ol>
  );
}
