import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import {
  actualScale,
  carriedOver,
  centredOn,
  fitted,
  type Point,
  panned,
  type Scene,
  type Size,
  scaled,
  type View,
} from './geometry';

/** The view of a stage, and what can be done to it. */
export interface StageView {
  view: View;
  scene: Scene;
  /** Shows the whole picture, now and whenever the stage changes its size. */
  showWhole(): void;
  /** Zooms by a factor around a point of the stage. */
  zoom(factor: number, point: Point): void;
  pan(by: Point): void;
}

/** Device px per px of the picture at which a place is shown that is asked for. */
const CLOSE = 1;

/**
 * Keeps the view of a picture on an element whose size may change.
 * @param size of the picture, px
 * @param spot a place to bring close; each new object is a new wish
 */
export function useStageView(
  field: RefObject<HTMLElement | null>,
  size: Size,
  spot: Point | undefined,
): StageView {
  const [stage, setStage] = useState<Size>({ width: 0, height: 0 });
  /** Undefined: the whole picture, however large the stage. */
  const [held, setHeld] = useState<View>();
  const scene: Scene = { stage, picture: size, devicePixelRatio: window.devicePixelRatio };
  const view = held ?? fitted(scene);
  // What the listeners below see is the latest, not what was there when they were made.
  const latest = useRef({ scene, view });
  latest.current = { scene, view };

  useLayoutEffect(() => {
    const element = field.current;
    if (!element) return;
    const measure = () => {
      const next = { width: element.clientWidth, height: element.clientHeight };
      const before = latest.current.scene;
      setStage(next);
      setHeld((known) => known && carriedOver(known, before, { ...before, stage: next }));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [field]);

  useEffect(() => {
    const { scene: now } = latest.current;
    if (spot) setHeld(centredOn(spot, CLOSE * actualScale(now), now));
  }, [spot]);

  return {
    view,
    scene,
    showWhole: () => setHeld(undefined),
    // From the latest view: several events may come before the next drawing.
    zoom: (factor, point) =>
      setHeld((known) => {
        const from = known ?? fitted(latest.current.scene);
        return scaled(from, from.scale * factor, point, latest.current.scene);
      }),
    pan: (by) =>
      setHeld((known) => panned(known ?? fitted(latest.current.scene), by, latest.current.scene)),
  };
}
