import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { type Band, type GridMeasures, tilesIn } from '@/lib/picker/grid';
import type { Picture } from '@/lib/picker/picture';

/** A shorter drag is a click, px. */
const LEAST_DRAG = 6;
/** Near the edge of the window the page scrolls along, px, and so many px a frame. */
const EDGE = 48;
const EDGE_STEP = 14;

/** A frame that is drawn with the mouse around several tiles. */
export interface RubberBand {
  /** px from the top left corner of the padding box; absent while none is drawn. */
  box: Band | undefined;
  /** Ids of the pictures that it touches. */
  touched: ReadonlySet<string>;
  begin(event: PointerEvent): void;
  /** @returns whether one was being drawn */
  cancel(): boolean;
}

interface Drag {
  /** Where it began, px from the top left corner of the tiles. */
  x: number;
  y: number;
  isDrawn: boolean;
  /** Pointer in the window, px. */
  clientX: number;
  clientY: number;
}

/**
 * Lets a person draw a rubber band with the mouse. Other pointers scroll the page.
 * @param root element around the tiles
 * @param onEnd the pictures that it touched; `isOn` unless Alt was held
 */
export function useRubberBand(
  root: { current: HTMLElement | null },
  measures: GridMeasures,
  shown: readonly Picture[],
  onEnd: (ids: readonly string[], isOn: boolean) => void,
): RubberBand {
  const [band, setBand] = useState<Band>();
  const drag = useRef<Drag>(undefined);
  const touched = useMemo(() => {
    const places = band ? tilesIn(measures, shown.length, band) : [];
    return new Set(places.flatMap((at) => shown[at]?.id ?? []));
  }, [band, measures, shown]);

  const cornerOf = () =>
    root.current?.querySelector('.picker-grid__tiles')?.getBoundingClientRect() ?? new DOMRect();
  function draw(): void {
    const now = drag.current;
    if (!now) return;
    const corner = cornerOf();
    const [x, y] = [now.clientX - corner.left, now.clientY - corner.top];
    now.isDrawn ||= Math.hypot(x - now.x, y - now.y) >= LEAST_DRAG;
    if (!now.isDrawn) return;
    setBand({
      left: Math.min(x, now.x),
      top: Math.min(y, now.y),
      right: Math.max(x, now.x),
      bottom: Math.max(y, now.y),
    });
  }
  function end(isOn?: boolean): boolean {
    const wasDrawn = drag.current?.isDrawn === true;
    drag.current = undefined;
    setBand(undefined);
    if (wasDrawn && isOn !== undefined) onEnd([...touched], isOn);
    if (wasDrawn) swallowClick();
    return wasDrawn;
  }
  const latest = useRef({ draw, end });
  latest.current = { draw, end };

  useEffect(() => {
    const onMove = ({ clientX, clientY }: PointerEvent) => {
      if (!drag.current) return;
      Object.assign(drag.current, { clientX, clientY });
      latest.current.draw();
    };
    const onUp = ({ altKey }: PointerEvent) => latest.current.end(!altKey);
    const onCancel = () => latest.current.end();
    let frame = 0;
    const follow = () => {
      if (!drag.current) return;
      frame = requestAnimationFrame(follow);
      const step = stepAt(drag.current);
      if (step === 0) return;
      scrollBy(0, step);
      latest.current.draw();
    };
    const onDown = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(follow);
    };
    const element = root.current;
    element?.addEventListener('pointerdown', onDown);
    addEventListener('pointermove', onMove);
    addEventListener('pointerup', onUp);
    addEventListener('pointercancel', onCancel);
    return () => {
      cancelAnimationFrame(frame);
      element?.removeEventListener('pointerdown', onDown);
      removeEventListener('pointermove', onMove);
      removeEventListener('pointerup', onUp);
      removeEventListener('pointercancel', onCancel);
    };
  }, [root]);

  const corner = band && cornerOf();
  const outer = band && root.current?.getBoundingClientRect();
  const shift =
    corner && outer ? { x: corner.left - outer.left, y: corner.top - outer.top } : undefined;
  return {
    box: band &&
      shift && {
        left: band.left + shift.x,
        top: band.top + shift.y,
        right: band.right + shift.x,
        bottom: band.bottom + shift.y,
      },
    touched,
    begin({ clientX, clientY, button, pointerType, shiftKey }) {
      if (button !== 0 || pointerType !== 'mouse' || shiftKey) return;
      const { left, top } = cornerOf();
      drag.current = { x: clientX - left, y: clientY - top, isDrawn: false, clientX, clientY };
    },
    cancel: () => end(),
  };
}

/** How far the page scrolls along in this frame, px. */
function stepAt({ isDrawn, clientY }: Drag): number {
  if (!isDrawn) return 0;
  if (clientY < EDGE) return -EDGE_STEP;
  return clientY > innerHeight - EDGE ? EDGE_STEP : 0;
}

/** The browser sends the click of a drag in the same task as its end. */
function swallowClick(): void {
  const swallow = (event: Event) => event.stopPropagation();
  addEventListener('click', swallow, { capture: true });
  setTimeout(() => removeEventListener('click', swallow, { capture: true }));
}
