import { ByteSource } from '../formats/byte-source';
import { checkBytes, factsOf } from '../formats/facts';
import { readJpeg } from '../formats/jpeg';
import { NATIVE_HEAD_BYTES, type NativeType, nativeType } from '../formats/native-type';
import { readPng } from '../formats/png';
import type { Header, ImageFacts } from '../formats/types';
import { readWebp } from '../formats/webp';

const READERS: Record<NativeType, (file: ByteSource) => Promise<Header>> = {
  jpeg: readJpeg,
  png: readPng,
  webp: readWebp,
};

/**
 * Reads the header of a JPEG, PNG or WebP, as `inspect` does. A function of its own, because nearly
 * every picture has one of these types and Chrome's worker, which cannot import() later, bundles
 * nothing else.
 * @returns undefined for any other type
 * @throws ImageError `image-empty`, `image-broken`, `image-too-small`, `image-too-large`
 */
export async function inspectNative(blob: Blob): Promise<ImageFacts | undefined> {
  checkBytes(blob);
  const file = new ByteSource(blob);
  const type = nativeType(await file.read(0, NATIVE_HEAD_BYTES));
  return type && factsOf(blob, type, await READERS[type](file));
}
