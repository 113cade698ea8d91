import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import {
  actualScale,
  carriedOver,
  centredOn,
  fitted,
  isSameScene,
  type Layout,
  type Point,
  paneOf,
  panned,
  type Scene,
  type Size,
  scaled,
  type View,
} from './geometry';

/** The view of a stage and its actions. */
export interface StageView {
  view: View;
  /** The stage in it is the field of one image: half of the whole stage if the two lie beside each other. */
  scene: Scene;
  /** The whole stage, CSS px. */
  whole: Size;
  /** Shows the whole image, also after the stage changed size. */
  showWhole(): void;
  /** Zooms by a factor around a point on the field. */
  zoom(factor: number, point: Point): void;
  /** Zooms to a scale, device px per image px, with a place in the centre: shares of width and height. */
  showAt(place: Point, zoom: number): void;
  pan(by: Point): void;
}

/** Zoom at which a spot is shown, device px per image px. */
const CLOSE = 1;

/** A view that the person chose, and where: everything else is derived, so that each way back leads to it. */
interface Held {
  view: View;
  scene: Scene;
}

/**
 * Holds the one viewpoint of the page. It survives another layout, another size of the stage and another image.
 * @param size of the image, px
 * @param spot a place to zoom in on; each new object zooms anew
 */
export function useStageView(
  field: RefObject<HTMLElement | null>,
  size: Size,
  layout: Layout,
  spot: Point | undefined,
): StageView {
  const [whole, setWhole] = useState<Size>({ width: 0, height: 0 });
  /** Undefined: the whole image. */
  const [held, setHeld] = useState<Held>();
  const scene: Scene = {
    stage: paneOf(whole, layout),
    picture: { width: size.width, height: size.height },
    devicePixelRatio: window.devicePixelRatio,
  };
  // The listeners below need the scene of the last render, not of the first.
  const latest = useRef(scene);
  latest.current = scene;

  useLayoutEffect(() => {
    const element = field.current;
    if (!element) return;
    const measure = () => setWhole({ width: element.clientWidth, height: element.clientHeight });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [field]);

  /** From the latest view: several events may arrive before the next render. */
  const change = (next: (view: View, scene: Scene) => View) =>
    setHeld((known) => {
      const now = latest.current;
      return { view: next(viewIn(known, now), now), scene: now };
    });
  const showAt = (place: Point, zoom: number) =>
    change((_, now) => centredOn(place, zoom * actualScale(now), now));

  useEffect(() => {
    if (spot) showAt(spot, CLOSE);
  }, [spot]);

  return {
    view: viewIn(held, scene),
    scene,
    whole,
    showWhole: () => setHeld(undefined),
    zoom: (factor, point) => change((view, now) => scaled(view, view.scale * factor, point, now)),
    showAt,
    pan: (by) => change((view, now) => panned(view, by, now)),
  };
}

function viewIn(held: Held | undefined, scene: Scene): View {
  if (!held) return fitted(scene);
  return isSameScene(held.scene, scene) ? held.view : carriedOver(held.view, held.scene, scene);
}
