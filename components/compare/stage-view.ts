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

/** The view of a stage and its actions. */
export interface StageView {
  view: View;
  scene: Scene;
  /** Fits the whole image, now and after every resize. */
  showWhole(): void;
  /** Zooms by a factor around a point of the stage. */
  zoom(factor: number, point: Point): void;
  pan(by: Point): void;
}

/** Device px per image px when zooming to a place. */
const CLOSE = 1;

/**
 * Maintains the view of an image on an element that may be resized.
 * @param size of the image, px
 * @param spot a place to zoom to; each new object is a new request
 */
export function useStageView(
  field: RefObject<HTMLElement | null>,
  size: Size,
  spot: Point | undefined,
): StageView {
  const [stage, setStage] = useState<Size>({ width: 0, height: 0 });
  /** Undefined means: fit the whole image. */
  const [held, setHeld] = useState<View>();
  const scene: Scene = { stage, picture: size, devicePixelRatio: window.devicePixelRatio };
  const view = held ?? fitted(scene);
  // The listeners below must see the latest values, not those of their creation.
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
    // Uses the latest view, because several events may arrive before the next render.
    zoom: (factor, point) =>
      setHeld((known) => {
        const from = known ?? fitted(latest.current.scene);
        return scaled(from, from.scale * factor, point, latest.current.scene);
      }),
    pan: (by) =>
      setHeld((known) => panned(known ?? fitted(latest.current.scene), by, latest.current.scene)),
  };
}
