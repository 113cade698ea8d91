import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import './compare-part.css';

/** Props of a part of the panel. */
export interface ComparePartProps {
  title: string;
  children: ComponentChildren;
  /** Whether it is folded up until it is asked for. */
  isFolded?: boolean;
}

/** A part of the panel beside the pictures. */
export function ComparePart({ title, children, isFolded = false }: ComparePartProps) {
  const id = useId();
  if (isFolded) {
    return (
      <details class="compare-part">
        <summary>{title}</summary>
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
