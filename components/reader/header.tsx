import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { IconButton } from '../ui/icon-button';
import { useLocale } from '../ui/locale';
import { Logo } from '../ui/logo';
import type { Leaf } from './view';
import './header.css';

/** Props of the header. */
export interface ReaderHeaderProps {
  /** Of the batch. */
  name: string;
  leaves: readonly Leaf[];
  /** Id of the panel with the view settings. */
  panelId: string;
  isViewOpen: boolean;
  onViewOpen: (isOpen: boolean) => void;
  onFullScreen: () => void;
  /** The panel, while it is open. */
  children?: ComponentChildren;
}

/** What is read, how much of it is upscaled, and the way to the view settings. */
export function ReaderHeader(props: ReaderHeaderProps) {
  const { name, leaves, panelId, isViewOpen, onViewOpen } = props;
  const { messages, formats } = useLocale();
  const { reader: words } = messages;
  const button = useRef<HTMLButtonElement>(null);
  const done = leaves.filter(({ job, isGone }) => job.stage === 'done' && !isGone).length;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes the panel from anywhere in it.
    <header
      class="reader-header"
      onKeyDown={({ key }) => {
        if (key !== 'Escape' || !isViewOpen) return;
        onViewOpen(false);
        button.current?.focus();
      }}
    >
      <Logo />
      <h1 title={name}>
        <bdi>{name}</bdi>
      </h1>
      <span class="reader-header__sharp">
        {words.sharp(formats.number(done), formats.number(leaves.length))}
      </span>
      <button
        ref={button}
        type="button"
        class="reader-header__view"
        aria-expanded={isViewOpen}
        aria-controls={isViewOpen ? panelId : undefined}
        onClick={() => onViewOpen(!isViewOpen)}
      >
        {words.view}
      </button>
      <IconButton icon="full-screen" label={words.fullScreen} onClick={props.onFullScreen} />
      {props.children}
    </header>
  );
}
