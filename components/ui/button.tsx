import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icon';
import './button.css';

/** Props of a button with text. */
export interface ButtonProps {
  children: ComponentChildren;
  onClick: () => void;
  /** `primary` is the one thing to do, `soft` what may be done as well, `quiet` the rest. */
  variant?: 'primary' | 'soft' | 'quiet';
  icon?: IconName;
  disabled?: boolean;
  /** Accessible name, where the text alone is ambiguous. It starts with the text. */
  label?: string;
}

/** A button with text, which is its accessible name. Long text ends in an ellipsis. */
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
