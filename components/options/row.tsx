import type { ComponentChildren } from 'preact';
import './row.css';

/** Props of one setting. */
export interface OptionsRowProps {
  title: string;
  /** Id of the title, where the control is named by it. */
  titleId?: string | undefined;
  /** What the setting does and why. */
  hint?: string;
  hintId?: string | undefined;
  /** Content below the words, of the same width. */
  below?: ComponentChildren;
  /** The control, at the end of the line, or below the words in a narrow page. */
  children?: ComponentChildren;
}

/** One setting: name, hint and control. */
export function OptionsRow({ title, titleId, hint, hintId, below, children }: OptionsRowProps) {
  return (
    <div class="options-row">
      <div class="options-row__words">
        <p id={titleId} class="options-row__title">
          {title}
        </p>
        {hint && (
          <p id={hintId} class="options-row__hint">
            {hint}
          </p>
        )}
        {below}
      </div>
      {children && <div class="options-row__control">{children}</div>}
    </div>
  );
}
