import { useEffect, useId, useMemo, useRef, useState } from 'preact/hooks';
import { DIRECTIONS, LAYOUTS, type ReaderChoices } from '@/lib/reader/choices';
import { pixelsOf, sizesOf } from '@/lib/reader/page-size';
import { spreadsOf, stepTo } from '@/lib/reader/spreads';
import type { Place } from '@/lib/reader/strip';
import { useLocale } from '../ui/locale';
import { ReaderHeader } from './header';
import type { LeavesProps } from './leaves';
import { ReaderPager } from './pager';
import { ReaderSpread } from './spread';
import { ReaderStrip } from './strip';
import { useReaderKeys } from './use-keys';
import { useRoom } from './use-room';
import { useTurning } from './use-turning';
import type { LeafPicture, ReaderActions, ReaderData } from './view';
import { ReaderViewPanel } from './view-panel';
import { reasonOf } from './words';

/** Props of the pages with their controls. */
export interface ReaderProps extends ReaderData {
  name: string;
  pictures: ReadonlyMap<string, LeafPicture>;
  /** How the person read last. */
  choices: ReaderChoices;
  /** Where the person stopped. */
  start: Place;
  actions: ReaderActions;
}

/** Zoom of each step, in relation to what fits. */
const ZOOMS: readonly number[] = [0.25, 0.33, 0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 3, 4, 6, 8];
/** Share of the window that a press of Space scrolls. */
const SCREEN = 0.9;

/** The pages of a batch, and how they are shown. */
export function Reader(props: ReaderProps) {
  const { leaves, pictures, actions, name } = props;
  const locale = useLocale();
  const panelId = useId();
  const scroller = useRef<HTMLElement>(null);
  const field = useRef<HTMLDivElement>(null);
  const room = useRoom(scroller);
  const [choices, setChoices] = useState(props.choices);
  const [zoom, setZoom] = useState(1);
  const [target, setTarget] = useState(props.start);
  const [page, setPage] = useState(props.start.index);
  const [isViewOpen, setViewOpen] = useState(false);
  const [areOriginalsKept, setOriginalsKept] = useState(false);
  const [isPeeking, setPeeking] = useState(false);
  const place = useRef(props.start);
  /** Keys may come faster than the page is drawn: the next one goes on from what the last one has done. */
  const latest = useRef({ choices, zoom, page });
  latest.current = { choices, zoom, page };
  const last = leaves.length - 1;

  const sizes = useMemo(() => sizesOf(leaves.map(({ job }) => pixelsOf(job))), [leaves]);
  const { layout, direction, fit, isCapped } = choices;
  const isStrip = layout === 'strip';
  const spreads = useMemo(() => spreadsOf(sizes, choices), [sizes, choices]);
  const at = Math.max(
    0,
    spreads.findIndex((spread) => spread.includes(page)),
  );
  const isOriginalShown = areOriginalsKept || isPeeking;
  useEffect(() => actions.wantOriginals(isOriginalShown), [isOriginalShown]);
  // The keys that scroll work at once.
  useEffect(() => scroller.current?.focus({ preventScroll: true }), []);

  function arrive(next: Place, read: number): void {
    place.current = next;
    latest.current.page = read;
    setPage(read);
    const jobId = leaves[next.index]?.job.id;
    if (jobId !== undefined) actions.keepPlace({ jobId, share: next.share });
  }
  function goTo(index: number): void {
    const next = { index: Math.min(last, Math.max(0, index)), share: 0 };
    setTarget(next);
    arrive(next, next.index);
  }
  function turn(by: 1 | -1): void {
    const now = latest.current;
    if (now.choices.layout === 'strip') {
      goTo(now.page + by);
      return;
    }
    const all = spreadsOf(sizes, now.choices);
    const shown = all.findIndex((spread) => spread.includes(now.page));
    const [first] = all[shown + by] ?? [];
    if (first !== undefined) goTo(first);
  }
  function choose(change: Partial<ReaderChoices>): void {
    const next = { ...latest.current.choices, ...change };
    latest.current.choices = next;
    setChoices(next);
    actions.choose(next);
    // The other layout begins where this one is.
    if (change.layout) setTarget({ ...place.current });
  }
  function zoomBy(by: 1 | -1 | 0): void {
    const step = ZOOMS.indexOf(latest.current.zoom) + by;
    const next = by === 0 ? 1 : (ZOOMS[Math.min(ZOOMS.length - 1, Math.max(0, step))] ?? 1);
    latest.current.zoom = next;
    setZoom(next);
  }
  function goOn(by: 1 | -1): boolean {
    const element = scroller.current;
    if (!element) return false;
    const left =
      by === 1
        ? element.scrollHeight - element.clientHeight - element.scrollTop
        : element.scrollTop;
    if (left > 1) element.scrollBy({ top: by * SCREEN * element.clientHeight });
    else if (!isStrip) turn(by);
    return true;
  }
  const turnTo = (side: 'left' | 'right') => turn(stepTo(side, latest.current.choices.direction));
  function closeView(): true {
    // The focus would be nowhere, and the keys that scroll with it.
    const isInside = document.getElementById(panelId)?.contains(document.activeElement);
    if (isInside) scroller.current?.focus({ preventScroll: true });
    setViewOpen(false);
    return true;
  }
  const chosen = () => latest.current.choices;

  useTurning(scroller, !isStrip, turnTo);
  useReaderKeys({
    turn: turnTo,
    goToEnd: (end) => goTo(end === 'first' ? 0 : last),
    goOn,
    zoom: zoomBy,
    chooseFit: (wanted) => choose({ fit: wanted }),
    changeLayout: () => choose({ layout: after(LAYOUTS, chosen().layout) }),
    changeDirection: () => choose({ direction: after(DIRECTIONS, chosen().direction) }),
    toggleCap: () => choose({ isCapped: !chosen().isCapped }),
    toggleCover: () => choose({ hasCover: !chosen().hasCover }),
    toggleView: () => (isViewOpen ? closeView() : setViewOpen(true)),
    closeView: () => isViewOpen && closeView(),
    toggleFullScreen,
    askForPage: () => {
      const input = field.current?.querySelector('input');
      input?.focus();
      input?.select();
    },
    peek: setPeeking,
  });

  const reasonFor: LeavesProps['reasonFor'] = (leaf) =>
    reasonOf(leaf, pictures.get(leaf.job.id), props, locale);
  const shown: LeavesProps = { leaves, pictures, reasonFor, isOriginalShown };
  const fitting = { fit, zoom, isCapped };
  const onNear = (pages: readonly number[]) =>
    actions.show(pages.flatMap((index) => leaves[index]?.job.id ?? []));
  const current = leaves[page];
  const said = current && reasonFor(current);

  return (
    <>
      <ReaderHeader
        name={name}
        leaves={leaves}
        panelId={panelId}
        isViewOpen={isViewOpen}
        onViewOpen={setViewOpen}
        onFullScreen={toggleFullScreen}
      >
        {isViewOpen && (
          <ReaderViewPanel
            id={panelId}
            choices={choices}
            onChoose={choose}
            zoom={zoom}
            onZoom={zoomBy}
            areOriginalsShown={areOriginalsKept}
            onOriginals={setOriginalsKept}
          />
        )}
      </ReaderHeader>
      <main
        ref={scroller}
        class="reader__pages"
        data-swipes={!isStrip && fit === 'width' && zoom <= 1}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and has no control in it.
        tabIndex={0}
        aria-label={locale.messages.reader.pages(name)}
      >
        {room &&
          (isStrip ? (
            <ReaderStrip
              {...shown}
              scroller={scroller}
              room={room}
              sizes={sizes}
              fitting={fitting}
              target={target}
              onPlace={arrive}
              onNear={onNear}
            />
          ) : (
            <ReaderSpread
              {...shown}
              scroller={scroller}
              room={room}
              sizes={sizes}
              fitting={fitting}
              direction={direction}
              spreads={spreads}
              at={at}
              onNear={onNear}
            />
          ))}
      </main>
      <ReaderPager
        page={page}
        count={leaves.length}
        direction={direction}
        onTurn={turn}
        onGoTo={goTo}
        hasReasons={leaves.some(({ job, isGone }) => isGone || job.stage !== 'done')}
        said={said?.sentence ?? said?.short}
        field={field}
      />
    </>
  );
}

/** The next of some values, and the first after the last. */
function after<Value>(values: readonly Value[], value: Value): Value {
  return values[(values.indexOf(value) + 1) % values.length] ?? value;
}

/** A browser may refuse it: then everything stays as it is. */
function toggleFullScreen(): void {
  const change = document.fullscreenElement
    ? document.exitFullscreen()
    : document.documentElement.requestFullscreen();
  void change.catch(() => undefined);
}
