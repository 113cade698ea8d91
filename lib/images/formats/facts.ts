import { ImageError } from './errors';
import type { Header, ImageFacts, ImageType } from './types';

/**
 * The pictures we accept. These are our own limits; the service documents none. A side below 16 px
 * is a tracking pixel or a spacer. Above the upper bounds a small file may decode to gigabytes.
 */
const ACCEPTED = {
  /** px */
  minSide: 16,
  /** px */
  maxSide: 30_000,
  maxPixels: 200_000_000,
  maxBytes: 100 * 1024 * 1024,
} as const;

/**
 * Pixels of a picture that may be decoded. A photo of 8000 x 6000, with the canvas that it is drawn on, takes 234 MB
 * (measured in Chromium 156); this many pixels would take 250 MB.
 */
const MAX_DECODED_PIXELS = 51_000_000;

/** Whether a picture can be decoded within 256 MB. */
export function canDecode({ width, height }: { width: number; height: number }): boolean {
  return width * height <= MAX_DECODED_PIXELS;
}

/** @throws ImageError `image-empty`, `image-too-large` */
export function checkBytes({ size }: Blob): void {
  if (size === 0) throw new ImageError('image-empty');
  if (size > ACCEPTED.maxBytes) throw new ImageError('image-too-large');
}

/**
 * Applies the orientation to a header, and checks the size.
 * @throws ImageError `image-broken`, `image-too-small`, `image-too-large`
 */
export function factsOf(blob: Blob, type: ImageType, header: Header): ImageFacts {
  const { orientation, animated, colours, isCmyk, mayBeTransparent } = header;
  const facts: ImageFacts = {
    type,
    ...sizeAsShown(header),
    bytes: blob.size,
    orientation,
    animated,
    ...(colours && { colours }),
    ...(isCmyk && { isCmyk }),
    ...(mayBeTransparent && { mayBeTransparent }),
  };
  checkSize(facts);
  return facts;
}

/** Orientations 5 to 8 turn the picture by 90 or 270 degrees. */
function sizeAsShown({ width, height, orientation }: Header) {
  return orientation >= 5 ? { width: height, height: width } : { width, height };
}

function checkSize({ type, width, height }: ImageFacts): void {
  if (width < 1 || height < 1) throw new ImageError('image-broken');
  // A vector has no pixels; it is drawn at the size we choose.
  if (type === 'svg') return;
  if (Math.max(width, height) > ACCEPTED.maxSide || width * height > ACCEPTED.maxPixels) {
    throw new ImageError('image-too-large');
  }
  if (Math.min(width, height) < ACCEPTED.minSide) throw new ImageError('image-too-small');
}
