import type { ImageType } from '../formats/types';
import { isBlank } from './blank';
import { decode, draw } from './codec';

/** Side of the box that a frame is shrunk to before it is judged, px. */
const SAMPLE_SIDE = 64;
/** An animation that is of one colour for longer is sent as it begins. */
const MAX_FRAMES = 300;
/** ms */
const MAX_TIME = 5_000;

/** What Firefox calls `image/png` and Chromium `image/apng`, one of which decodes frame by frame. */
const TYPES: Partial<Record<ImageType, readonly string[]>> = {
  gif: ['image/gif'],
  webp: ['image/webp'],
  png: ['image/apng', 'image/png'],
  avif: ['image/avif'],
};

/**
 * Decodes the first frame of an animation that has more than one colour: many start with an empty one. If
 * there is none, or the browser does not decode frame by frame, the first frame.
 * @returns the frame, and its number from 0
 * @throws ImageError `image-broken` if the first frame does not decode
 */
export async function decodeFrame(
  blob: Blob,
  type: ImageType,
): Promise<{ bitmap: ImageBitmap; index: number }> {
  const first = await decode(blob);
  if (!isUniform(first)) return { bitmap: first, index: 0 };
  const later = await laterFrame(blob, type).catch(() => undefined);
  if (!later) return { bitmap: first, index: 0 };
  first.close();
  return later;
}

async function laterFrame(blob: Blob, type: ImageType) {
  const decoder = await decoderFor(blob, type);
  if (!decoder) return undefined;
  try {
    await Promise.all([decoder.tracks.ready, decoder.completed]);
    const frames = decoder.tracks.selectedTrack?.frameCount ?? 0;
    const end = performance.now() + MAX_TIME;
    for (let index = 1; index < Math.min(frames, MAX_FRAMES); index += 1) {
      if (performance.now() > end) break;
      const { image } = await decoder.decode({ frameIndex: index });
      try {
        if (!isUniform(image)) return { bitmap: await createImageBitmap(image), index };
      } finally {
        image.close();
      }
    }
    return undefined;
  } finally {
    decoder.close();
  }
}

async function decoderFor(blob: Blob, type: ImageType): Promise<ImageDecoder | undefined> {
  if (typeof ImageDecoder === 'undefined') return undefined;
  for (const name of TYPES[type] ?? []) {
    if (!(await ImageDecoder.isTypeSupported(name))) continue;
    const data = await blob.arrayBuffer();
    return new ImageDecoder({ data, type: name, preferAnimation: true });
  }
  return undefined;
}

function isUniform(frame: ImageBitmap | VideoFrame): boolean {
  const [width, height] =
    'displayWidth' in frame
      ? [frame.displayWidth, frame.displayHeight]
      : [frame.width, frame.height];
  const scale = Math.min(1, SAMPLE_SIDE / Math.max(width, height));
  const columns = Math.max(1, Math.round(width * scale));
  const rows = Math.max(1, Math.round(height * scale));
  const { context } = draw(frame, columns, rows, { willReadFrequently: true });
  return isBlank(context.getImageData(0, 0, columns, rows).data);
}
