import { create, documentElement, parentNode } from '../find/dom';
import { openModal } from '../find/modal';
import { isInTopLayer, noteOurs } from '../find/top-layer';

/** An element of ours above the page, out of reach of its scripts and styles. */
export interface Overlay {
  /** The element in the page, with a closed shadow root. */
  host: HTMLElement;
  root: ShadowRoot;
  /** Puts it on top of everything again. @throws if the document has no place for it */
  raise(): void;
  remove(): void;
}

/**
 * Adds an overlay to the top layer. The page's Content-Security-Policy does not affect its styles: they are
 * set through the object model, or belong to the extension (`addStyle`).
 * @param css starts with TOKENS, which prevent the page from changing the host
 * @param onRemoved called when the page removes it, or closes or removes the dialog around it
 */
export function openOverlay(css: string, onRemoved: () => void): Overlay {
  const host = create('div');
  noteOurs(host);
  const root = host.attachShadow({ mode: 'closed' });
  addStyle(root, css);
  place(host);
  // This also detects that a dialog around it closes, at any depth: the overlay then has no size.
  const watcher = new ResizeObserver(() => {
    if (!isVisible(host)) {
      watcher.disconnect();
      onRemoved();
    }
  });
  watcher.observe(host);
  return {
    host,
    root,
    raise: () => place(host),
    remove() {
      watcher.disconnect();
      host.remove();
    },
  };
}

/** Everything outside an open modal dialog is inert, so the overlay goes inside it. */
function place(host: HTMLElement): void {
  const parent = openModal() ?? documentElement(document);
  if (!parent) throw new Error('no document');
  if (parentNode(host) !== parent) Element.prototype.append.call(parent, host);
  host.setAttribute('popover', 'manual');
  toTopLayer(host);
}

/** Second line of defence: an overlay that a style hides in spite of ours counts as removed. */
export function isVisible(host: HTMLElement): boolean {
  return Element.prototype.checkVisibility.call(host, {
    opacityProperty: true,
    visibilityProperty: true,
  });
}

function toTopLayer(host: HTMLElement): void {
  try {
    if (isInTopLayer(host)) host.hidePopover();
    host.showPopover();
  } catch {
    // Without the top layer (a document in teardown, an old Firefox) the z-index has to do.
  }
}

function addStyle(root: ShadowRoot, css: string): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
  } catch {
    // Firefox refuses adopted style sheets in content scripts, but allows style elements.
    const style = create('style');
    style.textContent = css;
    root.append(style);
  }
}
