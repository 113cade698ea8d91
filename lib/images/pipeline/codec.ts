import { ImageError } from '../formats/errors';

/** Types a canvas can write. */
export type Encoding = 'image/png' | 'image/jpeg' | 'image/webp';

/** Writes what is on a canvas as a file. May empty the canvas. */
export type WriteCanvas = (canvas: OffscreenCanvas, options?: ImageEncodeOptions) => Promise<Blob>;

let write: WriteCanvas = (canvas, options) => canvas.convertToBlob(options);

/** Makes another thread write all later files of this context. */
export function writeBy(other: WriteCanvas): void {
  write = other;
}

/**
 * Writes what is on a canvas as a file. The canvas may be empty afterwards.
 * @throws if the browser has no memory for it
 */
export function written(canvas: OffscreenCanvas, options: ImageEncodeOptions): Promise<Blob> {
  return write(canvas, options);
}

/**
 * Decodes the (first) picture of a file, with its EXIF orientation applied.
 * @param resize px; the decoder scales, so no full-size bitmap is kept
 * @throws ImageError `image-broken` if the browser cannot decode it
 */
export async function decode(
  blob: Blob,
  resize?: { width: number; height: number },
): Promise<ImageBitmap> {
  try {
    // Else Chromium converts colours of little alpha from what premultiplication has left of them: up to 8 of 255.
    if (!resize) return await createImageBitmap(blob, { premultiplyAlpha: 'none' });
    return await createImageBitmap(blob, {
      resizeWidth: resize.width,
      resizeHeight: resize.height,
      resizeQuality: 'high',
    });
  } catch (cause) {
    throw new ImageError('image-broken', { cause });
  }
}

/** Draws a picture at the given size (px) on a new canvas. */
export function draw(
  bitmap: CanvasImageSource,
  width: number,
  height: number,
  options?: CanvasRenderingContext2DSettings,
): { canvas: OffscreenCanvas; context: OffscreenCanvasRenderingContext2D } {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', options);
  // The browser has no memory for another canvas.
  if (!context) throw new ImageError('image-too-large');
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, width, height);
  return { canvas, context };
}

/**
 * Encodes a bitmap at the given size (px).
 * @param quality 0..1; PNG ignores it
 * @returns PNG if the browser cannot write the wanted type
 * @throws ImageError `image-too-large` if the browser has no memory for the canvas
 */
export async function encode(
  bitmap: ImageBitmap,
  width: number,
  height: number,
  type: Encoding,
  quality: number,
): Promise<Blob> {
  const { canvas } = draw(bitmap, width, height);
  return encodeCanvas(canvas, { type, quality });
}

/**
 * Encodes what is on a canvas, which may be empty afterwards.
 * @throws ImageError `image-too-large` if the browser has no memory for it
 */
export async function encodeCanvas(
  canvas: OffscreenCanvas,
  options: ImageEncodeOptions,
): Promise<Blob> {
  try {
    return await written(canvas, options);
  } catch (cause) {
    throw new ImageError('image-too-large', { cause });
  }
}
