import { ImageError } from '../formats/errors';
import { type Encoding, written } from './codec';

/** Parts across and down that stand for a picture. */
const PARTS = 4;
/** px */
const PART_SIDE = 128;
const SMALL_PIXELS = (PARTS * PART_SIDE) ** 2;

/**
 * The types to try, the smaller of which is kept: a drawing is smaller as a PNG, a photo as a JPEG. A
 * large picture is encoded once, by the type that suits sixteen parts of it: a PNG of 12 MP takes a second.
 * @param quality 0..1, of the JPEG
 */
export async function typesToTry(
  bitmap: ImageBitmap,
  quality: number,
): Promise<readonly Encoding[]> {
  const both: Encoding[] = ['image/png', 'image/jpeg'];
  if (bitmap.width * bitmap.height <= SMALL_PIXELS) return both;
  const sizes: number[] = [];
  for (const type of both) sizes.push((await written(sampleOf(bitmap), { type, quality })).size);
  const [png = 0, jpeg = 0] = sizes;
  return [png <= jpeg ? 'image/png' : 'image/jpeg'];
}

/** Parts of the picture that do not overlap, spread over all of it, at their own size. */
function sampleOf(bitmap: ImageBitmap): OffscreenCanvas {
  const { width, height } = bitmap;
  const [columns, rows] = [partsOf(width), partsOf(height)];
  const [wide, high] = [Math.min(PART_SIDE, width), Math.min(PART_SIDE, height)];
  const canvas = new OffscreenCanvas(columns * wide, rows * high);
  const context = canvas.getContext('2d');
  if (!context) throw new ImageError('image-too-large');
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const x = Math.round(((width - wide) * column) / Math.max(1, columns - 1));
      const y = Math.round(((height - high) * row) / Math.max(1, rows - 1));
      context.drawImage(bitmap, x, y, wide, high, column * wide, row * high, wide, high);
    }
  }
  return canvas;
}

function partsOf(side: number): number {
  return Math.max(1, Math.min(PARTS, Math.floor(side / PART_SIDE)));
}
