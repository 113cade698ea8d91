import { ByteSource } from './byte-source';
import { ImageError } from './errors';
import type { Header } from './header';
import { readAvif } from './header-avif';
import { readBmp } from './header-bmp';
import { readGif } from './header-gif';
import { readJpeg } from './header-jpeg';
import { readPng } from './header-png';
import { readSvg } from './header-svg';
import { readWebp } from './header-webp';
import { SNIFF_BYTES, sniff } from './sniff';
import type { ImageFacts, ImageType } from './types';

/**
 * What we accept at all, as found. Our own caution, the service documents nothing: a side below
 * 16 px is a tracking pixel or a spacer, and beyond the upper bounds a small file may ask for
 * gigabytes when decoded.
 */
const ACCEPTED = {
  /** px */
  minSide: 16,
  /** px */
  maxSide: 30_000,
  maxPixels: 200_000_000,
  maxBytes: 100 * 1024 * 1024,
} as const;

const READERS: Record<Exclude<ImageType, 'heic'>, (file: ByteSource) => Promise<Header>> = {
  jpeg: readJpeg,
  png: readPng,
  webp: readWebp,
  gif: readGif,
  avif: readAvif,
  bmp: readBmp,
  svg: readSvg,
};

/**
 * Reads what the header of a picture says. Decodes nothing and reads only the bytes it needs; a
 * file that is cut off is noticed by its missing end.
 * @returns type, size as shown (px), bytes, orientation, whether it is animated.
 * @throws ImageError `image-empty`, `image-is-page`, `image-unknown-type`, `image-heic`,
 *   `image-broken`, `image-too-small`, `image-too-large`, `image-svg-unreadable`
 */
export async function inspect(blob: Blob): Promise<ImageFacts> {
  if (blob.size === 0) throw new ImageError('image-empty');
  if (blob.size > ACCEPTED.maxBytes) throw new ImageError('image-too-large');
  const file = new ByteSource(blob);
  const type = sniff(await file.read(0, SNIFF_BYTES));
  if (type === undefined) throw new ImageError('image-unknown-type');
  if (type === 'page') throw new ImageError('image-is-page');
  if (type === 'heic') throw new ImageError('image-heic');
  const header = await READERS[type](file);
  const facts = {
    type,
    ...sizeAsShown(header),
    bytes: blob.size,
    orientation: header.orientation,
    animated: header.animated,
  };
  checkSize(facts);
  return facts;
}

/** Orientations 5 to 8 lie on their side. */
function sizeAsShown({ width, height, orientation }: Header) {
  return orientation >= 5 ? { width: height, height: width } : { width, height };
}

function checkSize({ type, width, height }: ImageFacts): void {
  if (width < 1 || height < 1) throw new ImageError('image-broken');
  // A vector has no pixels to be too few or too many; it is drawn at the size we choose.
  if (type === 'svg') return;
  if (Math.max(width, height) > ACCEPTED.maxSide || width * height > ACCEPTED.maxPixels) {
    throw new ImageError('image-too-large');
  }
  if (Math.min(width, height) < ACCEPTED.minSide) throw new ImageError('image-too-small');
}
