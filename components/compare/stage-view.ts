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
  /** Shows the whole image, also after the stage changed size. */
  showWhole(): void;
  /** Zooms by a factor around a point on the stage. */
  zoom(factor: number, point: Point): void;
  pan(by: Point): void;
}

/** Zoom at which a spot is shown, device px per image px. */
const CLOSE = 1;

/**
 * Holds the view of an image on an element whose size may change.
 * @param size of the image, px
 * @param spot a place to zoom in on; each new object zooms anew
 */
export function useStageView(
  field: RefObject<HTMLElement | null>,
  size: Size,
  spot: Point | undefined,
): StageView {
  const [stage, setStage] = useState<Size>({ width: 0, height: 0 });
  /** Undefined: the whole image. */
  const [held, setHeld] = useState<View>();
  const scene: Scene = { stage, picture: size, devicePixelRatio: window.devicePixelRatio };
  const view = held ?? fitted(scene);
  // The listeners below need the values of the last render, not of the first.
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
    // From the latest view: several events may arrive before the next render.
    zoom: (factor, point) =>
      setHeld((known) => {
        const from = known ?? fitted(latest.current.scene);
        return scaled(from, from.scale * factor, point, latest.current.scene);
      }),
    pan: (by) =>
      setHeld((known) => panned(known ?? fitted(latest.current.scene), by, latest.current.scene)),
  };
}
