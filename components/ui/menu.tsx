import { useId, useRef, useState } from 'preact/hooks';
import { IconButton } from './icon-button';
import { type MenuItem, MenuList } from './menu-list';

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
