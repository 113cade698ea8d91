import { isStrip } from '@/lib/jimeng/model/tools';
import { ByteSource } from '../formats/byte-source';
import { ImageError } from '../formats/errors';
import { canDecode } from '../formats/facts';
import { largestOfIco } from '../formats/ico';
import { withSrgbPrimaries } from '../formats/png';
import { stripMetadata } from '../formats/strip-metadata';
import type {
  Background,
  ImageChange,
  ImageFacts,
  PreparedImage,
  Transparency,
} from '../formats/types';
import { decode, draw, type Encoding, encode } from './codec';
import { decodeCmyk, type StartCmyk } from './decode-cmyk';
import { decodeHdr } from './decode-hdr';
import { factsOfRare } from './decode-rare';
import { decodeFrame } from './frame';
import { hdrOf } from './hdr-to-srgb';
import { inspect } from './inspect';
import { LIMITS, type Limits, passThrough, SENT_TYPES, sha256Hex } from './pass-through';
import { prepareStrip } from './prepare-strip';
import type { DrawnSvg } from './rasterise-svg';
import { typesToTry } from './smaller-type';
import { withTimeout } from './with-timeout';
import { withoutTransparency } from './without-transparency';

/** Long side (px) at which a vector is drawn. */
const VECTOR_LONG_SIDE = { '2k': 2048, '4k': 4096 } as const;
/** A drawing can take any amount of work, and the renderer cannot be stopped. */
const RASTERISE_MS = 20_000;
/**
 * Tried in this order until the file is small enough. Quality goes before pixels, which are worth
 * more to an upscaler.
 */
const LOSSY: readonly Attempt[] = [
  { scale: 1, quality: 0.95 },
  { scale: 1, quality: 0.85 },
  { scale: 0.8, quality: 0.85 },
  { scale: 0.6, quality: 0.85 },
  { scale: 0.45, quality: 0.85 },
  { scale: 0.3, quality: 0.85 },
  { scale: 0.2, quality: 0.85 },
].map((step) => ({ types: ['image/jpeg'], ...step }));
/** Keeps every pixel. */
const LOSSLESS: readonly Attempt[] = [{ types: ['image/png'], scale: 1, quality: 1 }];
/**
 * 0..1, of a JPEG at its own size. Only at 1 do Chromium and Firefox keep the colour of every pixel; at 0.95 it is off
 * by up to 57 of 255 at an edge (`npm run bench:pixels`). A large picture would be a file of many MB.
 */
const FULL_COLOUR = 1;
const LARGE_QUALITY = 0.95;
const CAREFUL_PIXELS = 4_000_000;

/** One way to encode a picture: the smallest file of these types. */
interface Attempt {
  types: readonly Encoding[];
  scale: number;
  /** 0..1, of a JPEG. */
  quality: number;
}

/** Draws an SVG with the given long side (px). Needs a page or an offscreen document. */
type RasteriseSvg = (svg: Blob, longSide: number) => Promise<DrawnSvg>;

export interface PrepareOptions {
  target: '2k' | '4k';
  rasteriseSvg?: RasteriseSvg;
  /** Without it the browser converts CMYK, without its profile. */
  startCmyk?: StartCmyk;
  limits?: Limits;
  /** Default: transparency comes back in the result. */
  background?: Background;
}

/** With limits that are decided. */
type Within = PrepareOptions & { limits: Limits };

/**
 * Makes a picture ready for the service: passes it through if possible, else re-encodes it. A canvas
 * writes no metadata.
 * @throws ImageError every code of `inspect`, `image-too-many-pixels` before decoding what would take more
 *   than 256 MB, and `image-broken` if it does not decode,
 *   `image-svg-unreadable` if an SVG cannot be drawn, `image-too-large` if no attempt fits,
 *   `image-result-too-large` and `image-too-many-parts` for a picture that is too long
 */
export async function prepare(blob: Blob, options: PrepareOptions): Promise<PreparedImage> {
  const passed = await passThrough(blob, options.limits);
  if (passed) return passed;
  const read = await inspect(blob).catch((refusal) => factsOfRare(blob, refusal));
  if (options.limits) return fitted(blob, read, { ...options, limits: options.limits });
  const prepareWithin = async (limits: Limits) =>
    (await passThrough(blob, limits)) ?? fitted(blob, read, { ...options, limits });
  const strip = await prepareStrip(read, options.target, prepareWithin);
  if (strip) return strip;
  return isStrip(read) ? prepareWithin(LIMITS) : fitted(blob, read, { ...options, limits: LIMITS });
}

/** For a picture that cannot pass through and is sent, or stored, in one piece. */
async function fitted(blob: Blob, read: ImageFacts, options: Within): Promise<PreparedImage> {
  const { image, found, ...rest } =
    read.type === 'svg'
      ? await rasterised(blob, read, options)
      : { found: read, ...(await redrawn(blob, read, options)) };
  // Two shapes may have the same colours.
  const sha256 = await sha256Hex(rest.shown ? new Blob([image, rest.shown]) : image);
  return { image, found, sent: await inspect(image), ...rest, sha256 };
}

interface Outcome {
  image: Blob;
  changes: ImageChange[];
  transparency?: Transparency;
  shown?: Blob;
}

async function rasterised(
  svg: Blob,
  found: ImageFacts,
  options: Within,
): Promise<Outcome & { found: ImageFacts }> {
  const { target, rasteriseSvg, limits } = options;
  if (found.bytes > limits.bytes) throw new ImageError('image-too-large');
  try {
    if (!rasteriseSvg) throw new Error('no renderer');
    const drawing = rasteriseSvg(svg, VECTOR_LONG_SIDE[target]);
    const { image: drawn, width, height } = await withTimeout(drawing, RASTERISE_MS);
    const passed = await passThrough(drawn, limits);
    const { changes, ...rest } = passed ?? (await reencoded(drawn, await inspect(drawn), options));
    const size = { width: Math.max(1, Math.round(width)), height: Math.max(1, Math.round(height)) };
    return { ...rest, changes: ['rasterised', ...changes], found: { ...found, ...size } };
  } catch (cause) {
    throw new ImageError('image-svg-unreadable', { cause });
  }
}

/** For a picture that cannot pass through. */
async function redrawn(blob: Blob, found: ImageFacts, options: Within): Promise<Outcome> {
  if (found.type !== 'ico') return reencoded(blob, found, options);
  const largest = await largestOfIco(blob, new ByteSource(blob));
  const passed = await passThrough(largest, options.limits);
  return passed
    ? { image: passed.image, changes: ['converted'] }
    : reencoded(largest, found, options);
}

/**
 * For pixels. Decodes once, at full size: a decoder that scales keeps both sizes, and takes more. The full size is
 * freed before anything is encoded.
 */
async function reencoded(
  blob: Blob,
  found: ImageFacts,
  { limits, startCmyk, background = 'keep' }: Within,
): Promise<Outcome> {
  if (!canDecode(found)) throw new ImageError('image-too-many-pixels');
  const tooLong = Math.max(found.width, found.height) > limits.longSide;
  const tooMuch = tooLong || blob.size > limits.bytes;
  const byProfile = await decodedHere(blob, found, startCmyk);
  const { bitmap: full, index: frame } = found.animated
    ? await decodeFrame(blob, found.type)
    : { bitmap: byProfile || (await decode(await decodable(blob, found))), index: 0 };
  const changes = rewrites(found, frame);
  const fit = Math.min(1, limits.longSide / Math.max(full.width, full.height));
  const [width, height] = scaled(full.width, full.height, fit);
  const decoded = fit < 1 ? reduced(full, width, height) : full;
  const shown = fit < 1 ? undefined : await asShown(blob, found);
  const { bitmap, ...apart } =
    found.type === 'jpeg'
      ? { bitmap: decoded }
      : await withoutTransparency(decoded, { width, height }, background, shown);
  try {
    const isChanged = tooLong || apart.transparency !== undefined;
    const list = limits.isLossless ? LOSSLESS : await attempts(found, bitmap, isChanged);
    for (const [index, { types, scale, quality }] of list.entries()) {
      const size = scaled(width, height, scale);
      const files: Blob[] = [];
      for (const type of types) files.push(await encode(bitmap, ...size, type, quality));
      const [image] = files.sort((one, other) => one.size - other.size);
      if (!image || image.size > limits.bytes) continue;
      const shrunk = tooMuch || index > 0;
      return { image, changes: shrunk ? [...changes, 'shrunk'] : changes, ...apart };
    }
    throw new ImageError('image-too-large');
  } finally {
    bitmap.close();
  }
}

/** A bitmap at a smaller size, px, in place of the given one, which is closed. */
function reduced(bitmap: ImageBitmap, width: number, height: number): ImageBitmap {
  try {
    return draw(bitmap, width, height).canvas.transferToImageBitmap();
  } finally {
    bitmap.close();
  }
}

/** Decodes what browsers convert to sRGB wrongly; undefined for all else. */
async function decodedHere(
  blob: Blob,
  found: ImageFacts,
  startCmyk: StartCmyk | undefined,
): Promise<ImageBitmap | undefined> {
  if (found.isCmyk && startCmyk) return decodeCmyk(blob, found, startCmyk);
  const hdr = found.type === 'png' ? hdrOf(found.colours) : undefined;
  return hdr && decodeHdr(blob, hdr);
}

/** The file as every browser converts it to sRGB. */
async function decodable(blob: Blob, { type, colours }: ImageFacts): Promise<Blob> {
  return type === 'png' && colours ? withSrgbPrimaries(blob, new ByteSource(blob)) : blob;
}

/** The file without its metadata, if its pixels are those that the person sees. */
async function asShown(blob: Blob, found: ImageFacts): Promise<Blob | undefined> {
  const { type, animated, orientation, colours } = found;
  const isShown = type === 'png' && !animated && orientation === 1 && !colours;
  return isShown ? stripMetadata(blob, type) : undefined;
}

/** The changes a picture needs at any size. */
function rewrites(
  { type, animated, orientation, colours }: ImageFacts,
  frame: number,
): ImageChange[] {
  const changes: ImageChange[] = [];
  // A canvas is 8-bit sRGB.
  if (colours) changes.push('colours');
  if (!SENT_TYPES.includes(type)) changes.push('converted');
  if (animated) changes.push(frame === 0 ? 'first-frame' : 'later-frame');
  // The service may or may not apply the EXIF orientation, so it never gets one.
  if (orientation !== 1) changes.push('turned-upright');
  return changes;
}

/**
 * Ways to encode an opaque picture, best first.
 * @param isChanged whether the pixels are not those of the file
 */
async function attempts(
  { type, animated, orientation, colours }: ImageFacts,
  bitmap: ImageBitmap,
  isChanged: boolean,
): Promise<readonly Attempt[]> {
  const isCareful = bitmap.width * bitmap.height <= CAREFUL_PIXELS;
  const quality = isCareful ? FULL_COLOUR : LARGE_QUALITY;
  const full: Attempt = { types: ['image/jpeg'], scale: 1, quality };
  const asJpeg = isCareful ? [full, ...LOSSY] : LOSSY;
  if (type === 'jpeg') return asJpeg;
  // Another PNG would not be smaller than one that is only too heavy.
  const isOnlyHeavy = type === 'png' && !animated && orientation === 1 && !colours && !isChanged;
  if (isOnlyHeavy) return asJpeg;
  return [{ types: await typesToTry(bitmap, quality), scale: 1, quality }, ...asJpeg];
}

function scaled(width: number, height: number, scale: number): [width: number, height: number] {
  return [Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale))];
}
