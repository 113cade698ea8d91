import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Point } from './geometry';

/** What a drag does. */
export type Drag = 'pan' | 'divide' | 'frame';

/** Gestures on the stage. Points are CSS px from its top left corner. */
export interface Gestures {
  /** What a drag that starts there does. */
  dragOf(target: Element): Drag;
  onDivide(x: number): void;
  onPan(by: Point): void;
  onZoom(factor: number, point: Point): void;
  /** A rectangle is drawn. */
  onFrame(from: Point, to: Point): void;
  /** It is finished. */
  onFramed(): void;
  /** The pointer is there, pressed or not. */
  onPoint(point: Point): void;
}

/** Zoom per px of wheel movement. A pinch on a touchpad arrives as small steps with Ctrl. */
const WHEEL_PER_PX = 0.0015;
const PINCH_PER_PX = 0.01;
const LINE_PX = 16;

/** Handles wheel, drag and pinch on an element. */
export function useGestures(field: RefObject<HTMLElement | null>, gestures: Gestures) {
  const latest = useRef(gestures);
  latest.current = gestures;
  /** Last position of each pointer. */
  const fingers = useRef(new Map<number, Point>());
  const drag = useRef<{ kind: Drag; from: Point }>(undefined);

  const pointOf = ({ clientX, clientY }: { clientX: number; clientY: number }): Point => {
    const box = field.current?.getBoundingClientRect();
    return { x: clientX - (box?.left ?? 0), y: clientY - (box?.top ?? 0) };
  };

  useEffect(() => {
    const element = field.current;
    const onWheel = (event: WheelEvent) => {
      event.preventDefault();
      const px = event.deltaY * (event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE_PX : 1);
      const speed = event.ctrlKey ? PINCH_PER_PX : WHEEL_PER_PX;
      const box = element?.getBoundingClientRect();
      const point = { x: event.clientX - (box?.left ?? 0), y: event.clientY - (box?.top ?? 0) };
      latest.current.onZoom(Math.exp(-px * speed), point);
    };
    // A JSX handler would be passive, and the page would scroll or zoom as well.
    element?.addEventListener('wheel', onWheel, { passive: false });
    return () => element?.removeEventListener('wheel', onWheel);
  }, [field]);

  const end = ({ pointerId }: PointerEvent) => {
    if (!fingers.current.delete(pointerId)) return;
    if (drag.current?.kind === 'frame') gestures.onFramed();
    drag.current = undefined;
  };

  return {
    pointOf,
    handlers: {
      onPointerDown(event: PointerEvent) {
        if (event.button !== 0 || !(event.target instanceof Element)) return;
        field.current?.setPointerCapture(event.pointerId);
        const point = pointOf(event);
        fingers.current.set(event.pointerId, point);
        const kind = fingers.current.size === 1 ? gestures.dragOf(event.target) : 'pan';
        drag.current = { kind, from: point };
        if (kind === 'divide') gestures.onDivide(point.x);
        gestures.onPoint(point);
      },
      onPointerMove(event: PointerEvent) {
        const before = fingers.current.get(event.pointerId);
        const now = pointOf(event);
        gestures.onPoint(now);
        if (!before) return;
        const other = [...fingers.current].find(([id]) => id !== event.pointerId)?.[1];
        fingers.current.set(event.pointerId, now);
        const { kind, from } = drag.current ?? { kind: 'pan', from: now };
        if (other) {
          const factor = distance(now, other) / Math.max(1, distance(before, other));
          gestures.onZoom(factor, { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 });
        } else if (kind === 'divide') gestures.onDivide(now.x);
        else if (kind === 'frame') gestures.onFrame(from, now);
        else gestures.onPan({ x: now.x - before.x, y: now.y - before.y });
      },
      onPointerUp: end,
      onPointerCancel: end,
    },
  };
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
