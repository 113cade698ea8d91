import type { HexColour } from '@/lib/text/hex-colour';
import { ImageError } from '../formats/errors';
import type { Background, Transparency } from '../formats/types';
import type { Raster, Size } from './bands/raster';
import { draw, encodeCanvas } from './codec';
import { isOpaque } from './opaque';
import { bleed } from './transparency/bleed';

/** Alpha (0..255) from which the colour of a pixel is known well: a canvas premultiplies. */
const KNOWN_COLOUR = 64;
/** Difference of a channel, 0..255, that makes no other colour. */
const SAME_COLOUR = 6;

/** An opaque picture to send, and what is needed to give its result the transparency back. */
interface Apart {
  bitmap: ImageBitmap;
  transparency?: Transparency;
  shown?: Blob;
}

/**
 * Makes a picture opaque for the service, in a page or a worker. Closes the bitmap unless it returns it.
 * To keep the transparency, the colours are bled under the transparent parts (`bleed`), and the picture
 * itself stays here as `shown`. A picture of one colour has nothing but its alpha, so that is sent as grey.
 * @param size px of the answer, unless the picture is opaque: then the bitmap comes back as it is
 * @param original the file, if it is an upright PNG of 8-bit sRGB and of this size: it is `shown` itself
 * @throws ImageError `image-too-large` without memory
 */
export async function withoutTransparency(
  bitmap: ImageBitmap,
  size: Size,
  background: Background,
  original?: Blob,
): Promise<Apart> {
  if (isOpaque(bitmap)) return { bitmap };
  const { canvas, context } = drawnOnce(bitmap, size, background);
  if (background !== 'keep') {
    const transparency = { kind: 'flattened', colour: background } as const;
    return { bitmap: canvas.transferToImageBitmap(), transparency };
  }
  const picture = context.getImageData(0, 0, size.width, size.height);
  const shown = original ?? (await encodeCanvas(canvas, { type: 'image/png' }));
  const colour = onlyColour(picture);
  if (colour) alphaAsGrey(picture);
  else bleed(picture);
  const sent = new OffscreenCanvas(size.width, size.height);
  const target = sent.getContext('2d');
  if (!target) throw new ImageError('image-too-large');
  target.putImageData(picture, 0, 0);
  const transparency = colour ? ({ kind: 'shape', colour } as const) : ({ kind: 'kept' } as const);
  return { bitmap: sent.transferToImageBitmap(), transparency, shown };
}

function drawnOnce(bitmap: ImageBitmap, { width, height }: Size, background: Background) {
  try {
    const drawn = draw(bitmap, width, height, { willReadFrequently: background === 'keep' });
    if (background !== 'keep') {
      drawn.context.globalCompositeOperation = 'destination-over';
      drawn.context.fillStyle = background;
      drawn.context.fillRect(0, 0, width, height);
    }
    return drawn;
  } finally {
    bitmap.close();
  }
}

/** The colour of a picture that has only one, such as an icon or words; undefined if it has more or none. */
function onlyColour({ data }: Raster): HexColour | undefined {
  const low = [255, 255, 255];
  const high = [0, 0, 0];
  let best = -1;
  let bestAlpha = KNOWN_COLOUR - 1;
  for (let at = 0; at < data.length; at += 4) {
    const alpha = data[at + 3] ?? 0;
    if (alpha < KNOWN_COLOUR) continue;
    if (alpha > bestAlpha) [best, bestAlpha] = [at, alpha];
    for (let channel = 0; channel < 3; channel += 1) {
      const value = data[at + channel] ?? 0;
      if (value < (low[channel] ?? 0)) low[channel] = value;
      if (value > (high[channel] ?? 0)) high[channel] = value;
    }
    if (low.some((value, channel) => (high[channel] ?? 0) - value > SAME_COLOUR)) return undefined;
  }
  if (best < 0) return undefined;
  const hex = Array.from(data.subarray(best, best + 3), (value) =>
    value.toString(16).padStart(2, '0'),
  );
  return `#${hex.join('')}`;
}

/** Makes each pixel as light as it is opaque, in place. */
function alphaAsGrey({ data }: Raster): void {
  for (let at = 0; at < data.length; at += 4) {
    const alpha = data[at + 3] ?? 0;
    data[at] = alpha;
    data[at + 1] = alpha;
    data[at + 2] = alpha;
    data[at + 3] = 255;
  }
}
