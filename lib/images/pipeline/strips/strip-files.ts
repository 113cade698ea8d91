import { ImageError } from '../../formats/errors';
import { rowsOfBlob } from '../bands/bitmap-rows';
import type { Size } from '../bands/raster';
import { writePng } from '../bands/write-png';
import type { AlphaPlane } from '../transparency/alpha-plane';
import { joinAlpha } from '../transparency/join-alpha';
import { joinParts } from './join-parts';
import type { StripPlan } from './plan-parts';

/**
 * Cuts a strip into the files to send, in a page or a worker. The picture is decoded once, upright; a
 * plan lets in 22 megapixels at most (32 after growing by 1.2), which take 89 MB. What is cut is
 * opaque: split a picture with transparency first.
 * @returns a PNG for each part, one at a time
 * @throws ImageError `image-broken` if it does not decode, `image-too-large` without memory
 */
export async function* cutFile(blob: Blob, plan: StripPlan): AsyncGenerator<Blob> {
  const bitmap = await createImageBitmap(blob).catch((cause: unknown) => {
    throw new ImageError('image-broken', { cause });
  });
  try {
    // One canvas for all: the garbage of a canvas a part would pile up.
    const canvas = new OffscreenCanvas(1, 1);
    const context = canvas.getContext('2d', { alpha: false });
    if (!context) throw new ImageError('image-too-large');
    for (const { left, top, width, height } of plan.parts) {
      canvas.width = width;
      canvas.height = height;
      context.drawImage(bitmap, -left, -top);
      yield await canvas.convertToBlob({ type: 'image/png' });
    }
  } finally {
    bitmap.close();
  }
}

/** A result and its size, px. */
export interface ResultFile extends Size {
  bytes: Blob;
}

/**
 * Joins the results of a strip to one PNG, in a page or a worker.
 * @param results in the order of the parts
 * @param alpha of the whole strip, if it had transparency
 * @throws ImageError `image-broken` if a result does not decode or has another shape than its part
 */
export async function joinFiles(
  plan: StripPlan,
  results: readonly ResultFile[],
  alpha?: AlphaPlane,
): Promise<ResultFile> {
  const sources = results.map((result) => rowsOfBlob(result.bytes, result));
  try {
    const { bands, width, height } = await joinParts(plan, sources);
    const size = { width, height };
    const rows = alpha ? joinAlpha(bands, alpha, size) : bands;
    return { bytes: await writePng(size, rows, alpha !== undefined), ...size };
  } finally {
    for (const source of sources) source.close?.();
  }
}
