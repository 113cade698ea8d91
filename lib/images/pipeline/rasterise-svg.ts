import { written } from './codec';
import { countCopies } from './svg-copies';

/** Elements that a drawing may add by copying its own parts. A browser draws these in half a second. */
const MAX_COPIES = 20_000;

/**
 * Draws an SVG at the given size, px. Needs a document: workers cannot load SVG. As an image it
 * runs no script and loads nothing from elsewhere.
 * @returns a PNG
 * @throws if the file cannot be drawn, or copies its own parts too often
 */
export async function rasteriseSvg(svg: Blob, width: number, height: number): Promise<Blob> {
  if (countCopies(await svg.text()) > MAX_COPIES) throw new Error('copies itself too often');
  const image = new Image(width, height);
  image.src = await dataUrl(svg);
  await image.decode();
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  context.drawImage(image, 0, 0, width, height);
  return written(canvas, { type: 'image/png' });
}

/** Not an object URL: a canvas that drew HTML inside SVG from one is tainted in Chromium. */
function dataUrl(svg: Blob): Promise<string> {
  const reader = new FileReader();
  return new Promise((resolve, reject) => {
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(new Blob([svg], { type: 'image/svg+xml' }));
  });
}
