/** Every reason to refuse a picture. */
export const IMAGE_ERRORS = [
  'image-empty',
  'image-is-page',
  'image-unknown-type',
  'image-broken',
  'image-too-small',
  'image-too-large',
  'image-too-many-pixels',
  'image-blank',
  'image-heic',
  'image-jxl',
  'image-tiff',
  'image-psd',
  'image-pdf',
  'image-svg-unreadable',
  /** A long picture that would be too large once its parts are joined. */
  'image-result-too-large',
  /** A long picture that would take too many orders. */
  'image-too-many-parts',
] as const;
export type ImageErrorCode = (typeof IMAGE_ERRORS)[number];

/** The only error that lib/images throws for a bad picture. */
export class ImageError extends Error {
  override name = 'ImageError' as const;
  constructor(
    readonly code: ImageErrorCode,
    options?: ErrorOptions,
  ) {
    super(code, options);
  }
}
