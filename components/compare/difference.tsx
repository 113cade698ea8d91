import type { CSSProperties } from 'preact';
import type { CompareSide } from './layer';
import './difference.css';

/** Props of the difference. */
export interface CompareDifferenceProps {
  before: CompareSide;
  after: CompareSide;
  /** Places each image on the field. */
  boxes: { before: CSSProperties; after: CSSProperties };
  /** 0: before, 0.5: the difference, 1: after. */
  fade: number;
}

/** How far two colours are apart, by the browser, at the place of each px on the screen. Black is the same. */
export function CompareDifference({ before, after, boxes, fade }: CompareDifferenceProps) {
  return (
    <div
      class="compare-difference"
      style={{ opacity: `${1 - Math.abs(2 * fade - 1)}` }}
      aria-hidden="true"
    >
      <img
        class="compare-layer__picture"
        data-fit={before.isOtherShape ? 'contain' : 'fill'}
        src={before.src}
        alt=""
        style={boxes.before}
        draggable={false}
      />
      <img
        class="compare-layer__picture compare-difference__other"
        src={after.src}
        alt=""
        style={boxes.after}
        draggable={false}
      />
    </div>
  );
}
