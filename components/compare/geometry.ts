/** Size in CSS px or image px. */
export interface Size {
  width: number;
  height: number;
}

/** A point on the stage, CSS px from its top left corner. */
export interface Point {
  x: number;
  y: number;
}

/** Scale and position of the image on the stage. */
export interface View {
  /** CSS px per image px. */
  scale: number;
  /** Top left corner of the image on the stage, CSS px. */
  x: number;
  y: number;
}

/** The sizes that a view depends on. */
export interface Scene {
  stage: Size;
  picture: Size;
  /** Device px per CSS px. At 1:1, one image px is one device px. */
  devicePixelRatio: number;
}

/** Maximum device px per image px. */
const MAX_ZOOM = 8;

/** The largest scale that shows the whole image. */
function fitScale({ stage, picture }: Scene): number {
  return Math.min(stage.width / picture.width, stage.height / picture.height);
}

/** The scale at which one image px is one device px. */
export function actualScale({ devicePixelRatio }: Pick<Scene, 'devicePixelRatio'>): number {
  return 1 / devicePixelRatio;
}

/** The whole image, centred. */
export function fitted(scene: Scene): View {
  return kept({ scale: fitScale(scene), x: 0, y: 0 }, scene);
}

/** Changes the scale and keeps the image fixed under a point. */
export function scaled(view: View, scale: number, point: Point, scene: Scene): View {
  const smallest = Math.min(fitScale(scene), actualScale(scene));
  const largest = Math.max(fitScale(scene), MAX_ZOOM * actualScale(scene));
  const next = Math.min(largest, Math.max(smallest, scale));
  const factor = next / view.scale;
  return kept(
    {
      scale: next,
      x: point.x - (point.x - view.x) * factor,
      y: point.y - (point.y - view.y) * factor,
    },
    scene,
  );
}

/** Moves the view by some CSS px. */
export function panned(view: View, by: Point, scene: Scene): View {
  return kept({ ...view, x: view.x + by.x, y: view.y + by.y }, scene);
}

/**
 * Centres the stage on a place of the image.
 * @param place shares of the image's width and height
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

/** Keeps the same place centred after the stage or the image has changed its size. */
export function carriedOver(view: View, before: Scene, after: Scene): View {
  const x = (before.stage.width / 2 - view.x) / (before.picture.width * view.scale);
  const y = (before.stage.height / 2 - view.y) / (before.picture.height * view.scale);
  const scale = (view.scale * before.picture.width) / after.picture.width;
  return centredOn({ x, y }, scale, after);
}

/** Whether the view equals that of `fitted`. */
export function isFitted(view: View, scene: Scene): boolean {
  return Math.abs(view.scale / fitScale(scene) - 1) < 0.001;
}

/** Whether one image px is one device px. */
export function isActual(view: View, scene: Scene): boolean {
  return Math.abs(view.scale / actualScale(scene) - 1) < 0.001;
}

/** The part of the stage that the image covers, CSS px. */
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

/** Leaves no gap on one side while the image is cut off on the other; centres a small image. */
function kept(view: View, { stage, picture }: Scene): View {
  return {
    scale: view.scale,
    x: keptAlong(view.x, stage.width, picture.width * view.scale),
    y: keptAlong(view.y, stage.height, picture.height * view.scale),
  };
}

function keptAlong(at: number, room: number, length: number): number {
  if (length <= room) return (room - length) / 2;
  return Math.min(0, Math.max(room - length, at));
}
