import { ImageError } from '../../formats/errors';
import type { AlphaPlane } from './split';

/** Width and height, four bytes each. */
const HEAD_BYTES = 8;
/** As many px as the largest picture that is let in. */
const MAX_PIXELS = 200_000_000;

/** An alpha plane as bytes for the blob store, compressed without loss: it outlives the order. */
export async function encodeAlpha({ data, width, height }: AlphaPlane): Promise<Blob> {
  const head = new DataView(new ArrayBuffer(HEAD_BYTES));
  head.setUint32(0, width);
  head.setUint32(4, height);
  const packed = new Blob([new Uint8Array(data)])
    .stream()
    .pipeThrough(new CompressionStream('deflate'));
  return new Blob([head, await new Response(packed).blob()]);
}

/**
 * Reads what `encodeAlpha` wrote. Stops at the size that the head names, however much follows.
 * @throws ImageError `image-broken` if it is cut off or damaged
 */
export async function decodeAlpha(bytes: Blob): Promise<AlphaPlane> {
  try {
    const head = new DataView(await bytes.slice(0, HEAD_BYTES).arrayBuffer());
    const [width, height] = [head.getUint32(0), head.getUint32(4)];
    if (width * height > MAX_PIXELS) throw new RangeError('too large');
    const data = new Uint8Array(width * height);
    const reader = bytes
      .slice(HEAD_BYTES)
      .stream()
      .pipeThrough(new DecompressionStream('deflate'))
      .getReader();
    let at = 0;
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      if (at + next.value.length > data.length) throw new RangeError('too long');
      data.set(next.value, at);
      at += next.value.length;
    }
    if (at !== data.length) throw new RangeError('too short');
    return { data, width, height };
  } catch (cause) {
    throw new ImageError('image-broken', { cause });
  }
}
