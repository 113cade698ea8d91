/** Why a picture cannot be used, as a closed union. */
export const IMAGE_ERRORS = [
  'image-empty',
  'image-is-page',
  'image-unknown-type',
  'image-broken',
  'image-too-small',
  'image-too-large',
  'image-blank',
  'image-heic',
  'image-svg-unreadable',
] as const;
export type ImageErrorCode = (typeof IMAGE_ERRORS)[number];

/** Thrown by everything in lib/images. */
export class ImageError extends Error {
  override name = 'ImageError' as const;
  constructor(
    readonly code: ImageErrorCode,
    options?: ErrorOptions,
  ) {
    super(code, options);
  }
}
