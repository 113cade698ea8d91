import { useId, useRef, useState } from 'preact/hooks';
import { IconButton } from './icon-button';
import { MenuList } from './menu-list';

/** One thing that can be done. */
export interface MenuItem {
  key: string;
  label: string;
  /** What should be known before choosing it. */
  hint?: string | undefined;
  onSelect: () => void;
}

/** A "More" button with a menu of the less frequent actions. */
export function Menu({ label, items }: { label: string; items: readonly MenuItem[] }) {
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
