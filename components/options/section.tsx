import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import './section.css';

/** Props of a part of the options page. */
export interface OptionsSectionProps {
  title: string;
  /** Introduction before its settings. */
  lead?: string;
  children: ComponentChildren;
  /** Note after its settings. */
  foot?: string;
}

/** A part of the options page: a heading and a card of settings. */
export function OptionsSection({ title, lead, children, foot }: OptionsSectionProps) {
  const id = useId();
  return (
    <section class="options-section" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {lead && <p class="options-section__words">{lead}</p>}
      <div class="options-section__card">{children}</div>
      {foot && <p class="options-section__words">{foot}</p>}
    </section>
  );
}
