import { readAvif } from '../formats/avif';
import { ByteSource } from '../formats/byte-source';
import { ImageError } from '../formats/errors';
import { factsOf } from '../formats/facts';
import { readJxl } from '../formats/jxl';
import type { Header, ImageFacts } from '../formats/types';

type RareType = 'heic' | 'jxl';

/** HEIC lies in the same boxes as AVIF. */
const READERS: Record<RareType, (file: ByteSource) => Promise<Header>> = {
  heic: readAvif,
  jxl: readJxl,
};

/**
 * Facts of a HEIC or JPEG XL picture that this browser can decode: some can, by a setting or by the
 * system. The header bounds the size before anything is decoded.
 * @param refusal what to throw where this browser cannot
 */
export async function factsOfRare(blob: Blob, refusal: unknown): Promise<ImageFacts> {
  const type = rareType(refusal);
  if (!type) throw refusal;
  const header = await READERS[type](new ByteSource(blob)).catch(() => {
    throw refusal;
  });
  // Too much to try. Every other reason says less than the name of the format.
  if (isTooLarge(blob, type, header)) throw new ImageError('image-too-large');
  const bitmap = await createImageBitmap(blob).catch(() => {
    throw refusal;
  });
  const { width, height } = bitmap;
  bitmap.close();
  // As decoded: upright.
  return factsOf(blob, type, { ...header, width, height });
}

function isTooLarge(blob: Blob, type: RareType, header: Header): boolean {
  try {
    factsOf(blob, type, header);
    return false;
  } catch (error) {
    return error instanceof ImageError && error.code === 'image-too-large';
  }
}

function rareType(refusal: unknown): RareType | undefined {
  if (!(refusal instanceof ImageError)) return undefined;
  if (refusal.code === 'image-heic') return 'heic';
  return refusal.code === 'image-jxl' ? 'jxl' : undefined;
}
