/** Types we recognise by their first bytes. */
export type ImageType = 'jpeg' | 'png' | 'webp' | 'gif' | 'avif' | 'bmp' | 'svg' | 'heic';

/** What the header of a file says. */
export interface ImageFacts {
  type: ImageType;
  /** Size in px as it is shown: EXIF orientation already applied. */
  width: number;
  height: number;
  bytes: number;
  /** EXIF orientation 1..8; 1 when there is none. */
  orientation: number;
  animated: boolean;
}

/** Why the bytes that are uploaded are not the bytes that were found. */
export type ImageChange = 'converted' | 'turned-upright' | 'first-frame' | 'shrunk' | 'rasterised';

/** A picture ready for the service. */
export interface PreparedImage {
  /** The bytes to upload: JPEG, PNG or WebP. */
  image: Blob;
  /** Facts of the picture as found. */
  found: ImageFacts;
  /** Facts of the bytes to upload. */
  sent: ImageFacts;
  changes: ImageChange[];
  /** Hex SHA-256 of the bytes to upload. */
  sha256: string;
}
