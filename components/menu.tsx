import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { IconButton } from './icon-button';
import './menu.css';

/** One thing that can be done. */
export interface MenuItem {
  key: string;
  label: string;
  /** What should be known before choosing it. */
  hint?: string | undefined;
  onSelect: () => void;
}

/** Space between the button and the menu, and the window's edge, in px. */
const GAP = 4;

/** A "More" button with a menu of the less frequent actions, by the WAI-ARIA menu button pattern. */
export function Menu({ label, items }: { label: string; items: MenuItem[] }) {
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    if (!isOpen || !menu.current || !button.current) return;
    // The top layer: the rows clip what they contain, and so does the list.
    menu.current.showPopover?.();
    place(menu.current, button.current.getBoundingClientRect());
    itemsOf(menu.current)[0]?.focus();
  }, [isOpen]);

  useEffect(() => {
    if (!isOpen) return;
    const close = (event: Event) => {
      const isInside = event
        .composedPath()
        .some((el) => el === menu.current || el === button.current);
      if (!isInside) setOpen(false);
    };
    // Captured: a scrolling list does not bubble, and the menu would be left behind.
    const events = ['pointerdown', 'focusin', 'scroll'] as const;
    for (const name of events) document.addEventListener(name, close, true);
    return () => {
      for (const name of events) document.removeEventListener(name, close, true);
    };
  }, [isOpen]);

  const close = () => {
    setOpen(false);
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
      // The popup itself would close on Escape otherwise.
      event.preventDefault();
      event.stopPropagation();
      close();
    } else if (event.key === 'Tab') setOpen(false);
  };

  return (
    <>
      <IconButton
        icon="more"
        label={label}
        menu={{ isOpen, ref: button }}
        onClick={() => setOpen(!isOpen)}
      />
      {isOpen && (
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
              aria-labelledby={`${id}${item.key}`}
              aria-describedby={item.hint && `${id}${item.key}-hint`}
              onClick={() => {
                close();
                item.onSelect();
              }}
            >
              <span id={`${id}${item.key}`}>{item.label}</span>
              {item.hint && (
                <span id={`${id}${item.key}-hint`} class="menu__hint">
                  {item.hint}
                </span>
              )}
            </button>
          ))}
        </div>
      )}
    </>
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
