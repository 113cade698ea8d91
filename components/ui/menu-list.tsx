import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import './menu.css';

/** One menu item. */
export interface MenuItem {
  key: string;
  label: string;
  /** Hint shown with the item. */
  hint?: string | undefined;
  onSelect: () => void;
}

/** Space between the button and the menu, and the window's edge, in px. */
const GAP = 4;

/** Props of an open menu. */
export interface MenuListProps {
  id: string;
  label: string;
  items: readonly MenuItem[];
  /** The button it belongs to. */
  button: RefObject<HTMLButtonElement | null>;
  onClose: () => void;
}

/** The open menu, by the WAI-ARIA menu button pattern. */
export function MenuList({ id, label, items, button, onClose }: MenuListProps) {
  const menu = useRef<HTMLDivElement>(null);
  const latest = useRef(onClose);
  latest.current = onClose;

  useLayoutEffect(() => {
    if (!menu.current || !button.current) return;
    // In the top layer, because rows and list clip their contents.
    menu.current.showPopover?.();
    place(menu.current, button.current.getBoundingClientRect());
    itemsOf(menu.current)[0]?.focus();
  }, [button]);

  useEffect(() => {
    const close = (event: Event) => {
      const isInside = event
        .composedPath()
        .some((el) => el === menu.current || el === button.current);
      if (!isInside) latest.current();
    };
    // Captured, because scroll events of the list do not bubble and the menu would stay behind.
    const events = ['pointerdown', 'focusin', 'scroll'] as const;
    for (const name of events) document.addEventListener(name, close, true);
    return () => {
      for (const name of events) document.removeEventListener(name, close, true);
    };
  }, [button]);

  const close = () => {
    onClose();
    button.current?.focus();
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (!menu.current) return;
    const all = itemsOf(menu.current);
    const index = all.indexOf(document.activeElement as HTMLButtonElement);
    const next = {
      ArrowDown: all[(index + 1) % all.length],
      ArrowUp: all.at(index - 1),
      Home: all[0],
      End: all.at(-1),
    }[event.key];
    if (next) {
      event.preventDefault();
      next.focus();
    } else if (event.key === 'Escape') {
      // Otherwise Escape would close the popup itself.
      event.preventDefault();
      event.stopPropagation();
      close();
    } else if (event.key === 'Tab') onClose();
  };

  return (
    <div
      ref={menu}
      id={id}
      class="menu"
      role="menu"
      tabIndex={-1}
      aria-label={label}
      popover="manual"
      onKeyDown={onKeyDown}
    >
      {items.map((item) => (
        <button
          key={item.key}
          type="button"
          class="menu__item"
          role="menuitem"
          tabIndex={-1}
          onClick={() => {
            close();
            item.onSelect();
          }}
        >
          {item.label}
          {item.hint && <span class="menu__hint">{item.hint}</span>}
        </button>
      ))}
    </div>
  );
}

function itemsOf(menu: HTMLElement): HTMLButtonElement[] {
  return [...menu.querySelectorAll<HTMLButtonElement>('[role="menuitem"]')];
}

/** Below the button if there is room, else above; right edges aligned. */
function place(menu: HTMLElement, anchor: DOMRect): void {
  const { width, height } = menu.getBoundingClientRect();
  const below = anchor.bottom + GAP;
  const fitsBelow = below + height + GAP <= window.innerHeight;
  const top = fitsBelow ? below : anchor.top - GAP - height;
  menu.style.top = `${Math.max(GAP, top)}px`;
  menu.style.left = `${Math.max(GAP, anchor.right - width)}px`;
}
