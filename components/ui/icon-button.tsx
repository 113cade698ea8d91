import type { Ref } from 'preact';
import { Icon, type IconName } from './icon';
import './icon-button.css';

/** Props of a button that shows only an icon. */
export interface IconButtonProps {
  /** Accessible name and tooltip. */
  label: string;
  icon: IconName;
  onClick: () => void;
  /** Present if the button opens a menu. */
  menu?: { isOpen: boolean; ref: Ref<HTMLButtonElement> };
}

/** A square button with an icon; the label is its accessible name and its tooltip. */
export function IconButton({ label, icon, onClick, menu }: IconButtonProps) {
  return (
    <button
      ref={menu?.ref ?? null}
      type="button"
      class="icon-button"
      aria-label={label}
      aria-haspopup={menu && 'menu'}
      aria-expanded={menu?.isOpen}
      title={label}
      onClick={onClick}
    >
      <Icon name={icon} />
    </button>
  );
}
