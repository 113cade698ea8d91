import { useEffect, useRef, useState } from 'preact/hooks';
import { type Offered, offeredBy } from '@/lib/intake/offered';

const TEXT_TYPES = ['text/uri-list', 'text/html', 'text/plain'];

/**
 * Takes drops and pastes anywhere in the page, while the component lives.
 * @returns whether something that may be taken is dragged over the page
 */
export function useOffers(onOffered: (offered: Offered) => void): boolean {
  const [isOver, setOver] = useState(false);
  // The listeners live as long as the page and need the function of the last render.
  const latest = useRef(onOffered);
  latest.current = onOffered;

  useEffect(() => {
    /** Whether the drag began in this page: a row's link or picture is no new image. */
    let isOwn = false;
    const mayTake = (event: DragEvent) =>
      holdsFiles(event.dataTransfer) ||
      (!isOwn && !isEditable(event.target) && holdsText(event.dataTransfer));

    const listeners = {
      dragstart: () => {
        isOwn = true;
      },
      dragend: () => {
        isOwn = false;
      },
      dragover: (event: DragEvent) => {
        if (!mayTake(event)) return;
        event.preventDefault();
        setOver(true);
      },
      dragleave: (event: DragEvent) => {
        // Without a related target the pointer left the page, not just an element.
        if (event.relatedTarget === null) setOver(false);
      },
      drop: (event: DragEvent) => {
        setOver(false);
        if (!event.dataTransfer || !mayTake(event)) return;
        // Otherwise the browser would show the file in place of the popup.
        event.preventDefault();
        latest.current(offeredBy(event.dataTransfer, 'drop'));
      },
      paste: (event: ClipboardEvent) => {
        const data = event.clipboardData;
        const isText = !isEditable(event.target) && holdsText(data);
        if (data && (holdsFiles(data) || isText)) latest.current(offeredBy(data, 'paste'));
      },
    };
    for (const [type, listener] of Object.entries(listeners)) {
      document.addEventListener(type, listener as EventListener);
    }
    return () => {
      for (const [type, listener] of Object.entries(listeners)) {
        document.removeEventListener(type, listener as EventListener);
      }
    };
  }, []);

  return isOver;
}

function holdsFiles(data: DataTransfer | null): boolean {
  return data?.types.includes('Files') ?? false;
}

function holdsText(data: DataTransfer | null): boolean {
  return data?.types.some((type) => TEXT_TYPES.includes(type)) ?? false;
}

/** Whether text belongs into this element, such as the search field. */
function isEditable(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, [contenteditable]') !== null;
}
