import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icon';
import './notice.css';

/** Props of a notice. */
export interface NoticeProps {
  icon: IconName;
  title: string;
  children: ComponentChildren;
  /** The button that solves it. */
  action: ComponentChildren;
}

/** A banner above the list: what is wrong, why, and one button. */
export function Notice({ icon, title, children, action }: NoticeProps) {
  return (
    <section class="notice" aria-label={title}>
      <span class="notice__icon">
        <Icon name={icon} size={18} />
      </span>
      <div class="notice__words">
        <h2>{title}</h2>
        <p>{children}</p>
      </div>
      {action}
    </section>
  );
}
