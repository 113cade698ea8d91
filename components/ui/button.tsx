import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icon';
import './button.css';

/** Props of a text button. */
export interface ButtonProps {
  children: ComponentChildren;
  onClick: () => void;
  /** `primary` for the main action, `soft` for a second one, `quiet` for the others. */
  variant?: 'primary' | 'soft' | 'quiet';
  icon?: IconName;
  disabled?: boolean;
  /** Accessible name, if the text does not say enough. Starts with the text. */
  label?: string;
}

/** A text button. Long text ends in an ellipsis. */
export function Button(props: ButtonProps) {
  const { children, onClick, variant = 'primary', icon, disabled, label } = props;
  return (
    <button
      type="button"
      class="button"
      data-variant={variant}
      disabled={disabled}
      aria-label={label}
      onClick={onClick}
    >
      {icon && <Icon name={icon} size={14} />}
      <span class="button__words">{children}</span>
    </button>
  );
}
