import type { HexColour } from '@/lib/text/hex-colour';
import type { StripPlan } from './strip-plan';

/** The types that `sniff` recognises by their first bytes. */
export type ImageType =
  | 'jpeg'
  | 'png'
  | 'webp'
  | 'gif'
  | 'avif'
  | 'bmp'
  | 'ico'
  | 'svg'
  | 'heic'
  | 'jxl';

/** What the reader of one format finds. */
export interface Header {
  /** px, before the orientation is applied. */
  width: number;
  height: number;
  /** EXIF orientation 1..8; 1 when there is none. */
  orientation: number;
  animated: boolean;
  /** Name of the colours where they are not 8-bit sRGB, such as "Display P3"; from the file, so hostile. */
  colours?: string;
  /** A JPEG of four inks. */
  isCmyk?: true;
  /** A PNG whose pixels may let something through. Other formats are decoded anyway. */
  mayBeTransparent?: true;
}

/** What is known of a picture by its header. */
export interface ImageFacts {
  type: ImageType;
  /** Size in px as shown: the EXIF orientation is applied. */
  width: number;
  height: number;
  bytes: number;
  /** EXIF orientation 1..8; 1 when there is none. */
  orientation: number;
  animated: boolean;
  /** As in `Header`. */
  colours?: string;
  isCmyk?: true;
  mayBeTransparent?: true;
}

/** What becomes of transparency: it comes back in the result, or the picture is sent on a colour. */
export type Background = 'keep' | HexColour;

/** What became of the transparency of a picture. Plain data, enough to restore it. */
export type Transparency =
  /** The colours are sent without it; it is put back on the result. */
  | { kind: 'kept' }
  /** All of one colour: its alpha is sent as grey, and the result is the alpha of that colour. */
  | { kind: 'shape'; colour: HexColour }
  | { kind: 'flattened'; colour: HexColour };

/** Why the uploaded bytes differ from those found. */
export type ImageChange =
  | 'converted'
  | 'turned-upright'
  | 'colours'
  | 'first-frame'
  /** The first frame of an animation that has more than one colour. */
  | 'later-frame'
  | 'shrunk'
  | 'rasterised';

/** A picture ready for the service. */
export interface PreparedImage {
  /** The bytes to upload: JPEG or PNG. With `parts`, the whole picture, upright, in 8-bit sRGB. */
  image: Blob;
  /** How a long picture is cut; each part is an order. */
  parts?: StripPlan;
  /** Facts of the original. */
  found: ImageFacts;
  /** Facts of the bytes to upload. */
  sent: ImageFacts;
  changes: ImageChange[];
  transparency?: Transparency;
  /** The picture with its transparency, unless `image` shows what the person saw. */
  shown?: Blob;
  /** Hex SHA-256 of the bytes to upload, and of `shown`. */
  sha256: string;
}
