import { activeElement, localName } from '../find/dom';
import { openShadowOf } from '../find/pointer';

/** The key that is held with Alt, by its place on the keyboard: O, for "original". */
const CODE = 'KeyO';

export interface PeekOptions {
  /** @returns whether there is something to show the original of */
  onHold(isHeld: boolean): boolean;
  signal: AbortSignal;
  /** For tests, which have no trusted events. */
  isTrusted?: (event: Event) => boolean;
}

/** Tells whether Alt+O is held, as long as this frame has the keyboard and nobody types. */
export function watchPeekKey({ onHold, signal, isTrusted }: PeekOptions): void {
  const isReal = isTrusted ?? ((event: Event) => event.isTrusted);
  let isHeld = false;
  const release = (): void => {
    if (!isHeld) return;
    isHeld = false;
    onHold(false);
  };
  const listen = { capture: true, signal };
  window.addEventListener(
    'keydown',
    (event) => {
      if (!isReal(event) || !isPeek(event)) return;
      if (!isHeld) {
        if (isTyping() || !onHold(true)) return;
        isHeld = true;
      }
      event.preventDefault();
      event.stopPropagation();
    },
    listen,
  );
  window.addEventListener(
    'keyup',
    (event) => {
      if (isReal(event) && (event.code === CODE || event.key === 'Alt')) release();
    },
    listen,
  );
  // The release of a key goes to whoever has the focus then.
  window.addEventListener('blur', (event) => event.target === window && release(), listen);
  document.addEventListener('visibilitychange', release, listen);
}

function isPeek({ code, altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent): boolean {
  return code === CODE && altKey && !ctrlKey && !metaKey && !shiftKey;
}

/** Whether a key would write into something. */
function isTyping(): boolean {
  let active = activeElement(document);
  for (let root = active && openShadowOf(active); root; root = active && openShadowOf(active)) {
    if (!root.activeElement) break;
    active = root.activeElement;
  }
  if (!active) return false;
  if (/^(?:input|textarea|select|iframe|frame|embed|object)$/.test(localName(active))) return true;
  return active instanceof HTMLElement && active.isContentEditable;
}
