import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useMemo } from 'preact/hooks';
import type { ReaderChoices } from '@/lib/reader/choices';
import { boxOf, type Fitting, type Size } from '@/lib/reader/page-size';
import { fromLeft, type Spread } from '@/lib/reader/spreads';
import { ReaderLeaf } from './leaf';
import { type LeavesProps, leafProps } from './leaves';
import type { Room } from './use-room';
import './spread.css';

/** Props of the pages in sight. */
export interface ReaderSpreadProps extends LeavesProps {
  scroller: RefObject<HTMLElement | null>;
  room: Room;
  /** Of the pages, px. */
  sizes: readonly Size[];
  fitting: Omit<Fitting, 'room' | 'ratio'>;
  direction: ReaderChoices['direction'];
  spreads: readonly Spread[];
  /** Which of them is shown. */
  at: number;
  /** Indexes of the pages in sight, then of those that come next. */
  onNear: (pages: readonly number[]) => void;
}

/** One page, or two beside each other. */
export function ReaderSpread(props: ReaderSpreadProps) {
  const { scroller, room, sizes, fitting, direction, spreads, at, leaves, onNear } = props;
  const spread = spreads[at] ?? [];
  const pages = fromLeft(spread, direction);
  const near = useMemo(
    () => [at, at + 1, at - 1, at + 2].flatMap((each) => spreads[each] ?? []),
    [spreads, at],
  );
  useEffect(() => onNear(near), [near]);
  // A page begins at its top, and at the side from which it is read.
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    element.scrollTop = 0;
    element.scrollLeft = direction === 'rtl' ? element.scrollWidth : 0;
  }, [at, direction, spreads]);

  const own = { width: room.width / Math.max(1, pages.length), height: room.height };
  return (
    <ol class="reader-spread">
      {pages.map((index) => {
        const size = sizes[index];
        const leaf = leaves[index];
        if (!size || !leaf) return null;
        return (
          <li key={leaf.job.id} aria-posinset={index + 1} aria-setsize={leaves.length}>
            <ReaderLeaf
              {...leafProps(props, index, leaf)}
              box={boxOf(size, { ...fitting, room: own, ratio: room.ratio })}
            />
          </li>
        );
      })}
    </ol>
  );
}
