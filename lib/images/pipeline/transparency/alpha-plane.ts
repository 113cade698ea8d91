/** The alpha of a picture, one byte a pixel, row by row. */
export interface AlphaPlane {
  data: Uint8Array;
  /** px */
  width: number;
  height: number;
}
