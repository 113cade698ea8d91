import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import './section.css';

/** Props of a section. */
export interface OptionsSectionProps {
  title: string;
  /** Name after the `#` of an address that leads here. */
  anchor?: string;
  /** Introduction, before the settings. */
  lead?: string;
  children: ComponentChildren;
  /** Note after the settings. */
  foot?: string;
}

/** A section of the options page: a heading and a card of settings. */
export function OptionsSection({ title, anchor, lead, children, foot }: OptionsSectionProps) {
  const id = useId();
  return (
    <section id={anchor} class="options-section" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {lead && <p class="options-section__words">{lead}</p>}
      <div class="options-section__card">{children}</div>
      {foot && <p class="options-section__words">{foot}</p>}
    </section>
  );
}
