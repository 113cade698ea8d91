/** px on the screen (CSS) or in an image. */
export interface Size {
  width: number;
  height: number;
}

/** A point on the stage, CSS px from its top left corner. */
export interface Point {
  x: number;
  y: number;
}

/** Position and scale of the image on the stage. */
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
  /** Device px per CSS px: at 1:1 an image px is a device px. */
  devicePixelRatio: number;
}

/** A part of an image, in shares of its width and height. */
export interface Crop extends Point, Size {}

/** The zooms that keys and buttons go through, device px per image px. */
const ZOOM_STEPS = [0.05, 0.1, 0.25, 0.5, 1, 2, 4, 8, 16];
/** Largest zoom, device px per image px. */
const MAX_ZOOM = 16;
/** A step of the zoom stays that step in another image, if it is off by no more than this. */
const SNAP = 0.1;
/** Rounding, CSS px: no reason to call an edge passed. */
const SLACK_PX = 0.5;

/** The largest scale that shows the whole image. */
function fitScale({ stage, picture }: Scene): number {
  return Math.min(stage.width / picture.width, stage.height / picture.height);
}

/** The scale at which an image px is a device px. */
export function actualScale({ devicePixelRatio }: Pick<Scene, 'devicePixelRatio'>): number {
  return 1 / devicePixelRatio;
}

/** The next step of the zoom above (1) or below (-1) a zoom; the zoom itself if there is none. */
export function nextZoom(zoom: number, direction: 1 | -1): number {
  const next =
    direction === 1
      ? ZOOM_STEPS.find((step) => step > zoom * 1.001)
      : ZOOM_STEPS.findLast((step) => step < zoom * 0.999);
  return next ?? zoom;
}

/** How the two images lie: on top of each other, or each in a half. */
export type Layout = 'stacked' | 'halves';

/** Where the two halves of a stage are: beside each other, or below each other on an upright one. */
export function secondHalfAt(whole: Size, layout: Layout): Point {
  if (layout === 'stacked') return { x: 0, y: 0 };
  const { width, height } = paneOf(whole, layout);
  return whole.width >= whole.height ? { x: width, y: 0 } : { x: 0, y: height };
}

/** Size of the field that each of the two images has. */
export function paneOf({ width, height }: Size, layout: Layout): Size {
  if (layout === 'stacked') return { width, height };
  return width >= height
    ? { width: Math.floor(width / 2), height }
    : { width, height: Math.floor(height / 2) };
}

/** The whole image, centred. */
export function fitted(scene: Scene): View {
  return clamped({ scale: fitScale(scene), x: 0, y: 0 }, scene);
}

/**
 * The view at another scale. The image stays in place under the point. A view that was carried past an edge stays
 * there, unless the whole image is asked for.
 */
export function scaled(view: View, scale: number, point: Point, scene: Scene): View {
  const next = boundedScale(scale, scene);
  const factor = next / view.scale;
  const free = {
    scale: next,
    x: point.x - (point.x - view.x) * factor,
    y: point.y - (point.y - view.y) * factor,
  };
  const bound = clamped(free, scene);
  if (next === leastScale(scene)) return bound;
  const held = clamped(view, scene);
  return {
    scale: next,
    x: Math.abs(held.x - view.x) > SLACK_PX ? free.x : bound.x,
    y: Math.abs(held.y - view.y) > SLACK_PX ? free.y : bound.y,
  };
}

/** The view moved by `by`, CSS px. It stops at the edges; a view past an edge only comes back. */
export function panned(view: View, by: Point, scene: Scene): View {
  const { stage, picture } = scene;
  return {
    scale: view.scale,
    x: pannedAxis(view.x, by.x, stage.width, picture.width * view.scale),
    y: pannedAxis(view.y, by.y, stage.height, picture.height * view.scale),
  };
}

/**
 * The view with a place of the image in the centre of the stage.
 * @param place shares of the image's width and height
 */
export function centredOn(place: Point, scale: number, scene: Scene): View {
  const within = boundedScale(scale, scene);
  return clamped(centred(place, within, scene), scene);
}

function centred(place: Point, scale: number, { stage, picture }: Scene): View {
  return {
    scale,
    x: stage.width / 2 - place.x * picture.width * scale,
    y: stage.height / 2 - place.y * picture.height * scale,
  };
}

/** The smallest scale shows the whole image, or its px if it is smaller than the stage. */
function leastScale(scene: Scene): number {
  return Math.min(fitScale(scene), actualScale(scene));
}

function boundedScale(scale: number, scene: Scene): number {
  const largest = Math.max(fitScale(scene), MAX_ZOOM * actualScale(scene));
  return Math.min(largest, Math.max(leastScale(scene), scale));
}

/**
 * The view of another image, or on a stage of another size: the same place is in the centre, and as much of the image is
 * in view. It is not clamped, so the place never moves, and the way back leads to the same view.
 */
export function carriedOver(view: View, before: Scene, after: Scene): View {
  const x = (before.stage.width / 2 - view.x) / (before.picture.width * view.scale);
  const y = (before.stage.height / 2 - view.y) / (before.picture.height * view.scale);
  return centred({ x, y }, carriedScale(view.scale, before, after), after);
}

/** Images of 4096 and of 3840 px both stay at 100 %, where 107 % would blur the second. */
function carriedScale(scale: number, before: Scene, after: Scene): number {
  const grown = Math.sqrt(areaOf(before.picture) / areaOf(after.picture));
  if (grown === 1) return scale;
  const isClose = (a: number, b: number, by: number) => Math.abs(a / b - 1) <= by;
  const zoom = scale / actualScale(before);
  const next = (zoom * grown * actualScale(before)) / actualScale(after);
  const step = ZOOM_STEPS.find((each) => isClose(next, each, SNAP));
  const isStep = ZOOM_STEPS.some((each) => isClose(zoom, each, 0.001));
  return (isStep && step !== undefined ? step : next) * actualScale(after);
}

function areaOf({ width, height }: Size): number {
  return Math.max(1, width * height);
}

/** Whether two scenes show an image of one size on a stage of one size. */
export function isSameScene(a: Scene, b: Scene): boolean {
  return isSameSize(a.stage, b.stage) && isSameSize(a.picture, b.picture);
}

function isSameSize(a: Size, b: Size): boolean {
  return a.width === b.width && a.height === b.height;
}

/** Whether the view has the scale of `fitted`. */
export function isFitted(view: View, scene: Scene): boolean {
  return Math.abs(view.scale / fitScale(scene) - 1) < 0.001;
}

/** Whether an image px is a device px. */
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

/** The place of the image under a point of the stage, as shares of its width and height, 0..1. */
export function placeAt(point: Point, { scale, x, y }: View, { picture }: Scene): Point {
  const share = (at: number, length: number) => Math.min(1, Math.max(0, at / (length * scale)));
  return { x: share(point.x - x, picture.width), y: share(point.y - y, picture.height) };
}

/** Where a part of the image is on the stage, CSS px. */
export function onStage(crop: Crop, { scale, x, y }: View, { picture }: Scene): Point & Size {
  return {
    x: x + crop.x * picture.width * scale,
    y: y + crop.y * picture.height * scale,
    width: crop.width * picture.width * scale,
    height: crop.height * picture.height * scale,
  };
}

/** The part of the image between two of its places. */
export function cropBetween(a: Point, b: Point): Crop {
  return {
    x: Math.min(a.x, b.x),
    y: Math.min(a.y, b.y),
    width: Math.abs(a.x - b.x),
    height: Math.abs(a.y - b.y),
  };
}

/** A part of the image, moved and grown by shares, and kept inside of it. */
export function changedCrop(crop: Crop, move: Point, grow: Point): Crop {
  const width = Math.min(1, Math.max(LEAST_CROP, crop.width + grow.x));
  const height = Math.min(1, Math.max(LEAST_CROP, crop.height + grow.y));
  return {
    x: Math.min(1 - width, Math.max(0, crop.x + move.x)),
    y: Math.min(1 - height, Math.max(0, crop.y + move.y)),
    width,
    height,
  };
}

/** Smallest side of a part, as a share of the image. */
const LEAST_CROP = 0.01;

/** A part in whole px of an image, at least one. */
export function cropInPx({ x, y, width, height }: Crop, size: Size): Point & Size {
  const axis = (at: number, length: number, of: number) => {
    const from = Math.min(of - 1, Math.round(at * of));
    return { from, length: Math.max(1, Math.min(of, Math.round((at + length) * of)) - from) };
  };
  const across = axis(x, width, size.width);
  const down = axis(y, height, size.height);
  return { x: across.from, y: down.from, width: across.length, height: down.length };
}

/** Leaves no gap on one side while the image overflows the other; centres an image that fits. */
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

function pannedAxis(at: number, by: number, room: number, length: number): number {
  const first = clampedAxis(Number.NEGATIVE_INFINITY, room, length);
  const last = clampedAxis(Number.POSITIVE_INFINITY, room, length);
  return Math.min(Math.max(last, at), Math.max(Math.min(first, at), at + by));
}
