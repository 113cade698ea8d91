/** px on the screen (CSS) or in a picture. */
export interface Size {
  width: number;
  height: number;
}

/** A place on the stage, CSS px from its left upper corner. */
export interface Point {
  x: number;
  y: number;
}

/** How the picture lies on the stage. */
export interface View {
  /** CSS px per px of the picture. */
  scale: number;
  /** Left upper corner of the picture on the stage, CSS px. */
  x: number;
  y: number;
}

/** What a view depends on. */
export interface Scene {
  stage: Size;
  picture: Size;
  /** Device px per CSS px: at 1:1 a px of the picture is a px of the device. */
  devicePixelRatio: number;
}

/** Device px that a px of the picture may fill. */
const MAX_ZOOM = 8;

/** The scale at which the whole picture is seen, as large as possible. */
function fitScale({ stage, picture }: Scene): number {
  return Math.min(stage.width / picture.width, stage.height / picture.height);
}

/** The scale at which a px of the picture is a px of the device. */
export function actualScale({ devicePixelRatio }: Pick<Scene, 'devicePixelRatio'>): number {
  return 1 / devicePixelRatio;
}

/** The whole picture, in the middle. */
export function fitted(scene: Scene): View {
  return clamped({ scale: fitScale(scene), x: 0, y: 0 }, scene);
}

/** The view with another scale, the picture standing still under a point. */
export function scaled(view: View, scale: number, point: Point, scene: Scene): View {
  const smallest = Math.min(fitScale(scene), actualScale(scene));
  const largest = Math.max(fitScale(scene), MAX_ZOOM * actualScale(scene));
  const next = Math.min(largest, Math.max(smallest, scale));
  const factor = next / view.scale;
  return clamped(
    {
      scale: next,
      x: point.x - (point.x - view.x) * factor,
      y: point.y - (point.y - view.y) * factor,
    },
    scene,
  );
}

/** The view moved by some CSS px. */
export function panned(view: View, by: Point, scene: Scene): View {
  return clamped({ ...view, x: view.x + by.x, y: view.y + by.y }, scene);
}

/**
 * The view with a place of the picture in the middle of the stage.
 * @param place shares of the picture's width and height
 */
export function centredOn(place: Point, scale: number, scene: Scene): View {
  const { stage, picture } = scene;
  const view = {
    scale,
    x: stage.width / 2 - place.x * picture.width * scale,
    y: stage.height / 2 - place.y * picture.height * scale,
  };
  return scaled(view, scale, { x: stage.width / 2, y: stage.height / 2 }, scene);
}

/** The same place in the middle after the stage or the picture has changed its size. */
export function carriedOver(view: View, before: Scene, after: Scene): View {
  const x = (before.stage.width / 2 - view.x) / (before.picture.width * view.scale);
  const y = (before.stage.height / 2 - view.y) / (before.picture.height * view.scale);
  const scale = (view.scale * before.picture.width) / after.picture.width;
  return centredOn({ x, y }, scale, after);
}

/** Whether the view shows the whole picture as `fitted` does. */
export function isFitted(view: View, scene: Scene): boolean {
  return Math.abs(view.scale / fitScale(scene) - 1) < 0.001;
}

/** Whether a px of the picture is a px of the device. */
export function isActual(view: View, scene: Scene): boolean {
  return Math.abs(view.scale / actualScale(scene) - 1) < 0.001;
}

/** The part of the stage that the picture covers, CSS px. */
export function covered({ scale, x, y }: View, { stage, picture }: Scene): Point & Size {
  const left = Math.max(0, x);
  const top = Math.max(0, y);
  return {
    x: left,
    y: top,
    width: Math.max(0, Math.min(stage.width, x + picture.width * scale) - left),
    height: Math.max(0, Math.min(stage.height, y + picture.height * scale) - top),
  };
}

/** No empty space on one side while the picture goes on at the other; in the middle if it is small. */
function clamped(view: View, { stage, picture }: Scene): View {
  return {
    scale: view.scale,
    x: clampedAxis(view.x, stage.width, picture.width * view.scale),
    y: clampedAxis(view.y, stage.height, picture.height * view.scale),
  };
}

function clampedAxis(at: number, room: number, length: number): number {
  if (length <= room) return (room - length) / 2;
  return Math.min(0, Math.max(room - length, at));
}
