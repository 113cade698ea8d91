import { create, documentElement, parentNode } from '../find/dom';
import { openModal } from '../find/modal';
import { isInTopLayer, noteOurs } from '../find/top-layer';

/** A piece of ours in the page: out of reach of its scripts and styles, above everything. */
export interface Overlay {
  /** The element in the page; its inside is closed. */
  host: HTMLElement;
  root: ShadowRoot;
  /** Puts it on top of everything once more. @throws if there is no place for it any more */
  raise(): void;
  remove(): void;
}

/**
 * Adds an overlay to the top layer. Neither its sheet nor its styles are subject to the page's
 * Content-Security-Policy: they go through the object model, or belong to the extension (`addStyle`).
 * @param css begins with TOKENS, which keep the page from changing the host
 * @param onRemoved the page took it away, or the dialog it lies in is closed or gone
 */
export function openOverlay(css: string, onRemoved: () => void): Overlay {
  const host = create('div');
  noteOurs(host);
  const root = host.attachShadow({ mode: 'closed' });
  addStyle(root, css);
  place(host);
  // Also told of what happens to a dialog around it, at any depth: without a box it has no size.
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

/** Everything outside an open modal dialog is inert, so the overlay has to live inside it. */
function place(host: HTMLElement): void {
  const parent = openModal() ?? documentElement(document);
  if (!parent) throw new Error('no document');
  if (parentNode(host) !== parent) Element.prototype.append.call(parent, host);
  host.setAttribute('popover', 'manual');
  toTopLayer(host);
}

/** The second line: what a style could hide in spite of ours counts as taken away. */
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
    // Without the top layer (a document being torn down, an old Firefox) the z-index has to do.
  }
}

function addStyle(root: ShadowRoot, css: string): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
  } catch {
    // Firefox refuses adopted sheets to content scripts; it does let them add elements.
    const style = create('style');
    style.textContent = css;
    root.append(style);
  }
}
