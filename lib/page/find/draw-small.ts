import { create, isHtml } from './dom';

/** A canvas of the browser is never larger, px on a side. */
const MAX_SIDE = 16_384;

/** An element whose pixels can be drawn, and their size, px. */
export interface Drawable {
  picture: HTMLImageElement | HTMLCanvasElement;
  width: number;
  height: number;
}

/** What an image or a canvas shows; undefined for every other element, and for an image that has not loaded. */
export function drawableOf(element: Element): Drawable | undefined {
  if (isHtml(element, 'canvas')) {
    return { picture: element, width: element.width, height: element.height };
  }
  if (!isHtml(element, 'img') || !element.complete) return undefined;
  return { picture: element, width: element.naturalWidth, height: element.naturalHeight };
}

/**
 * Draws a picture on a canvas, in its proportions.
 * @param size of the picture, px
 * @param side the longest side of the canvas, px; a smaller picture keeps its size
 * @returns undefined if the picture has no pixels or too many. Reading the canvas throws a `SecurityError` if the picture
 *   is of another site.
 */
export function drawnSmall(
  picture: CanvasImageSource,
  { width, height }: { width: number; height: number },
  side: number,
): HTMLCanvasElement | undefined {
  if (width <= 0 || height <= 0 || Math.max(width, height) > MAX_SIDE) return undefined;
  const scale = Math.min(1, side / Math.max(width, height));
  const canvas = create('canvas');
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  const context = canvas.getContext('2d');
  if (!context) return undefined;
  context.imageSmoothingQuality = 'high';
  try {
    context.drawImage(picture, 0, 0, canvas.width, canvas.height);
    return canvas;
  } catch {
    // An image that is broken.
    return undefined;
  }
}
