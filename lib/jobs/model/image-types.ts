import type { ImageType } from '@/lib/images/formats/types';

/** A type that is missing here fails the compiler. */
const TYPES: Record<ImageType, true> = {
  jpeg: true,
  png: true,
  webp: true,
  gif: true,
  avif: true,
  bmp: true,
  ico: true,
  svg: true,
  heic: true,
  jxl: true,
};

/** Every type of image that a row can name, for the checks of what comes from elsewhere. */
export const IMAGE_TYPES = Object.keys(TYPES) as ImageType[];

export function isImageType(value: unknown): value is ImageType {
  return (IMAGE_TYPES as unknown[]).includes(value);
}
