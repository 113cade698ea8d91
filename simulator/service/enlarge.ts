import { createHash } from 'node:crypto';
import sharp from 'sharp';

/**
 * `2x` is what fast-hd does (docs/PROTOCOL.md, section 4.2), `1x` keeps the size; the others are `resolution_type`.
 */
type EnlargeTarget = '2k' | '4k' | '8k' | '2x' | '1x';

export interface Enlarged {
  bytes: Buffer;
  width: number;
  height: number;
  /** `image/png` or `image/jpeg`. */
  type: string;
}

/** Makes the result of a task. Rejects if the upload is not a readable picture. */
export type Enlarge = (bytes: Uint8Array, target: EnlargeTarget) => Promise<Enlarged>;

/** Longest edge of a result, px. 8K was never measured. */
const MAX_EDGE = 4096;
const MAX_EDGE_8K = 8192;

/**
 * Scale of a picture of these px, at least 1: "2k" makes the short side 2160 with a long side of at most
 * 3840, "4k" makes the long side 4096. Both are measured.
 */
function scaleFor(width: number, height: number, target: EnlargeTarget): number {
  const long = Math.max(width, height);
  const short = Math.min(width, height);
  if (target === '2k') return Math.max(1, Math.min(2160 / short, 3840 / long));
  if (target === '4k') return Math.max(1, MAX_EDGE / long);
  if (target === '8k') return Math.max(1, MAX_EDGE_8K / long);
  return target === '1x' ? 1 : Math.max(1, Math.min(2, MAX_EDGE / long));
}

/** Cached results; one has a few MB. */
const CACHE_SIZE = 32;
const cache = new Map<string, Promise<Enlarged>>();

/** {@link enlarge} with a cache, because tests and demos send the same pictures again. */
export const enlargeWithSharp: Enlarge = (bytes, target) => {
  const key = `${target} ${createHash('sha256').update(bytes).digest('hex')}`;
  const known = cache.get(key);
  if (known) return known;
  const made = enlarge(bytes, target);
  cache.set(key, made);
  const [oldest] = cache.keys();
  if (cache.size > CACHE_SIZE && oldest !== undefined) cache.delete(oldest);
  return made;
};

/**
 * Enlarges for real, with lanczos: PNG in, PNG out; JPEG and WebP come back as
 * JPEG. EXIF orientation is not applied, so that a client that uploads a rotated
 * photograph gets a sideways result. Rejects on anything but JPEG, PNG and WebP.
 */
const enlarge: Enlarge = async (bytes, target) => {
  const { format, width, height } = await sharp(bytes).metadata();
  if (format !== 'jpeg' && format !== 'png' && format !== 'webp') {
    throw new Error(`the service does not read ${format}`);
  }
  const scale = scaleFor(width, height, target);
  const resized = sharp(bytes).resize({
    width: Math.round(width * scale),
    height: Math.round(height * scale),
    fit: 'fill',
    kernel: 'lanczos3',
    fastShrinkOnLoad: true,
  });
  const encoded =
    format === 'png' ? resized.png({ compressionLevel: 2 }) : resized.jpeg({ quality: 92 });
  const { data, info } = await encoded.toBuffer({ resolveWithObject: true });
  return {
    bytes: data,
    width: info.width,
    height: info.height,
    type: format === 'png' ? 'image/png' : 'image/jpeg',
  };
};
