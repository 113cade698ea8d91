import { browser } from 'wxt/browser';

/** End of the popup's address in a tab that was opened to choose files. */
const CHOOSE = '#choose';

/**
 * Whether this page is a popup that the browser closes when a dialog opens. Firefox does: a chosen file
 * never arrives, and the first click on a prompt only closes the popup. No API reports this, so
 * `getBrowserInfo`, which only Firefox has, stands in for it.
 */
export function isClosedByDialogs(): boolean {
  const { getBrowserInfo } = browser.runtime as { getBrowserInfo?: unknown };
  if (!getBrowserInfo) return false;
  return browser.extension.getViews({ type: 'popup' }).includes(window);
}

/** Opens this page in a tab before a file dialog that would close the popup. */
export function chooseFilesInTab(): void {
  document.addEventListener('click', (event) => {
    if (!isFileInput(event.target) || !isClosedByDialogs()) return;
    event.preventDefault();
    const url = browser.runtime.getURL(`/popup.html${CHOOSE}`);
    void browser.tabs.create({ url }).then(() => window.close());
  });
}

/** Focuses the file button in the tab that was opened to choose files: one key opens the dialog. */
export function focusFileChoice(): void {
  if (location.hash !== CHOOSE) return;
  const input = document.querySelector('input[type=file]');
  if (input instanceof HTMLInputElement) input.focus();
}

function isFileInput(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement && target.type === 'file';
}
