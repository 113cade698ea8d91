import { useLocale } from '../ui/locale';

/** Props of the button. */
export interface HoldButtonProps {
  isHeld: boolean;
  onHold: (isHeld: boolean) => void;
}

/** Shows the original as long as it is held, with the pointer or a key. */
export function HoldButton({ isHeld, onHold }: HoldButtonProps) {
  const { view } = useLocale().messages.compare;
  const isPress = ({ key }: KeyboardEvent) => key === ' ' || key === 'Enter';
  const end = () => onHold(false);
  return (
    <button
      type="button"
      class="compare-toggle compare-toggle--held"
      aria-pressed={isHeld}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        onHold(true);
      }}
      onPointerUp={end}
      onPointerCancel={end}
      onContextMenu={(event) => event.preventDefault()}
      onKeyDown={(event) => isPress(event) && !event.repeat && onHold(true)}
      onKeyUp={(event) => isPress(event) && end()}
      onBlur={end}
    >
      {view.hold}
    </button>
  );
}
