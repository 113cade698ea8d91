import { ByteSource } from '../formats/byte-source';
import { jpegProfile } from '../formats/jpeg';
import type { ImageFacts } from '../formats/types';
import type { Rgba } from './cmyk-to-srgb';
import { upright } from './upright';

/** A picture of more pixels is left to the browser: 4 inks of 16 bits each are in memory at once. */
const MAX_PIXELS = 16_000_000;
const TIMEOUT_MS = 20_000;

/** Starts `entrypoints/cmyk.ts`. */
export type StartCmyk = () => Worker;

/**
 * Decodes a CMYK JPEG by its profile, upright.
 * @returns undefined if it has no profile, is too large, or does not convert: then the browser's own conversion is
 *   what the person saw
 */
export async function decodeCmyk(
  blob: Blob,
  { width, height, orientation }: ImageFacts,
  start: StartCmyk,
): Promise<ImageBitmap | undefined> {
  if (width * height > MAX_PIXELS) return undefined;
  const profile = await jpegProfile(new ByteSource(blob));
  if (!profile) return undefined;
  const pixels = await converted(await blob.arrayBuffer(), profile, start);
  if (!pixels) return undefined;
  const bitmap = await createImageBitmap(new ImageData(pixels.data, pixels.width, pixels.height));
  return upright(bitmap, orientation);
}

async function converted(
  jpeg: ArrayBuffer,
  profile: Uint8Array<ArrayBuffer>,
  start: StartCmyk,
): Promise<Rgba | undefined> {
  const worker = start();
  try {
    return await new Promise<Rgba | undefined>((resolve) => {
      setTimeout(resolve, TIMEOUT_MS);
      worker.addEventListener('error', () => resolve(undefined));
      worker.addEventListener('message', ({ data }: MessageEvent<Rgba | undefined>) =>
        resolve(data),
      );
      worker.postMessage({ jpeg, profile }, [jpeg]);
    });
  } finally {
    worker.terminate();
  }
}
