import type { ComponentChildren } from 'preact';
import './toggle.css';

/** Props of the button. */
export interface CompareToggleProps {
  isOn: boolean;
  onClick: () => void;
  children: ComponentChildren;
}

/** A button that stays pressed. */
export function CompareToggle({ isOn, onClick, children }: CompareToggleProps) {
  return (
    <button type="button" class="compare-toggle" aria-pressed={isOn} onClick={onClick}>
      {children}
    </button>
  );
}
