import type { CSSProperties } from 'preact';
import type { Point, Size } from './geometry';
import './layer.css';

/** One of the images that are compared. */
export interface CompareSide {
  /** Object URL. */
  src: string;
  /** What it is: its label and its alternative text. */
  label: string;
  /** Whether it keeps its aspect ratio because the result has another one. */
  isOtherShape: boolean;
}

/** Props of one of the images. */
export interface CompareLayerProps {
  side: CompareSide;
  /** Corner of its label. */
  corner: 'left' | 'right';
  /** Places the image on its field. */
  box: CSSProperties;
  /** The part of the field that the image covers, CSS px. */
  area: Point & Size;
  stage: Size;
  /** What is seen of it: a CSS shape. */
  clip?: string | undefined;
  /** Whether it has a label, because there are two. */
  isNamed: boolean;
  /** Whether it has to be there with the next frame. */
  isUrgent?: boolean;
  onUnreadable?: () => void;
}

/** Margin of the labels in the corners, CSS px. */
const LABEL_PX = 12;
/** Two labels do not fit on a narrower image and go beside it, CSS px. */
const NARROW_PX = 200;

/** One of the images on the stage, with a label in the corner. */
export function CompareLayer(props: CompareLayerProps) {
  const { side, corner, box, area, stage, clip } = props;
  const left = area.x;
  const right = stage.width - area.x - area.width;
  const name =
    area.width < NARROW_PX
      ? { left: { right: stage.width - left }, right: { left: stage.width - right } }
      : { left: { left }, right: { right } };
  return (
    <div class="compare-layer" style={clip === undefined ? {} : { clipPath: clip }}>
      <div
        class="compare-layer__ground"
        data-plain={side.isOtherShape}
        style={{
          left: `${left}px`,
          top: `${area.y}px`,
          width: `${area.width}px`,
          height: `${area.height}px`,
        }}
      />
      <img
        class="compare-layer__picture"
        data-fit={side.isOtherShape ? 'contain' : 'fill'}
        src={side.src}
        alt={side.label}
        style={box}
        decoding={props.isUrgent ? 'sync' : 'async'}
        draggable={false}
        onError={props.onUnreadable}
      />
      {props.isNamed && (
        <span class="compare-layer__name" style={insetBy(name[corner])}>
          {side.label}
        </span>
      )}
    </div>
  );
}

function insetBy(edges: { left?: number; right?: number }): CSSProperties {
  return Object.fromEntries(
    Object.entries(edges).map(([edge, px]) => [edge, `${px + LABEL_PX}px`]),
  );
}
