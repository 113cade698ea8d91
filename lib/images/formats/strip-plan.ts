/** The axis that a strip is long in: `y` for a webtoon, `x` for a panorama. */
export type Axis = 'x' | 'y';

/** A part of the picture, px. */
interface StripPart {
  width: number;
  height: number;
  left: number;
  top: number;
}

/** How a picture is cut: plain data, enough to cut it again after a crash. */
export interface StripPlan {
  kind: 'parts';
  /** px */
  width: number;
  height: number;
  axis: Axis;
  /** px that two neighbours share. */
  overlap: number;
  /** From the start of the axis to its end. Each is one order. */
  parts: StripPart[];
  /** The largest size that the joined picture may get, px. The results decide (`planJoin`). */
  result: { width: number; height: number };
}
