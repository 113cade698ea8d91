import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icon';
import './notice.css';

/** Props of a notice. */
export interface NoticeProps {
  icon: IconName;
  title: string;
  children: ComponentChildren;
  /** The button. */
  action: ComponentChildren;
}

/** A banner: what happened, why, and one button. */
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
