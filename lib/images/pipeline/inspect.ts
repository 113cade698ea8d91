import { readAvif } from '../formats/avif';
import { readBmp } from '../formats/bmp';
import { ByteSource } from '../formats/byte-source';
import { ImageError } from '../formats/errors';
import { factsOf } from '../formats/facts';
import { readGif } from '../formats/gif';
import { readIco } from '../formats/ico';
import type { NativeType } from '../formats/native-type';
import { SNIFF_BYTES, type Sniffed, sniff } from '../formats/sniff';
import { readSvg } from '../formats/svg';
import type { Header, ImageFacts, ImageType } from '../formats/types';
import { inspectNative } from './inspect-native';

/** The type of `inspect`, for callers that run it in another context. */
export type Inspect = (blob: Blob) => Promise<ImageFacts>;

const READERS: Record<
  Exclude<ImageType, NativeType | 'heic' | 'jxl'>,
  (file: ByteSource) => Promise<Header>
> = {
  gif: readGif,
  avif: readAvif,
  bmp: readBmp,
  ico: readIco,
  svg: readSvg,
};

/**
 * Reads the header of a picture. Decodes nothing and reads only the bytes it needs. Detects a cut
 * file by its missing end.
 * @throws ImageError `image-empty`, `image-is-page`, `image-unknown-type`, `image-broken`,
 *   `image-too-small`, `image-too-large`, `image-svg-unreadable`, and the names of formats that few
 *   browsers read: `image-heic`, `image-jxl`, `image-tiff`, `image-psd`, `image-pdf`
 */
export async function inspect(blob: Blob): Promise<ImageFacts> {
  const native = await inspectNative(blob);
  if (native) return native;
  const file = new ByteSource(blob);
  const type = sniff(await file.read(0, SNIFF_BYTES));
  if (type === 'page') throw new ImageError('image-is-page');
  if (type && isForeign(type)) throw new ImageError(`image-${type}`);
  // `inspectNative` has read the three native types.
  if (type === undefined || !(type in READERS)) throw new ImageError('image-unknown-type');
  return factsOf(blob, type, await READERS[type as keyof typeof READERS](file));
}

/** Formats that browsers do not read. Some read two of them: see `factsOfRare`. */
const FOREIGN = ['heic', 'jxl', 'tiff', 'psd', 'pdf'] as const;

function isForeign(type: Sniffed): type is (typeof FOREIGN)[number] {
  return (FOREIGN as readonly string[]).includes(type);
}
