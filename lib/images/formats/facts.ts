import { ImageError } from './errors';
import type { Header } from './header';
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

/** @throws ImageError `image-empty`, `image-too-large` */
export function checkBytes({ size }: Blob): void {
  if (size === 0) throw new ImageError('image-empty');
  if (size > ACCEPTED.maxBytes) throw new ImageError('image-too-large');
}

/**
 * The facts that follow from a header.
 * @throws ImageError `image-broken`, `image-too-small`, `image-too-large`
 */
export function factsOf(blob: Blob, type: ImageType, header: Header): ImageFacts {
  const { orientation, animated } = header;
  const facts = { type, ...sizeAsShown(header), bytes: blob.size, orientation, animated };
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
