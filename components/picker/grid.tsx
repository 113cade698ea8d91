import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { type GridMeasures, measureGrid, moved, type Rows, rowsIn } from '@/lib/picker/grid';
import type { PickerView } from '@/lib/picker/picker';
import { useLocale } from '../ui/locale';
import type { PickerActions } from './actions';
import { useRubberBand } from './rubber-band';
import { Tile } from './tile';
import './grid.css';

/** Tiles this far outside the window are rendered, so that scrolling meets no gap, px. */
const OVERSCAN_PX = 600;

/** Props of the grid. */
export interface GridProps {
  view: Pick<PickerView, 'shown' | 'ticked'>;
  thumbs: ReadonlyMap<string, string>;
  actions: Pick<PickerActions, 'dispatch' | 'show'>;
  /** Id of the element that explains mouse and keys. */
  describedBy: string;
}

/** The pictures as tiles: only those near the window are rendered, and the one with the focus. */
export function PickerGrid({ view, thumbs, actions, describedBy }: GridProps) {
  const { shown, ticked } = view;
  const { picker } = useLocale().messages;
  const root = useRef<HTMLDivElement>(null);
  const { measures, rows } = useRowsInWindow(root, shown.length);
  const { columns, tileWidth, tileHeight, gap } = measures;
  const [focusedId, setFocusedId] = useState<string>();
  const places = useMemo(() => new Map(shown.map(({ id }, at) => [id, at])), [shown]);
  /** Where the focus is, or was when its picture went away. */
  const focusedAt = useRef(0);
  const at = (focusedId === undefined ? undefined : places.get(focusedId)) ?? focusedAt.current;
  focusedAt.current = Math.max(0, Math.min(at, shown.length - 1));
  useFocusKept(root, shown[focusedAt.current]?.id);

  const band = useRubberBand(root, measures, shown, (ids, isOn) =>
    actions.dispatch({ type: 'ticked', ids, isOn }),
  );

  const first = rows.from * columns;
  const near = shown.slice(first, rows.to * columns).map((picture, index) => ({
    picture,
    at: first + index,
  }));
  const focused = shown[focusedAt.current];
  if (focused && !near.some(({ picture }) => picture === focused)) {
    near.push({ picture: focused, at: focusedAt.current });
    near.sort((a, b) => a.at - b.at);
  }
  const idsKey = near.map(({ picture }) => picture.best.id).join();
  useEffect(() => actions.show(idsKey === '' ? [] : idsKey.split(',')), [idsKey, actions]);

  function focus(id: string): void {
    setFocusedId(id);
    // The tile may be rendered by this change only.
    requestAnimationFrame(() => {
      const tile = tileOf(root.current, id);
      tile?.focus({ preventScroll: true });
      tile?.scrollIntoView({ block: 'nearest' });
    });
  }

  function onKeyDown(event: KeyboardEvent): void {
    const { key, shiftKey } = event;
    const picture = shown[focusedAt.current];
    if (!picture || event.altKey) return;
    const isCommand = event.ctrlKey || event.metaKey;
    if (isCommand && key.toLowerCase() !== 'a') return;
    const page = Math.max(1, Math.floor(innerHeight / (tileHeight + gap)) - 1);
    const to = moved(key, focusedAt.current, shown.length, { columns, page });
    const target = to === undefined ? undefined : shown[to];
    if (isCommand) actions.dispatch({ type: 'all-ticked' });
    else if (key === ' ' || key === 'Enter') {
      actions.dispatch({ type: shiftKey ? 'ranged' : 'toggled', id: picture.id });
    } else if (key === 'Escape') {
      if (!band.cancel()) actions.dispatch({ type: 'none-ticked' });
    } else if (target) {
      if (shiftKey) actions.dispatch({ type: 'extended', from: picture.id, to: target.id });
      focus(target.id);
    } else return;
    event.preventDefault();
  }

  function onClick(event: MouseEvent): void {
    const tile = (event.target as HTMLElement).closest<HTMLElement>('.picker-tile');
    const id = tile?.dataset.id;
    if (id === undefined) return;
    setFocusedId(id);
    tile?.focus({ preventScroll: true });
    actions.dispatch({ type: event.shiftKey ? 'ranged' : 'toggled', id });
  }

  const rowCount = Math.ceil(shown.length / columns);
  const height = Math.max(0, rowCount * (tileHeight + gap) - gap);
  return (
    <div class="picker-grid" ref={root} onPointerDown={band.begin}>
      <div
        class="picker-grid__tiles"
        role="listbox"
        aria-multiselectable="true"
        aria-label={picker.grid}
        aria-describedby={describedBy}
        style={{ blockSize: `${height}px` }}
        onKeyDown={onKeyDown}
        onClick={onClick}
      >
        {near.map(({ picture, at: place }) => (
          <Tile
            key={picture.id}
            picture={picture}
            thumb={thumbs.get(picture.best.id)}
            isTicked={ticked.has(picture.id)}
            isInBand={band.touched.has(picture.id)}
            isTabStop={picture === focused}
            at={place}
            total={shown.length}
            box={{
              left: (place % columns) * (tileWidth + gap),
              top: Math.floor(place / columns) * (tileHeight + gap),
              width: tileWidth,
              height: tileHeight,
            }}
          />
        ))}
      </div>
      {band.box && (
        <div
          class="picker-grid__band"
          style={{
            left: `${band.box.left}px`,
            top: `${band.box.top}px`,
            width: `${band.box.right - band.box.left}px`,
            height: `${band.box.bottom - band.box.top}px`,
          }}
        />
      )}
    </div>
  );
}

const tileOf = (root: HTMLElement | null, id: string) =>
  root?.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"]`);

type Root = { current: HTMLDivElement | null };

/** Measures the grid, and finds the rows near the window. The document scrolls. */
function useRowsInWindow(root: Root, count: number): { measures: GridMeasures; rows: Rows } {
  const [width, setWidth] = useState(640);
  const measures = useMemo(() => measureGrid(width), [width]);
  const [rows, setRows] = useState<Rows>({ from: 0, to: 1 });
  const look = () => {
    const box = root.current?.firstElementChild?.getBoundingClientRect();
    if (!box) return;
    if (box.width > 0) setWidth(box.width);
    const total = Math.ceil(count / measures.columns);
    const next = rowsIn(
      measures,
      total,
      -box.top - OVERSCAN_PX,
      innerHeight - box.top + OVERSCAN_PX,
    );
    setRows((now) => (now.from === next.from && now.to === next.to ? now : next));
  };
  const latest = useRef(look);
  latest.current = look;
  useEffect(look, [count, measures]);
  useEffect(() => {
    const onChange = () => latest.current();
    const observer = new ResizeObserver(() => requestAnimationFrame(onChange));
    if (root.current) observer.observe(root.current);
    observer.observe(document.documentElement);
    document.addEventListener('scroll', onChange, { passive: true });
    return () => {
      observer.disconnect();
      document.removeEventListener('scroll', onChange);
    };
  }, [root]);
  return { measures, rows };
}

/** Moves the focus to the picture at the same place when the picture that had it is gone. */
function useFocusKept(root: Root, id: string | undefined): void {
  const last = useRef<Element>(undefined);
  useEffect(() => {
    const element = root.current;
    if (!element) return;
    const note = (event: FocusEvent) => {
      last.current = event.target as Element;
    };
    element.addEventListener('focusin', note);
    return () => element.removeEventListener('focusin', note);
  }, [root]);
  useEffect(() => {
    const isLost = last.current?.isConnected === false && document.activeElement === document.body;
    if (isLost && id !== undefined) tileOf(root.current, id)?.focus({ preventScroll: true });
  });
}
