import { useId, useRef, useState } from 'preact/hooks';
import { MenuList } from './app-later';
import { IconButton } from './icon-button';

/** One thing that can be done. */
export interface MenuItem {
  key: string;
  label: string;
  /** What should be known before choosing it. */
  hint?: string | undefined;
  onSelect: () => void;
}

/** A "More" button with a menu of the less frequent actions. */
export function Menu({ label, items }: { label: string; items: MenuItem[] }) {
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  return (
    <>
      <IconButton
        icon="more"
        label={label}
        menu={{ isOpen, ref: button }}
        onClick={() => setOpen(!isOpen)}
      />
      {isOpen && (
        <MenuList
          id={id}
          label={label}
          items={items}
          button={button}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
