import { isCanvasNoisy } from '../find/canvas-probe';
import { create } from '../find/dom';
import { drawableOf, drawnSmall } from '../find/draw-small';
import { isOneColour } from '../find/one-colour';

/** Longest side, px: twice what the search by likeness compares, for the parts that crops are. */
const SIDE = 64;
/** Side of the sample by which a canvas is compared with itself, px. */
const PROBE = 32;

/**
 * A small lossless copy of what an element shows, as a `data:` address.
 * @returns undefined if the page may not read its pixels, the browser changes what is read, or nothing is drawn
 */
export function smallCopy(element: Element): string | undefined {
  const shown = isCanvasNoisy() ? undefined : drawableOf(element);
  const canvas = shown && drawnSmall(shown.picture, shown, SIDE);
  if (!canvas) return undefined;
  try {
    return isOneColour(canvas, PROBE) ? undefined : canvas.toDataURL();
  } catch {
    // The image of another site, which this page may show and not read.
    return undefined;
  }
}

let probe: CanvasRenderingContext2D | null | undefined;

/** A few pixels of a canvas; undefined if they cannot be read. */
export function pixelsOf(element: HTMLCanvasElement): Uint8ClampedArray | undefined {
  if (element.width === 0 || element.height === 0) return undefined;
  probe ??= contextOf();
  try {
    probe?.clearRect(0, 0, PROBE, PROBE);
    probe?.drawImage(element, 0, 0, PROBE, PROBE);
    return probe?.getImageData(0, 0, PROBE, PROBE).data;
  } catch {
    probe = undefined;
    return undefined;
  }
}

function contextOf(): CanvasRenderingContext2D | null {
  const canvas = create('canvas');
  canvas.width = PROBE;
  canvas.height = PROBE;
  return canvas.getContext('2d', { willReadFrequently: true });
}
