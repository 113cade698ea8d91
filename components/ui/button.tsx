import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icon';
import './button.css';

/** Props of a button with text. */
export interface ButtonProps {
  children: ComponentChildren;
  onClick: () => void;
  /** `primary` is the main action, `soft` an alternative, `quiet` everything else. */
  look?: 'primary' | 'soft' | 'quiet';
  icon?: IconName;
  disabled?: boolean;
  /** Accessible name, where the text alone is ambiguous. It starts with the text. */
  label?: string;
}

/** A button with text, which is its accessible name. Long text ends in an ellipsis. */
export function Button(props: ButtonProps) {
  const { children, onClick, look = 'primary', icon, disabled, label } = props;
  return (
    <button
      type="button"
      class="button"
      data-look={look}
      disabled={disabled}
      aria-label={label}
      onClick={onClick}
    >
      {icon && <Icon name={icon} size={14} />}
      <span class="button__words">{children}</span>
    </button>
  );
}
