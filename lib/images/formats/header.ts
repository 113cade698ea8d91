/** What one format's reader finds; the size is raw, before the orientation is applied. */
export interface Header {
  /** px */
  width: number;
  /** px */
  height: number;
  /** EXIF orientation 1..8. */
  orientation: number;
  animated: boolean;
}
