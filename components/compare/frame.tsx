import { useLayoutEffect, useRef } from 'preact/hooks';
import { useLocale } from '../ui/locale';
import { type Crop, changedCrop, cropInPx, type Point, type Size } from './geometry';
import './frame.css';

/** Props of the frame. */
export interface CompareFrameProps {
  frame: Crop;
  /** Size of the result, px. */
  size: Size;
  /** Where it is on the field, CSS px. */
  at: Point & Size;
  onChange: (frame: Crop) => void;
  /** Shows the part alone. */
  onChosen: () => void;
  onCancel: () => void;
}

/** Share of the image that one key press moves or grows by. */
const STEP = 0.01;

/** The rectangle around the part that will be shown alone: drawn with the pointer, or moved and sized with keys. */
export function CompareFrame({ frame, size, at, onChange, onChosen, onCancel }: CompareFrameProps) {
  const { messages, formats } = useLocale();
  const element = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => element.current?.focus({ preventScroll: true }), []);
  const { width, height } = cropInPx(frame, size);

  const onKeyDown = (event: KeyboardEvent) => {
    const by = {
      ArrowLeft: { x: -STEP, y: 0 },
      ArrowRight: { x: STEP, y: 0 },
      ArrowUp: { x: 0, y: -STEP },
      ArrowDown: { x: 0, y: STEP },
    }[event.key];
    const act = { Enter: onChosen, ' ': onChosen, Escape: onCancel }[event.key];
    if ((!by && !act) || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    const still = { x: 0, y: 0 };
    if (by) onChange(changedCrop(frame, event.shiftKey ? still : by, event.shiftKey ? by : still));
    else act?.();
  };

  return (
    <div
      ref={element}
      class="compare-frame"
      role="application"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: keys move and size it.
      tabIndex={0}
      aria-label={messages.compare.part.frame(formats.size(width, height))}
      style={{
        left: `${at.x}px`,
        top: `${at.y}px`,
        width: `${at.width}px`,
        height: `${at.height}px`,
      }}
      onKeyDown={onKeyDown}
    />
  );
}
