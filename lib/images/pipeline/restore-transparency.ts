import { type HexColour, isHexColour } from '@/lib/text/hex-colour';
import { ImageError } from '../formats/errors';
import type { Transparency } from '../formats/types';
import { rowsOfBlob } from './bands/bitmap-rows';
import { bandsOf, type Raster, type Size } from './bands/raster';
import { writePng } from './bands/write-png';
import { inspect } from './inspect';
import type { AlphaPlane } from './transparency/alpha-plane';
import { joinAlpha } from './transparency/join-alpha';

/** Levels (0..255) near black and near white that the service's picture has where the sent one was plain. */
const PLAIN = 4;

/**
 * Gives a result its transparency back, in a page or a worker. Besides the decoded result it keeps one byte a
 * pixel of the source and some rows.
 * @param shown the picture with its transparency, of any size
 * @returns a PNG with straight alpha; the same Blob if there is nothing to restore
 * @throws ImageError `image-broken` if a file does not decode, `image-too-large` without memory
 */
export async function restoreTransparency(
  result: Blob,
  shown: Blob,
  transparency: Transparency,
): Promise<Blob> {
  if (transparency.kind === 'flattened') return result;
  const size = await sizeOf(result);
  const source = rowsOfBlob(result, size);
  try {
    const bands = bandsOf(source);
    const restored =
      transparency.kind === 'shape'
        ? inColour(bands, transparency.colour)
        : joinAlpha(bands, await alphaOf(shown), size);
    return await writePng(size, restored, true);
  } finally {
    source.close?.();
  }
}

async function sizeOf(blob: Blob): Promise<Size> {
  const { width, height } = await inspect(blob);
  return { width, height };
}

/** Reads the alpha of a file. */
async function alphaOf(shown: Blob): Promise<AlphaPlane> {
  const size = await sizeOf(shown);
  const source = rowsOfBlob(shown, size);
  try {
    const plane = { data: new Uint8Array(size.width * size.height), ...size };
    let to = 0;
    for await (const { data } of bandsOf(source)) {
      for (let at = 3; at < data.length; at += 4, to += 1) plane.data[to] = data[at] ?? 0;
    }
    return plane;
  } finally {
    source.close?.();
  }
}

/** Takes how light a pixel is for its alpha, and paints it in one colour. Works in place. */
async function* inColour(bands: AsyncIterable<Raster>, colour: HexColour): AsyncGenerator<Raster> {
  const [red, green, blue] = rgbOf(colour);
  for await (const band of bands) {
    const { data } = band;
    for (let at = 0; at < data.length; at += 4) {
      const light = ((data[at] ?? 0) + (data[at + 1] ?? 0) + (data[at + 2] ?? 0)) / 3;
      const alpha = ((light - PLAIN) * 255) / (255 - 2 * PLAIN);
      data[at + 3] = alpha;
      const isSeen = data[at + 3] !== 0;
      data[at] = isSeen ? red : 0;
      data[at + 1] = isSeen ? green : 0;
      data[at + 2] = isSeen ? blue : 0;
    }
    yield band;
  }
}

function rgbOf(colour: HexColour): [red: number, green: number, blue: number] {
  if (!isHexColour(colour)) throw new ImageError('image-broken');
  const value = Number.parseInt(colour.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}
