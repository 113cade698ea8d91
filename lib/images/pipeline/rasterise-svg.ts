import { frameSize, type SvgFrame, svgFrame, svgText } from '../formats/svg';
import { draw, written } from './codec';
import { countCopies } from './svg-copies';

/** Elements that a drawing may add by copying its own parts. A browser draws these in half a second. */
const MAX_COPIES = 20_000;
/** Side of the raster in which the content of a drawing is found, px. */
const PROBE_SIDE = 1024;
/** How far from its origin content is looked for, in its own units; the second for plans and maps. */
const REACHES = [4096, 262_144];

/** A part of a drawing, in its own units. */
interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A drawing as pixels. */
export interface DrawnSvg {
  /** PNG. */
  image: Blob;
  /** Natural size, CSS px. */
  width: number;
  height: number;
}

/**
 * Draws an SVG so that its content fills a raster. Its size is `width` and `height`, else the view box;
 * a drawing with neither is as large as its content. Needs a document: workers cannot load SVG. As an
 * image it runs no script and loads nothing from elsewhere.
 * @param longSide of the raster, px
 * @throws if the file cannot be drawn, or copies its own parts too often
 */
export async function rasteriseSvg(svg: Blob, longSide: number): Promise<DrawnSvg> {
  const text = svgText(new Uint8Array(await svg.arrayBuffer()));
  const frame = svgFrame(text);
  if (!frame) throw new Error('no drawing');
  if (countCopies(text) > MAX_COPIES) throw new Error('copies itself too often');
  const drawing = new DOMParser().parseFromString(text, 'image/svg+xml');
  const shown = await shownPart(drawing, frame);
  const { width, height } = shown ?? frameSize(frame);
  const scale = longSide / Math.max(width, height);
  const side = (units: number) => Math.max(1, Math.round(units * scale));
  const canvas = await drawn(drawing, side(width), side(height), shown);
  return { image: await written(canvas, { type: 'image/png' }), width, height };
}

/** The part of a drawing without a view box that a picture shows; undefined if it has a view box. */
async function shownPart(
  drawing: Document,
  { width, height, viewBox }: SvgFrame,
): Promise<Box | undefined> {
  if (viewBox) return undefined;
  if (width && height) return { x: 0, y: 0, width, height };
  const content = await contentBox(drawing);
  if (!content)
    return { x: 0, y: 0, ...frameSize({ ...(width && { width }), ...(height && { height }) }) };
  // A side that is told counts from the origin.
  return {
    ...content,
    ...(width && { x: 0, width }),
    ...(height && { y: 0, height }),
  };
}

/**
 * Where a drawing has ink, right of and below its origin, which is all that viewers show. Found in its
 * pixels: as an image it can do nothing, unlike in a document.
 * @returns undefined if there is no ink, or if it has no end, such as a background of 100 %
 */
async function contentBox(drawing: Document): Promise<Box | undefined> {
  for (const reach of REACHES) {
    const rough = await inkIn(drawing, { x: 0, y: 0, width: reach, height: reach });
    if (!rough) continue;
    const isEndless = rough.x + rough.width >= reach || rough.y + rough.height >= reach;
    if (isEndless) continue;
    return (await inkIn(drawing, rough)) ?? rough;
  }
  return undefined;
}

/** The box of all pixels that are not transparent, with less than a pixel of space around it. */
async function inkIn(drawing: Document, part: Box): Promise<Box | undefined> {
  const scale = PROBE_SIDE / Math.max(part.width, part.height);
  const columns = Math.max(1, Math.ceil(part.width * scale));
  const rows = Math.max(1, Math.ceil(part.height * scale));
  const canvas = await drawn(drawing, columns, rows, part);
  const { data } = canvas.getContext('2d')?.getImageData(0, 0, columns, rows) ?? { data: [] };
  let [left, top, right, bottom] = [columns, rows, -1, -1];
  for (let y = 0; y < rows; y += 1) {
    for (let x = 0; x < columns; x += 1) {
      if ((data[(y * columns + x) * 4 + 3] ?? 0) === 0) continue;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = y;
    }
  }
  if (right < 0) return undefined;
  const [perColumn, perRow] = [part.width / columns, part.height / rows];
  return {
    x: part.x + left * perColumn,
    y: part.y + top * perRow,
    width: (right + 1 - left) * perColumn,
    height: (bottom + 1 - top) * perRow,
  };
}

/**
 * Draws at the given size, px. The size is written into the drawing: without one, browsers differ in
 * how they draw it.
 * @param part what fills the picture; by default the view box
 */
async function drawn(
  drawing: Document,
  width: number,
  height: number,
  part?: Box,
): Promise<OffscreenCanvas> {
  const root = drawing.documentElement;
  root.setAttribute('width', `${width}px`);
  root.setAttribute('height', `${height}px`);
  const style = (root.getAttribute('style') ?? '').split(';').filter((each) => !SIZED.test(each));
  root.setAttribute('style', style.join(';'));
  if (part) {
    root.setAttribute('viewBox', `${part.x} ${part.y} ${part.width} ${part.height}`);
    // The sides of the picture are rounded.
    root.setAttribute('preserveAspectRatio', 'none');
  }
  const image = new Image(width, height);
  image.src = await dataUrl(new XMLSerializer().serializeToString(drawing));
  await image.decode();
  return draw(image, width, height, { willReadFrequently: part !== undefined }).canvas;
}

const SIZED = /^\s*(?:(?:min-|max-)?(?:width|height)|aspect-ratio)\s*:/i;

/** Not an object URL: a canvas that drew HTML inside SVG from one is tainted in Chromium. */
function dataUrl(svg: string): Promise<string> {
  const reader = new FileReader();
  return new Promise((resolve, reject) => {
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(new Blob([svg], { type: 'image/svg+xml' }));
  });
}
