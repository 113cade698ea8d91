import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import './part.css';

/** Props of a part of the panel. */
export interface ComparePartProps {
  title: string;
  children: ComponentChildren;
  /** Whether it is collapsed at first. */
  isFolded?: boolean;
  /** Whether the page was opened for it; then it is expanded and has the focus. */
  isAsked?: boolean | undefined;
}

/** A section of the panel beside the images. */
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
