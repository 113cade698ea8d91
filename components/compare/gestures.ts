import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Point } from './geometry';

/** Callbacks for gestures on the stage. Points are CSS px from its top left corner. */
export interface Gestures {
  /** Whether a drag that starts there moves the divider instead of the image. */
  dividesBy(target: Element): boolean;
  onDivide(x: number): void;
  onPan(by: Point): void;
  onZoom(factor: number, point: Point): void;
}

/** Zoom per wheel px. A touchpad pinch arrives as small wheel steps with Ctrl. */
const WHEEL_PER_PX = 0.0015;
const PINCH_PER_PX = 0.01;
const LINE_PX = 16;

/** Wheel, drag and pinch on an element. */
export function useGestures(field: RefObject<HTMLElement | null>, gestures: Gestures) {
  const latest = useRef(gestures);
  latest.current = gestures;
  /** Last position of each finger. */
  const fingers = useRef(new Map<number, Point>());
  const isDividing = useRef(false);

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
    // Added by hand as not passive; otherwise the page would scroll or zoom as well.
    element?.addEventListener('wheel', onWheel, { passive: false });
    return () => element?.removeEventListener('wheel', onWheel);
  }, [field]);

  const end = ({ pointerId }: PointerEvent) => {
    fingers.current.delete(pointerId);
  };

  return {
    pointOf,
    handlers: {
      onPointerDown(event: PointerEvent) {
        if (event.button !== 0 || !(event.target instanceof Element)) return;
        field.current?.setPointerCapture(event.pointerId);
        const point = pointOf(event);
        fingers.current.set(event.pointerId, point);
        isDividing.current = fingers.current.size === 1 && gestures.dividesBy(event.target);
        if (isDividing.current) gestures.onDivide(point.x);
      },
      onPointerMove(event: PointerEvent) {
        const before = fingers.current.get(event.pointerId);
        if (!before) return;
        const now = pointOf(event);
        const other = [...fingers.current].find(([id]) => id !== event.pointerId)?.[1];
        fingers.current.set(event.pointerId, now);
        if (other) {
          const factor = distance(now, other) / Math.max(1, distance(before, other));
          gestures.onZoom(factor, { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 });
        } else if (isDividing.current) gestures.onDivide(now.x);
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
