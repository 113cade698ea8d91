import type { CSSProperties } from 'preact';
import { useLocale } from '../ui/locale';
import type { Point, Size } from './geometry';
import './layer.css';

/** Props of one of the two images. */
export interface CompareLayerProps {
  part: 'before' | 'after';
  /** Object URL. */
  src: string;
  /** Places the image on the stage. */
  box: CSSProperties;
  /** The covered part of the stage, CSS px. */
  area: Point & Size;
  stage: Size;
  /** Visible width from the left, CSS px. */
  end?: number;
  /** Whether it keeps its own aspect ratio because that differs from the result's. */
  isOtherShape?: boolean;
  /** Whether to show its label: only if both images are visible. */
  isNamed: boolean;
  onUnreadable: () => void;
}

/** Padding beside the corner labels, CSS px. */
const LABEL_PX = 12;
/** CSS px. On a narrower image two labels do not fit, so they go beside it. */
const NARROW_PX = 200;

/** One of the two images on the stage, with its label in the corner. */
export function CompareLayer(props: CompareLayerProps) {
  const { part, src, box, area, stage, end = stage.width, isOtherShape = false } = props;
  const { compare } = useLocale().messages;
  const left = area.x;
  const right = stage.width - area.x - area.width;
  const name =
    area.width < NARROW_PX
      ? { before: { right: stage.width - left }, after: { left: stage.width - right } }
      : { before: { left }, after: { right } };
  return (
    <div class="compare-layer" style={{ clipPath: `inset(0 ${stage.width - end}px 0 0)` }}>
      <div
        class="compare-layer__ground"
        data-plain={isOtherShape}
        style={{
          left: `${left}px`,
          top: `${area.y}px`,
          width: `${area.width}px`,
          height: `${area.height}px`,
        }}
      />
      <img
        class="compare-layer__picture"
        data-fit={isOtherShape ? 'contain' : 'fill'}
        src={src}
        alt={compare[part]}
        style={box}
        decoding="async"
        draggable={false}
        onError={props.onUnreadable}
      />
      {props.isNamed && (
        <span class="compare-layer__name" style={insetBy(name[part])}>
          {compare[part]}
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
