import { useLocale } from '../ui/locale';
import type { Point, Size } from './geometry';
import './lens.css';

/** Props of the lens. */
export interface CompareLensProps {
  /** Middle of the lens, in shares of the field. */
  at: Point;
  stage: Size;
  onMove: (at: Point) => void;
}

/** Share of the field that one key press moves. */
const STEP = 0.02;
const LARGE_STEP = 0.1;
/** Radius, as a share of the shorter side of the field, and its bounds, CSS px. */
const SHARE = 0.28;
const LEAST_PX = 60;
const MOST_PX = 160;

/** Radius of the lens on a field, CSS px. */
export function lensRadius({ width, height }: Size): number {
  return Math.min(MOST_PX, Math.max(LEAST_PX, SHARE * Math.min(width, height)));
}

/** The edge of the round window that shows the other image. The stage handles the pointer. */
export function CompareLens({ at, stage, onMove }: CompareLensProps) {
  const { messages, formats } = useLocale();
  const { lens } = messages.compare;
  const radius = lensRadius(stage);

  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.shiftKey ? LARGE_STEP : STEP;
    const by = {
      ArrowLeft: { x: -step, y: 0 },
      ArrowRight: { x: step, y: 0 },
      ArrowUp: { x: 0, y: -step },
      ArrowDown: { x: 0, y: step },
    }[event.key];
    if (!by || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    // On the stage the arrow keys pan the image.
    event.stopPropagation();
    onMove({ x: within(at.x + by.x), y: within(at.y + by.y) });
  };

  return (
    <div
      class="compare-lens"
      role="slider"
      tabIndex={0}
      aria-label={lens.title}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(at.x * 100)}
      aria-valuetext={lens.at(formats.percent(at.x), formats.percent(at.y))}
      style={{
        left: `${at.x * stage.width - radius}px`,
        top: `${at.y * stage.height - radius}px`,
        width: `${2 * radius}px`,
        height: `${2 * radius}px`,
      }}
      onKeyDown={onKeyDown}
    />
  );
}

function within(share: number): number {
  return Math.min(1, Math.max(0, share));
}
