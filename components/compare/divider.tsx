import { useLocale } from '../ui/locale';
import './divider.css';

/** Props of the divider. */
export interface CompareDividerProps {
  /** Share of the visible image that shows "before", 0..1. */
  split: number;
  /** Position on the stage, CSS px. */
  x: number;
  top: number;
  height: number;
  onSplit: (split: number) => void;
}

/** Share moved by one key press. */
const STEP = 0.01;
const LARGE_STEP = 0.1;

/** The line between before and after: a slider by the WAI-ARIA pattern. The stage handles dragging. */
export function CompareDivider({ split, x, top, height, onSplit }: CompareDividerProps) {
  const { messages, formats } = useLocale();
  const percent = Math.round(split * 100);

  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.shiftKey ? LARGE_STEP : STEP;
    const next = {
      ArrowLeft: split - step,
      ArrowDown: split - step,
      ArrowRight: split + step,
      ArrowUp: split + step,
      PageDown: split - LARGE_STEP,
      PageUp: split + LARGE_STEP,
      Home: 0,
      End: 1,
    }[event.key];
    if (next === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    // Otherwise the arrow keys would also move the image.
    event.stopPropagation();
    onSplit(Math.min(1, Math.max(0, next)));
  };

  return (
    <div
      class="compare-divider"
      role="slider"
      tabIndex={0}
      aria-label={messages.compare.divider}
      aria-orientation="horizontal"
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      aria-valuetext={messages.compare.dividerAt(formats.percent(split))}
      style={{ left: `${x}px`, top: `${top}px`, height: `${height}px` }}
      onKeyDown={onKeyDown}
    >
      <span class="compare-divider__grip" aria-hidden="true" />
    </div>
  );
}
