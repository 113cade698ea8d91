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
 * Reads the header of a JPEG, PNG or WebP, as `inspect` does. Apart from it, because nearly every
 * picture is one of them: Chrome's worker, which cannot load code later, carries only this.
 * @returns undefined if the file is anything else.
 * @throws ImageError `image-empty`, `image-broken`, `image-too-small`, `image-too-large`
 */
export async function inspectNative(blob: Blob): Promise<ImageFacts | undefined> {
  checkBytes(blob);
  const file = new ByteSource(blob);
  const type = nativeType(await file.read(0, NATIVE_HEAD_BYTES));
  return type && factsOf(blob, type, await READERS[type](file));
}
