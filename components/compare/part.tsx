import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import './part.css';

/** Props of a part of the panel. */
export interface ComparePartProps {
  title: string;
  children: ComponentChildren;
  /** Whether it is folded up until it is asked for. */
  isFolded?: boolean;
  /** Whether it is what the page was opened for: then it is unfolded, and has the keyboard. */
  isAsked?: boolean | undefined;
}

/** A part of the panel beside the pictures. */
export function ComparePart({ title, children, isFolded = false, isAsked }: ComparePartProps) {
  const id = useId();
  const summary = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    if (isAsked) summary.current?.focus();
  }, [isAsked]);
  if (isFolded) {
    return (
      <details class="compare-part" open={isAsked}>
        <summary ref={summary}>{title}</summary>
        <div class="compare-part__body">{children}</div>
      </details>
    );
  }
  return (
    <section class="compare-part" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <div class="compare-part__body">{children}</div>
    </section>
  );
}
